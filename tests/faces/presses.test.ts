import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { launchBrowser } from "../support/browser.ts";
import { documentOf } from "./drawn.ts";
import { drawn } from "./guard.ts";
import { sizes } from "./judge.ts";
import { listeningScript } from "./shown-elements.ts";
import { faces } from "./states.ts";

describe("a button that is pressed twice", () => {
  let browser: Browser;
  let page: Page;
  let script: string;

  beforeAll(async () => {
    [browser, script] = await Promise.all([launchBrowser(), listeningScript()]);
    page = await (await browser.newContext({ locale: "fr-FR" })).newPage();
  });
  afterAll(async () => browser.close());

  async function open(name: string, size: keyof typeof sizes): Promise<void> {
    const face = faces.find((one) => one.name === name);
    if (!face) throw new Error(`no face ${name}`);
    await page.setViewportSize(sizes[size]);
    await page.setContent(documentOf(face));
    await page.addScriptTag({ content: script });
  }
  const sent = (): Promise<readonly string[]> => page.evaluate<readonly string[]>("listening.sent()");
  const asked = (): Promise<readonly string[]> =>
    page.locator("[data-asked] .again").filter({ visible: true }).allInnerTexts();
  const boxes = (): Promise<readonly string[]> => page.evaluate<readonly string[]>(boxesOfButtons);

  it.each(["console-open", "console", "console-tabled", "settings", "agenda-edit"])(
    "UI-47 %s: nothing moves while a button asks",
    async (name) => {
      for (const size of ["desk", "phone"] as const) {
        await open(name, size);
        await page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
        const before = await boxes();
        const buttons = page.locator("[data-twice]");
        expect(await buttons.count()).toBeGreaterThan(0);
        for (let i = 0; i < (await buttons.count()); i += 1) {
          await buttons.nth(i).dispatchEvent("click");
          expect(await asked()).toHaveLength(1);
          expect(await boxes()).toEqual(before);
        }
        expect(await sent()).toEqual([]);
      }
    },
  );

  it.each([
    ["console-answer", "h"],
    ["console-answer", "a"],
    ["console-annulled", "h"],
  ])("UI-51 %s: what the key %s unfolds is seen in its pane", async (name, key) => {
    await open(name, "desk");
    await page.keyboard.press(key);
    await expect.poll(() => page.locator(".vote details[open]").count()).toBe(1);
    await expect.poll(() => page.evaluate<boolean>(isInSight)).toBe(true);
  });

  it("UI-47 one asks at a time: Escape, another press or some seconds, and it is as before; its second press sends", async () => {
    await page.clock.install();
    await open("console-open", "desk");
    await page.keyboard.press("c");
    await page.keyboard.press("a");
    expect(await asked()).toEqual(["Oui, arrêter sans compter"]);
    await page.keyboard.press("Escape");
    expect(await asked()).toEqual([]);
    await page.keyboard.press("k");
    expect(await asked()).toEqual(["Oui, clore sans proclamer"]);
    await page.keyboard.press("d");
    expect(await asked()).toEqual([]);
    expect(await sent()).toEqual(["ballot.lastCall"]);
    await page.keyboard.press("k");
    await page.clock.runFor(5_000);
    expect(await asked()).toHaveLength(1);
    await page.clock.runFor(2_000);
    expect(await asked()).toEqual([]);
    await page.keyboard.press("a");
    await page.keyboard.press("c");
    await page.keyboard.press("c");
    expect(await sent()).toEqual(["ballot.conclude"]);
    expect(await page.evaluate("listening.said().at(-1)")).toBe("Oui, clore et proclamer");
  });

  it("PLN-49 on a desk what an adoption would do stays in sight; a long subject scrolls, and by keyboard too", async () => {
    await open("console", "desk");
    const subject = page.getByRole("region", { name: "Ce qui est en discussion" });
    await subject.focus();
    expect(await page.evaluate("document.activeElement.scrollHeight > document.activeElement.clientHeight")).toBe(true);
    expect(await page.evaluate("getComputedStyle(document.activeElement, '::after').position")).toBe("sticky");
    const words = await subject.boundingBox();
    const effects = await page.locator(".effects").boundingBox();
    const acts = await page.locator(".vote").boundingBox();
    expect((words?.y ?? 0) + (words?.height ?? 0)).toBeLessThanOrEqual(effects?.y ?? 0);
    expect((effects?.y ?? 0) + (effects?.height ?? 0)).toBeLessThanOrEqual(acts?.y ?? 0);
  });

  it("PLN-46 the result stands first: the key that opens does nothing before the whole is asked for", async () => {
    await open("console-whole-to-come", "desk");
    await page.locator(".vote .verdict").waitFor();
    await page.keyboard.press("o");
    expect(await sent()).toEqual([]);
    await page.keyboard.press("x");
    await page.keyboard.press("o");
    expect(await sent()).toEqual(["ballot.open"]);
  });
});

it("UI-48 each question names its act, and no two acts ask the same", () => {
  const actsOf = new Map<string, Set<string>>();
  for (const face of faces) {
    for (const [, act = "", inside = ""] of drawn(face).matchAll(
      /<form [^>]*data-act="([^"]*)"[^>]*>(.*?)<\/form>/gsu,
    )) {
      for (const [, words = ""] of inside.matchAll(/class="again">([^<]*)</gu)) {
        actsOf.set(words, (actsOf.get(words) ?? new Set()).add(act));
      }
    }
  }
  expect(actsOf.size).toBeGreaterThan(8);
  for (const [words, acts] of actsOf) {
    expect(words).toMatch(/^Oui, \p{L}+/u);
    expect([words, ...acts]).toHaveLength(2);
  }
});

const boxesOfButtons = `[...document.querySelectorAll("button, summary, a")].map((one) => {
  const { x, y, width, height } = one.getBoundingClientRect();
  return [x, y, width, height].map(Math.round).join(" ");
})`;

/** All of it is within the pane of the vote, or it begins where the pane does. */
const isInSight = `(() => {
  const details = document.querySelector(".vote details[open]");
  const pane = details.closest(".vote").getBoundingClientRect();
  const { top, bottom } = details.getBoundingClientRect();
  return bottom <= pane.bottom + 1 || Math.abs(top - pane.top) <= 1;
})()`;
