import type { ParentVoted } from "../amendments/index.ts";
import type { Subject } from "../ballots/index.ts";
import { canonicalJson, hashText, type Json } from "../journal/index.ts";

/** One amendment, or several identical ones, put to the vote on a version; `result` is the text's hash if adopted. */
export interface AmendmentSubject {
  readonly kind: "amendment";
  readonly amendments: readonly string[];
  /** The hash of the submitted change set. */
  readonly changes: string;
  readonly text: string;
  readonly version: number;
  readonly head: string;
  readonly result: string;
}

/**
 * One sub-amendment, or several identical ones; `result` is the hash of its parent's change set if adopted. The text is named
 * where it stands: it does not move.
 */
interface SubAmendmentSubject extends Omit<AmendmentSubject, "kind"> {
  readonly kind: "subAmendment";
  readonly parent: ParentVoted;
}

/** Amendments that leave each other alone, put to the vote together: all adopted, in this order, or all rejected. */
interface BlockSubject {
  readonly kind: "block";
  readonly parts: readonly BlockPart[];
  readonly text: string;
  readonly version: number;
  readonly head: string;
}

/** One of a block, with those identical to it; `result` is the text's hash once it and those before it are adopted. */
export type BlockPart = Pick<AmendmentSubject, "amendments" | "changes" | "result">;

/** The whole of a text, at a version. */
interface TextSubject {
  readonly kind: "text";
  readonly text: string;
  readonly version: number;
  readonly head: string;
  readonly hash: string;
}

/** A question under an item of the agenda, whatever the method: its answer changes no text. */
interface QuestionSubject {
  readonly kind: "question";
  readonly item: string;
}

/** What a ballot can adopt or reject. */
export type TextualSubject = AmendmentSubject | SubAmendmentSubject | BlockSubject | TextSubject;

/** What plenary puts to the vote. Only here is a ballot's opaque subject understood. */
export type PlenarySubject = TextualSubject | QuestionSubject;

/** The subject as the ballot carries it: the string that is hashed (docs/record-format.md, Subject). */
export function sealSubject(subject: PlenarySubject): Subject {
  const body = canonicalJson(factsOf(subject));
  return { kind: subject.kind, body, hash: hashText(body) };
}

function factsOf(subject: PlenarySubject): Json {
  if (subject.kind === "subAmendment") {
    return { ...subject, amendments: [...subject.amendments].sort(), parent: { ...subject.parent } };
  }
  if (subject.kind === "amendment") return { ...subject, amendments: [...subject.amendments].sort() };
  if (subject.kind !== "block") return { ...subject };
  const parts = subject.parts.map((part) => ({ ...part, amendments: [...part.amendments].sort() }));
  return { ...subject, parts };
}

/** What a subject decides of amendments, part by part; nothing of a text or a question. */
export function partsOfSubject(subject: PlenarySubject): readonly BlockPart[] {
  if (subject.kind === "block") return subject.parts;
  return subject.kind === "amendment" || subject.kind === "subAmendment" ? [subject] : [];
}

/** Whether an amendment was worded anew between the two: what one said of it, a question too, is not said of the other. */
export function isOfOtherWords(one: PlenarySubject, other: PlenarySubject): boolean {
  const wordsOf = (subject: PlenarySubject): string =>
    partsOfSubject(subject)
      .map(({ changes }) => changes)
      .sort()
      .join();
  return wordsOf(one) !== wordsOf(other);
}

/** The amendment whose sub-amendment is put to the vote: it keeps still meanwhile. */
export const parentIn = (subject: PlenarySubject): string | null =>
  subject.kind === "subAmendment" ? subject.parent.amendment : null;

/** All amendments that a ballot is on. */
export const amendmentsIn = (subject: PlenarySubject): readonly string[] =>
  partsOfSubject(subject).flatMap(({ amendments }) => amendments);

/** What a ballot's subject says, or null when it says nothing that plenary knows, or not what was hashed. */
export function readSubject(subject: Subject): PlenarySubject | null {
  if (hashText(subject.body) !== subject.hash) return null;
  const parsed = parseSubject(JSON.parse(subject.body));
  return parsed?.kind === subject.kind ? parsed : null;
}

function parseSubject(value: unknown): PlenarySubject | null {
  if (typeof value !== "object" || value === null) return null;
  const { kind, item, text, version, head, hash, parts, parent } = value as Record<string, unknown>;
  if (kind === "question") return typeof item === "string" ? { kind, item } : null;
  if (typeof text !== "string" || typeof version !== "number" || typeof head !== "string") return null;
  if (kind === "text") return typeof hash === "string" ? { kind, text, version, head, hash } : null;
  if (kind === "amendment") {
    const part = parsePart(value);
    return part && { kind, ...part, text, version, head };
  }
  if (kind === "subAmendment") {
    const [part, on] = [parsePart(value), parseParent(parent)];
    return part && on && { kind, ...part, text, version, head, parent: on };
  }
  if (kind !== "block" || !Array.isArray(parts)) return null;
  const read = parts.flatMap((part: unknown) => parsePart(part) ?? []);
  return read.length === parts.length && read.length > 1 ? { kind, parts: read, text, version, head } : null;
}

function parsePart(value: unknown): BlockPart | null {
  if (typeof value !== "object" || value === null) return null;
  const { amendments, changes, result } = value as Record<string, unknown>;
  if (typeof changes !== "string" || typeof result !== "string" || !isTexts(amendments)) return null;
  return { amendments, changes, result };
}

function parseParent(value: unknown): ParentVoted | null {
  if (typeof value !== "object" || value === null) return null;
  const { amendment, revision, hash } = value as Record<string, unknown>;
  if (typeof amendment !== "string" || typeof revision !== "number" || typeof hash !== "string") return null;
  return { amendment, revision, hash };
}

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === "string");
