/** What a ballot puts to the vote, for the second verifier. */
import { node, plain, type Node, type Tree } from "./second-verifier-tree.ts";

export const partsOf = (subject: Node): Node[] => {
  if (subject["kind"] === "amendment" || subject["kind"] === "subAmendment") return [subject];
  return subject["kind"] === "block" ? nodesOf(subject["parts"]).map(node) : [];
};
export const nodesOf = (value: Tree | undefined): Tree[] => (Array.isArray(value) ? value : []);

/** Both on one text as a whole, or with an amendment in common. */
export function asksTheSame(one: Node, other: Node): boolean {
  if (one["kind"] === "text" || other["kind"] === "text")
    return one["kind"] === other["kind"] && one["text"] === other["text"];
  const named = (subject: Node): string[] => partsOf(subject).flatMap((part) => nodesOf(part["amendments"]).map(plain));
  return named(one).some((id) => named(other).includes(id));
}
