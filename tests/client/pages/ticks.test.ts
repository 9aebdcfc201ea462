import { describe, expect, it } from "vitest";

import { drawDocument, templates, type AnyView } from "../../../client/pages/index.ts";
import { consoleView } from "../../support/console-views.ts";
import { callOrder, whatIfView } from "../../support/running-order-views.ts";

function draw(view: AnyView): string {
  const template = templates.get(view.page);
  if (!template) throw new Error(`no page ${view.page}`);
  return drawDocument(template, view, { script: null, styles: [], preloads: [], icon: null });
}

const named = (markup: string, element: RegExp): readonly (string | undefined)[] =>
  [...markup.matchAll(element)].map(({ groups }) => groups?.["id"]);

describe("what is ticked in a list that is kept up to date", () => {
  it("UI-50 stays with its amendment when another goes from the list: each line bears its own name", () => {
    const { lines } = whatIfView();
    const tried = named(draw(whatIfView()), /<li data-is="(?<id>[^"]+)"><label><input type="checkbox"/gu);
    expect(tried).toEqual(lines.map(({ id }) => id));
    const waiting = callOrder.filter(({ state }) => state.state === "submitted");
    const picked = named(
      draw(consoleView({ callOrder, may: ["amendment.callTogether"] })),
      /<label data-is="(?<id>[^"]+)"><input type="checkbox"/gu,
    );
    expect(picked).toEqual(waiting.map(({ id }) => id));
  });
});
