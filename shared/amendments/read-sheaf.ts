import { limits } from "../limits.ts";
import { ok, refuse, type Result } from "../refusals.ts";
import { parseText, plainJson, textHash, type TextNode } from "../texts/index.ts";
import { isStorableText } from "../journal/index.ts";
import { apply } from "./apply.ts";
import { canonicalise } from "./canonicalise.ts";
import { changeSetHash, parseChangeSet, type ChangeSet } from "./change.ts";
import { sheafFormat } from "./sheaf.ts";

/** What an amendment of a sheaf from elsewhere says of itself. Nothing of it is proved. */
export interface ClaimedAmendment {
  readonly number: number;
  readonly author: string;
  readonly base: { readonly version: number; readonly head: string };
  readonly changes: unknown;
  readonly hash: string;
  readonly rationale: string;
}

interface ClaimedBase {
  readonly version: number;
  readonly head: string;
  readonly hash: string;
  readonly document: unknown;
}

/** A sheaf from elsewhere: what can be read of each amendment, or what is left of its number and author. */
export interface ClaimedSheaf {
  readonly bases: readonly ClaimedBase[];
  readonly amendments: readonly (
    | { readonly readable: true; readonly claimed: ClaimedAmendment }
    | { readonly readable: false; readonly number: number | null; readonly author: string | null }
  )[];
}

/**
 * Reads a file as a sheaf, each amendment apart: one that has not the form of one takes no other along. Refuses `malformed`
 * what is no sheaf, `too-large` one of more amendments than a file may bring.
 */
export function readSheaf(input: unknown): Result<ClaimedSheaf> {
  const file = fieldsOf(input);
  if (file?.["format"] !== sheafFormat.format || file["version"] !== sheafFormat.version) return refuse("malformed");
  const { bases, amendments } = file;
  if (!Array.isArray(bases) || !Array.isArray(amendments)) return refuse("malformed");
  if (amendments.length > limits.amendmentsPerSheaf || bases.length > limits.amendmentsPerSheaf)
    return refuse("too-large");
  return ok({
    bases: bases.flatMap((one) => claimedBase(one) ?? []),
    amendments: amendments.map((one) => {
      const claimed = claimedAmendment(one);
      if (claimed) return { readable: true, claimed };
      const { number, author } = fieldsOf(one) ?? {};
      return { readable: false, number: isCount(number) ? number : null, author: isName(author) ? author : null };
    }),
  });
}

/** The version that an amendment was written on, proved to be what its hash says; null when the file has not got it. */
export function baseOf(sheaf: ClaimedSheaf, { base }: ClaimedAmendment): { doc: TextNode; hash: string } | null {
  const claimed = sheaf.bases.find(({ version, head }) => version === base.version && head === base.head);
  const doc = claimed && whole(() => parseText(claimed.document));
  if (!doc?.ok || textHash(doc.value) !== claimed?.hash) return null;
  return { doc: doc.value, hash: claimed.hash };
}

/**
 * The change set of an amendment from elsewhere: made on its base, it gives a valid text; what changed between the two,
 * found anew, has the hash that it claims. Refuses `unprovable-amendment` anything else, and never throws.
 */
export function proveAmendment(base: TextNode, { changes, hash }: ClaimedAmendment): Result<ChangeSet> {
  const proved = whole(() => {
    const amended = apply(base, parseChangeSet(JSON.stringify(changes)), 0);
    const text = amended.ok ? parseText(plainJson(amended.value.toJSON())) : amended;
    return text.ok ? canonicalise(base, text.value) : text;
  });
  return proved?.ok && changeSetHash(proved.value) === hash ? proved : refuse("unprovable-amendment");
}

/** Null when it throws: what comes from elsewhere may be anything. */
function whole<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

function claimedBase(input: unknown): ClaimedBase | null {
  const { version, head, hash, document } = fieldsOf(input) ?? {};
  return isCount(version) && isHash(head) && isHash(hash) ? { version, head, hash, document } : null;
}

function claimedAmendment(input: unknown): ClaimedAmendment | null {
  const { number, author, base, changes, hash, rationale = "" } = fieldsOf(input) ?? {};
  const { version, head } = fieldsOf(base) ?? {};
  if (!isCount(number) || !isName(author) || !isHash(hash) || !Array.isArray(changes)) return null;
  if (!isCount(version) || !isHash(head) || typeof rationale !== "string") return null;
  if (rationale.length > limits.rationaleCharacters || !isStorableText(rationale)) return null;
  return { number, author, base: { version, head }, changes, hash, rationale };
}

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> | null =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : null;

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
const isHash = (value: unknown): value is string => typeof value === "string" && /^[0-9a-f]{64}$/u.test(value);
const isName = (value: unknown): value is string =>
  typeof value === "string" && value.length <= limits.nameCharacters && isStorableText(value);
