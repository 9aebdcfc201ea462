import { expect, test } from "vitest";

import { readDocument } from "../../../server/texts/index.ts";
import { replayRecord } from "../../../scripts/verify-replay.ts";
import { checkRecord } from "../../../scripts/verify.ts";
import type { TextNode } from "../../../shared/texts/index.ts";
import { readAloud, sheet } from "../../support/amendments/sheet.ts";
import { openRoad } from "../../support/road.ts";
import { faultsOf } from "../../support/second-verifier.ts";

const articles = `
  t title: Déclaration
  a1 article: Des biens communs
    p1: L’eau ne se vend pas.
  a2 article: De la maison du peuple
    p2: Chaque commune peut ouvrir une maison du peuple, gérée par celles et ceux qui l’utilisent.`;

/** The article and the paragraph of these words, by the ids that the text gave them. */
function named(doc: TextNode, words: string): string {
  let id = "";
  doc.descendants((node) => {
    if (node.isTextblock && node.textContent.startsWith(words)) id = String(node.attrs["id"]);
  });
  return id;
}

test("AMD-56 AMD-11 an article is moved by one ballot, a word changed in it by the next: both stand, and the record holds for both verifiers", async () => {
  await using road = await openRoad();
  const text = await road.table("Déclaration");
  const [first, second] = road.three;
  if (!first || !second) throw new Error("Three delegations were to be there");
  const now = async (): Promise<{ version: number; doc: TextNode }> =>
    road.fresh.storage.read(async (tx) => {
      const rows = await tx.db.select().from(tx.tables.texts);
      const version = rows.find(({ id }) => id === text)?.version ?? 0;
      return { version, doc: (await readDocument(tx, text, version)).doc };
    });
  const amend = async (who: typeof first, version: number, document: unknown): Promise<string> => {
    const asked = { delegation: who.delegation, text, version, document, rationale: "" };
    return (await road.assembly.act(who.cookie, "amendment.submit", asked)).json().amendment;
  };
  const adopt = async (amendment: string): Promise<void> => {
    await road.call(amendment);
    await road.decide(`amendment:${amendment}`, ["for", "for", "for"]);
  };
  const tabled = await now();
  const title = tabled.doc.child(0).toJSON();
  const [, ...blocks] = sheet(articles).toJSON().content;
  await adopt(await amend(first, tabled.version, { type: "doc", content: [title, ...blocks] }));

  const { version, doc: before } = await now();
  const [head, one, two] = before.toJSON().content;
  const moving = await amend(first, version, { type: "doc", content: [head, two, one] });
  const changed = JSON.parse(JSON.stringify(before.toJSON()).replace("se vend", "s’achète"));
  const changing = await amend(second, version, changed);
  await adopt(moving);
  await adopt(changing);

  const { doc: after } = await now();
  expect(readAloud(after).split("\n").slice(1)).toEqual([
    "articleTitle: De la maison du peuple",
    "paragraph: Chaque commune peut ouvrir une maison du peuple, gérée par celles et ceux qui l’utilisent.",
    "articleTitle: Des biens communs",
    "paragraph: L’eau ne s’achète pas.",
  ]);
  for (const words of ["Des biens", "L’eau", "De la maison", "Chaque"]) {
    expect(named(after, words)).toBe(named(before, words));
  }
  const record = await road.record();
  expect(() => replayRecord(checkRecord(record))).not.toThrow();
  expect(faultsOf(record)).toEqual([]);
});
