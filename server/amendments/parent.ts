import { Parent, type ParentRevision, type SubWish } from "../../shared/amendments/index.ts";
import type { TextNode } from "../../shared/texts/index.ts";
import type { Tx } from "../storage/index.ts";
import { readDocument } from "../texts/index.ts";
import { isAlive, readRevisions, readSubs, type AmendmentFacts } from "./store.ts";

/** What a sub-amendment asks for, and on which revision of its parent. */
export const wishOf = ({ changes, onRevision }: AmendmentFacts): SubWish => ({ changes, onRevision: onRevision ?? 0 });

/** The amendment with all its revisions, to which its sub-amendments are carried. */
export async function readParent(
  tx: Tx,
  { id, text }: { readonly id: string; readonly text: string },
): Promise<Parent> {
  const bases = new Map<number, TextNode>();
  const subs = new Map((await readSubs(tx, id)).map((one) => [one.id, one]));
  const revisions: ParentRevision[] = [];
  for (const { revision, changes, base, made } of await readRevisions(tx, id)) {
    const doc = bases.get(base.version) ?? (await readDocument(tx, text, base.version)).doc;
    bases.set(base.version, doc);
    const sub = made === null ? undefined : subs.get(made);
    revisions.push({ revision, base: doc, changes, made: sub ? wishOf(sub) : null });
  }
  return new Parent(revisions);
}

/** The sub-amendments that have to be decided before their parent is. */
export const readLiveSubs = async (tx: Tx, parent: string): Promise<readonly AmendmentFacts[]> =>
  (await readSubs(tx, parent)).filter(isAlive);
