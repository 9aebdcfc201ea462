import { expect, it } from "vitest";

import { drawDocument, templates, type AnyView } from "../../../client/pages/index.ts";
import { ballotView } from "../../support/assembly-views.ts";
import { screenView } from "../../support/console-views.ts";
import { manyOptions } from "../../support/question-views.ts";

const assets = { script: null, styles: [], preloads: [], icon: null };

/** The options of the tally, in the order in which they stand. */
function counted(view: AnyView): { readonly page: string; readonly options: readonly string[] } {
  const template = templates.get(view.page);
  if (!template) throw new Error(view.page);
  const page = drawDocument(template, view, assets);
  const table = /<table class="tally".*?<\/table>/su.exec(page)?.[0] ?? "";
  const options = [...table.matchAll(/<th scope="row"><span dir="auto">([^<]+)</gu)].map(([, words = ""]) => words);
  return { page, options };
}

it("BAL-141 the hall reads the five options said most often and where the others are; the ballot's page all nine", () => {
  const stage = { stage: "declared", result: manyOptions } as const;
  const hall = counted(screenView({ kind: "result", stage, published: null }));
  expect(hall.options.map((words) => words.slice(0, 6))).toEqual(["Chassa", "Kerloc", "Pont-B", "Brémon", "Tanner"]);
  expect(hall.page).toContain("toutes sont à la page du scrutin");
  const { options, page } = counted(ballotView(stage));
  expect(options).toHaveLength(9);
  expect(page).not.toContain("toutes sont à la page du scrutin");
});
