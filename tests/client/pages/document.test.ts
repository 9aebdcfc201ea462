import { describe, expect, it } from "vitest";

import { drawDocument, templates, type AnyView } from "../../../client/pages/index.ts";
import { shellOf } from "../../support/views.ts";

const noAssets = { script: null, styles: [], preloads: [], icon: null };
const built = { script: "/client/a.js", styles: ["/client/a.css"], preloads: ["/client/b.js"], icon: null };

const draw = (view: AnyView, assets: Parameters<typeof drawDocument>[2] = noAssets): string => {
  const template = templates.get(view.page);
  if (!template) throw new Error(`no page ${view.page}`);
  return drawDocument(template, view, assets);
};

describe("a page", () => {
  it("UI-7 is whole before any build: no script, no style, its words and its form", () => {
    const refused = {
      page: "refusal",
      shell: shellOf({ path: "/accueil" }),
      code: "not-signed-in",
      words: "Entrez votre code pour continuer.",
      allowed: null,
      codeForm: "first",
      next: "/r/commercy/accueil",
    };
    const page = draw(refused);
    expect(page).toContain("Entrez votre code pour continuer.");
    expect(page).toContain(`<form method="post" action="/entrer">`);
    expect(page).toContain(`name="next" value="/r/commercy/accueil"`);
    expect(page).not.toContain("<script");
  });

  it("UI-7 links what the build made, and carries its view for the browser", () => {
    const view = { page: "home", shell: shellOf({ gathering: null }), gatherings: [] };
    const page = draw(view, built);
    expect(page).toContain(`<link rel="stylesheet" href="/client/a.css">`);
    expect(page).toContain(`<script type="module" src="/client/a.js">`);
    const json = /<script type="application\/json" id="view">(.*?)<\/script>/su.exec(page)?.[1] ?? "";
    expect(JSON.parse(json)).toEqual(view);
  });

  it("UI-8 says of when it is, until a script makes it live", () => {
    const view = {
      page: "refusal",
      shell: shellOf({}),
      code: "not-found",
      words: "…",
      allowed: null,
      codeForm: null,
      next: null,
    };
    expect(draw(view)).toContain("Page de 11\u00a0h\u00a052");
  });

  it("UI-8 a gathering’s name is words, never markup", () => {
    const gathering = { slug: "x", name: "<b>Valbrune", language: "fr", timeZone: "Europe/Paris" };
    const page = draw({
      page: "refusal",
      shell: shellOf({ gathering }),
      code: "x",
      words: "<i>",
      allowed: null,
      codeForm: null,
      next: null,
    } as AnyView);
    expect(page).not.toMatch(/<b>Valbrune|<i>/u);
  });
});
