import { expect, it } from "vitest";

import { drawDocument, templates, type AnyView } from "../../../client/pages/index.ts";
import { agendaLines, nowView } from "../../support/assembly-views.ts";
import { screenView } from "../../support/console-views.ts";

const dayMs = 24 * 3600 * 1000;

function words(view: AnyView): string {
  const template = templates.get(view.page);
  if (!template) throw new Error(`no page ${view.page}`);
  const page = drawDocument(template, view, { script: null, styles: [], preloads: [], icon: null });
  return page.replaceAll(/<[^>]*>/gu, " ").replaceAll(/[\s\u00a0]+/gu, " ");
}

it("PLN-52 what comes next is named with its weekday when it is not today's", () => {
  const [line] = agendaLines;
  if (!line) throw new Error("no line");
  const today = { ...line, state: "planned", startMinutes: 540 } as const;
  const next = { ...today, dayMs: today.dayMs + dayMs };
  expect(words(nowView({ kind: "idle" }, { next: today }))).toContain("Ensuite à 9 h");
  expect(words(nowView({ kind: "idle" }, { next }))).toContain("Ensuite lundi à 9 h");
  expect(words(screenView({ kind: "join", next: today }))).toContain("Ensuite 9 h");
  expect(words(screenView({ kind: "join", next }))).toContain("Ensuite lundi, 9 h");
});
