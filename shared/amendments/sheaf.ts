import type { Json } from "../journal/index.ts";
import { changeSetBody, type ChangeSet } from "./change.ts";
import type { Opinion } from "./opinion.ts";

/** A version of the text on which amendments of the sheaf were written, whole: `hash` is that of the document, `head` of its chain. */
export interface SheafBase {
  readonly version: number;
  readonly head: string;
  readonly hash: string;
  readonly document: Json;
}

/** One amendment of a sheaf, at its last revision. */
interface SheafAmendment {
  readonly number: number;
  readonly revision: number;
  readonly author: string;
  readonly cosignatories: readonly string[];
  /** That of the drafting group, on this revision. */
  readonly opinion: Opinion | null;
  /** One of the bases. */
  readonly base: { readonly version: number; readonly head: string };
  /** Null: it is broken, and nothing can be said of what it asks for. */
  readonly changes: ChangeSet | null;
  readonly hash: string;
  /** Null: none was given, or it was erased. */
  readonly rationale: string | null;
  readonly state: string;
}

/** All amendments of one text, with what it takes to read them alone. */
export interface Sheaf {
  readonly text: { readonly id: string; readonly title: string; readonly language: string };
  readonly bases: readonly SheafBase[];
  readonly amendments: readonly SheafAmendment[];
}

export const sheafFormat = { format: "cahier-sheaf", version: 1 } as const;

/** The sheaf as it leaves the house (docs/sheaf-format.md), its amendments in the order in which they are given. */
export const sheafJson = ({ text, bases, amendments }: Sheaf): Json => ({
  ...sheafFormat,
  text: { ...text },
  bases: bases.map((base) => ({ ...base })),
  amendments: amendments.map(({ changes, rationale, base, cosignatories, opinion, ...facts }) => ({
    ...facts,
    ...(cosignatories.length === 0 ? {} : { cosignatories: [...cosignatories] }),
    ...(opinion === null ? {} : { opinion }),
    base: { ...base },
    ...(changes === null ? {} : { changes: plain(changes) }),
    ...(rationale === null ? {} : { rationale }),
  })),
});

/** As it is hashed. */
function plain(changes: ChangeSet): Json {
  const json: Json = JSON.parse(changeSetBody(changes));
  return json;
}
