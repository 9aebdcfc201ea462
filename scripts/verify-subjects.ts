/** What a ballot puts to the vote (docs/record-format.md, "Subject"), as the verifier reads it. */
import { object, type Fields } from "./verify.ts";

/** What a subject decides of amendments: one part; of a block, each in its order. */
export function partsOf(subject: Fields): readonly Fields[] {
  if (subject["kind"] === "amendment" || subject["kind"] === "subAmendment") return [subject];
  const { kind, parts } = subject;
  return kind === "block" && Array.isArray(parts) ? parts.map((part: unknown): Fields => ({ ...object(part) })) : [];
}

/** The same text as a whole, or one of the same amendments. */
export function isSameVote(one: Fields, other: Fields): boolean {
  if (one["kind"] === "question" || other["kind"] === "question" || one["text"] !== other["text"]) return false;
  if (one["kind"] === "text" || other["kind"] === "text") return one["kind"] === other["kind"];
  const put = new Set(partsOf(one).flatMap((part) => strings(part["amendments"])));
  return partsOf(other).some((part) => strings(part["amendments"]).some((id) => put.has(id)));
}
/** Of a sub-amendment's ballot, the revision of its parent that it changes. */
export const parentIn = (subject: Fields): Fields =>
  subject["kind"] === "subAmendment" ? { ...object(subject["parent"]) } : {};

/** Those that a ballot is on, and the one whose sub-amendment it is on. */
export const heldBy = (subject: Fields): readonly string[] => [
  ...partsOf(subject).flatMap((part) => strings(part["amendments"])),
  ...strings([parentIn(subject)["amendment"]]),
];

export const strings = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

/** What a ballot, or whoever it concerns, made of an amendment. */
export type AmendmentState =
  | "submitted"
  | "called"
  | "withdrawn"
  | "notMoved"
  | "inadmissible"
  | "adopted"
  | "rejected"
  | "fallen"
  | "satisfied";

/** Of what its author said may be divided: again so, on the version that it was written on. */
export const isDivision = (before: Fields, divided: Fields): boolean =>
  before["divisible"] === true && divided["divisible"] === true && before["version"] === divided["version"];
