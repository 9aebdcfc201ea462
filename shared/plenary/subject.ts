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
export type TextualSubject = AmendmentSubject | TextSubject;

/** What plenary puts to the vote. Only here is a ballot's opaque subject understood. */
export type PlenarySubject = TextualSubject | QuestionSubject;

/** The subject as the ballot carries it: the string that is hashed (docs/record-format.md, Subject). */
export function sealSubject(subject: PlenarySubject): Subject {
  const facts: Json =
    subject.kind === "amendment" ? { ...subject, amendments: [...subject.amendments].sort() } : { ...subject };
  const body = canonicalJson(facts);
  return { kind: subject.kind, body, hash: hashText(body) };
}

/** What a ballot's subject says, or null when it says nothing that plenary knows, or not what was hashed. */
export function readSubject(subject: Subject): PlenarySubject | null {
  if (hashText(subject.body) !== subject.hash) return null;
  const parsed = parseSubject(JSON.parse(subject.body));
  return parsed?.kind === subject.kind ? parsed : null;
}

function parseSubject(value: unknown): PlenarySubject | null {
  if (typeof value !== "object" || value === null) return null;
  const { kind, item, amendments, changes, text, version, head, result, hash } = value as Record<string, unknown>;
  if (kind === "question") return typeof item === "string" ? { kind, item } : null;
  if (typeof text !== "string" || typeof version !== "number" || typeof head !== "string") return null;
  if (kind === "text") return typeof hash === "string" ? { kind, text, version, head, hash } : null;
  if (kind !== "amendment" || typeof changes !== "string" || typeof result !== "string") return null;
  return isTexts(amendments) ? { kind, amendments, changes, text, version, head, result } : null;
}

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === "string");
