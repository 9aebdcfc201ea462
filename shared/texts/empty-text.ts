import { repairedId } from "./block-id.ts";
import { textSchema, type TextNode } from "./schema.ts";

/**
 * Version 0 of every text: an empty title and one empty paragraph, their ids as the authority would give them.
 * A constant, so that the first commit's `previous` can be 64 zeros and a verifier needs nothing else to begin.
 */
export function emptyText(): TextNode {
  const { doc, title, paragraph } = textSchema.nodes;
  if (!doc || !title || !paragraph) throw new Error("The schema lacks its own nodes");
  return doc.create(null, [title.create({ id: repairedId(0, 1) }), paragraph.create({ id: repairedId(0, 2) })]);
}
