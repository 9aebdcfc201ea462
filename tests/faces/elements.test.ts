import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { launchBrowser } from "../support/browser.ts";
import { documentOf } from "./drawn.ts";
import { faultsOf, keepPicture, schemes, sizes } from "./judge.ts";
import { elementScript, show, wishesOf } from "./shown-elements.ts";
import { cursor, sheetRow, writingFaces } from "./states/writing.ts";

let browser: Browser;
let page: Page;
let script: string;

beforeAll(async () => {
  [browser, script] = await Promise.all([launchBrowser(), elementScript()]);
  page = await (await browser.newContext({ locale: "fr-FR" })).newPage();
});
afterAll(async () => browser.close());

async function open(name: string): Promise<void> {
  const face = writingFaces.find((one) => one.name === name);
  if (!face) throw new Error(`no face ${name}`);
  await page.setContent(documentOf(face));
  await page.addScriptTag({ content: script });
}

describe("every face around a sheet", () => {
  let visits = 0;
  afterAll(() =>
    console.log(`${visits} visits: ${writingFaces.length} faces of 2 pages, at two sizes, light and dark`),
  );

  it.each(writingFaces)("UI-14 UI-22 $name: axe finds nothing, light and dark, nor a printer", async (face) => {
    for (const size of ["phone", "desk"] as const) {
      await page.setViewportSize(sizes[size]);
      for (const scheme of schemes) {
        await page.emulateMedia({ colorScheme: scheme });
        await open(face.name);
        for (const [name, state] of Object.entries(face.elements)) await show(page, name, state);
        await keepPicture(page, `${face.name}-${size}-${scheme}`);
        expect(await faultsOf(page, scheme), `${size}, ${scheme}`).toEqual([]);
        visits += 1;
      }
    }
  });
});

describe("an element", () => {
  const button = (name: string) => page.getByRole("button", { name, exact: true });
  const focused = () =>
    page.evaluate<string>("document.activeElement.getAttribute('data-tool') ?? document.activeElement.id");

  beforeEach(async () => {
    await page.setViewportSize(sizes.desk);
    await open("write");
    await show(page, "cahier-tools", { row: sheetRow, cursor });
  });

  it("UI-40 reports what is wished of each tool, once, and nothing of one that can do nothing now", async () => {
    for (const name of ["Annuler", "Gras", "Italique", "Lien", "Nouvel article"]) await button(name).click();
    await button("Rétablir").click({ force: true });
    await page.selectOption("#kind", "quote");
    expect(await wishesOf(page)).toEqual([
      ["cahier-tool", "undo"],
      ["cahier-tool", "strong"],
      ["cahier-tool", "em"],
      ["cahier-tool", "link"],
      ["cahier-tool", "article"],
      ["cahier-kind", { kind: "quote", settled: false }],
    ]);
  });

  it("UI-40 shows the state that it is given, not what was wished", async () => {
    await page.selectOption("#kind", "quote");
    await button("Gras").click();
    expect(await page.inputValue("#kind")).toBe("paragraph");
    expect(await button("Gras").getAttribute("aria-pressed")).toBe("false");
    await show(page, "cahier-tools", { cursor: { ...cursor, kind: "quote", strong: true } });
    expect(await page.inputValue("#kind")).toBe("quote");
    expect(await button("Gras").getAttribute("aria-pressed")).toBe("true");
  });

  it("UI-40 reports an address as it was typed, its removal, and closing", async () => {
    await show(page, "cahier-tools", { link: { fault: null }, cursor: { ...cursor, link: "https://a.example" } });
    await page.fill("#link", "  exemple.org ");
    await page.keyboard.press("Enter");
    await button("Retirer le lien").click();
    await button("Fermer").click();
    await page.locator("#link").press("Escape");
    expect(await wishesOf(page)).toEqual([
      ["cahier-link", "exemple.org"],
      ["cahier-link", null],
      ["cahier-close", null],
      ["cahier-close", null],
    ]);
  });

  it("UI-40 reports which article is wanted, and which words are put back or left", async () => {
    await show(page, "cahier-outline", { articles: cursor.plan });
    await show(page, "cahier-offered-words", { passages: ["un", "deux"] });
    await button("1. Ouvrir les lieux").click();
    await button("Remettre ici").nth(1).click();
    await button("Laisser").first().click();
    expect(await wishesOf(page)).toEqual([
      ["cahier-go", "b1"],
      ["cahier-take", 1],
      ["cahier-leave", 0],
    ]);
  });

  it("UI-58 gestures act on the paragraph of the cursor, or on its article once that is chosen; in an article’s title on it alone", async () => {
    await open("amend");
    const can = { block: ["add", "suppress"], article: ["add", "up"] };
    await show(page, "cahier-gestures", { place: { block: "Alinéa 4", article: "Article 2", can } });
    await button("Supprimer cet alinéa").click();
    await button("Monter cet alinéa").click({ force: true });
    await button("Article 2").click();
    await button("Monter cet article").click();
    await button("Alinéa 4").click();
    await show(page, "cahier-gestures", { place: { block: null, article: "Article 2", can } });
    await button("Ajouter un article ici").click();
    expect(await wishesOf(page)).toEqual([
      ["cahier-gesture", { gesture: "suppress", unit: "block" }],
      ["cahier-gesture", { gesture: "up", unit: "article" }],
      ["cahier-gesture", { gesture: "add", unit: "article" }],
    ]);
  });

  it("UI-58 the gestures are one stop of the Tab key, and the arrows go through them", async () => {
    await open("amend");
    const can = { block: ["add"], article: [] };
    await show(page, "cahier-gestures", { place: { block: "Alinéa 4", article: "Article 2", can } });
    await button("Article 2").focus();
    const reached: (string | null)[] = [];
    for (const key of ["Tab", "ArrowRight", "End", "ArrowRight", "Escape"]) {
      await page.keyboard.press(key);
      reached.push(await page.evaluate<string | null>("document.activeElement.getAttribute('data-gesture')"));
    }
    expect(reached).toEqual(["add", "suppress", "down", "add", "add"]);
    expect(await wishesOf(page)).toEqual([["cahier-close", null]]);
  });

  it("UI-59 reports which change is to be shown or taken back, and which submission is wanted, by whom it is made", async () => {
    await open("amend");
    const part = { key: "k", place: "Article 2", article: "Article 2", gist: "supprime", block: "b", offset: 0 };
    const delegations = [{ id: "d1", name: "Kerloc’h" }];
    await show(page, "cahier-amendment", { parts: [part], split: ["Article 2", "Article 3"], delegations });
    const cosign = { words: "Cosigner", amendment: "am12", hash: "ab" };
    await show(page, "cahier-amendment", { notices: [{ tone: "warn", words: "La même chose.", links: [], cosign }] });
    await button("Cosigner").click();
    await page.getByRole("link", { name: "Article 2 supprime" }).click();
    await button("Annuler ce changement, Article 2").click();
    await page.selectOption("#for", "d1");
    await button("Déposer d’abord : Article 2").click();
    await button("Déposer l’amendement").click();
    expect(await wishesOf(page)).toEqual([
      ["cahier-cosign", { amendment: "am12", hash: "ab" }],
      ["cahier-part", { key: "k", back: false }],
      ["cahier-part", { key: "k", back: true }],
      ["cahier-submit", { firstAlone: true, delegation: "d1" }],
      ["cahier-submit", { firstAlone: false, delegation: "d1" }],
    ]);
  });

  it("UI-40 reports a rationale as it is typed, one submission, and starting again", async () => {
    await open("amend-empty");
    await show(page, "cahier-amendment", { delegation: "Kerloc’h", rationale: "Parce", changes: [] });
    await page.locator("#rationale").focus();
    await page.keyboard.press("Control+End");
    await page.keyboard.type(" que");
    await button("Déposer l’amendement").click();
    await show(page, "cahier-amendment", { sending: true });
    await button("Déposer l’amendement").click();
    await page.locator("button[name=again]").click();
    expect(await wishesOf(page)).toEqual([
      ["cahier-rationale", "Parce "],
      ["cahier-rationale", "Parce q"],
      ["cahier-rationale", "Parce qu"],
      ["cahier-rationale", "Parce que"],
      ["cahier-submit", { firstAlone: false, delegation: null }],
      ["cahier-again", null],
    ]);
  });

  it("UI-41 a row of tools is one stop of the Tab key; arrows go through it, past what cannot be reached", async () => {
    await show(page, "cahier-tools", { cursor: { ...cursor, kind: "title" } });
    await page.locator("[data-tool=undo]").focus();
    const passed = [await focused()];
    for (let i = 0; i < 6; i++) {
      await page.keyboard.press("ArrowRight");
      passed.push(await focused());
    }
    expect(passed).toEqual(["undo", "redo", "strong", "em", "link", "article", "undo"]);
    await page.keyboard.press("End");
    expect(await focused()).toBe("article");
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.querySelector('.tools').contains(document.activeElement)")).toBe(false);
    await page.keyboard.press("Shift+Tab");
    expect(await focused()).toBe("undo");
    await page.keyboard.press("Escape");
    expect(await wishesOf(page)).toEqual([["cahier-close", null]]);
  });

  it("UI-41 arrows pass through the kinds without leaving the list, and a finger’s choice is settled", async () => {
    await page.locator("#kind").focus();
    await page.keyboard.press("ArrowDown");
    expect(await focused()).toBe("kind");
    expect(await wishesOf(page)).toEqual([["cahier-kind", { kind: "heading", settled: false }]]);
    await page.keyboard.press("ArrowRight");
    expect(await focused()).toBe("strong");
    await page.locator("#kind").dispatchEvent("pointerdown");
    await page.selectOption("#kind", "list");
    expect(await wishesOf(page)).toEqual([["cahier-kind", { kind: "list", settled: true }]]);
  });

  it("UI-42 the focus stays on a tool that is drawn anew, even when it can do nothing any more", async () => {
    await page.locator("[data-tool=undo]").focus();
    await show(page, "cahier-tools", { cursor: { ...cursor, canUndo: false, strong: true } });
    expect(await focused()).toBe("undo");
    expect(await page.locator("[data-tool=undo]").getAttribute("aria-disabled")).toBe("true");
  });

  it("UI-42 the field for a link takes the focus with what stands in it", async () => {
    await show(page, "cahier-tools", { link: { fault: null }, cursor: { ...cursor, link: "https://a.example" } });
    expect(await focused()).toBe("link");
    await page.keyboard.type("b");
    expect(await page.inputValue("#link")).toBe("b");
  });

  it("UI-42 after a passage was left, the focus is on what is left to decide", async () => {
    await show(page, "cahier-offered-words", { passages: ["un", "deux"] });
    await button("Laisser").nth(1).focus();
    await page.keyboard.press("Enter");
    await show(page, "cahier-offered-words", { passages: ["un"] });
    expect(await page.evaluate<string>("document.activeElement.textContent")).toBe("Laisser");
  });
});
