import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { launchBrowser } from "../support/browser.ts";
import { documentOf } from "./drawn.ts";
import type { Face } from "./face.ts";
import { faultsOf, keepPicture, sizes } from "./judge.ts";
import { faces } from "./states.ts";

/** `CAHIER_FACES=now` draws only those. */
const chosen = faces.filter((face) => face.name.startsWith(process.env["CAHIER_FACES"] ?? ""));

const sizesOf = ({ view, only }: Face): readonly (keyof typeof sizes)[] =>
  only ? [only] : view.page === "screen" ? ["phone", "desk", "hall"] : ["phone", "desk"];

describe("every face, as the browser draws it", () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await launchBrowser();
    page = await (await browser.newContext({ locale: "fr-FR" })).newPage();
  });
  afterAll(async () => browser.close());

  it.each(chosen)("UI-14 $name: axe finds nothing, nothing is cut off sideways, light and dark", async (face) => {
    for (const size of sizesOf(face)) {
      await page.setViewportSize(sizes[size]);
      for (const scheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme: scheme });
        await page.setContent(documentOf(face));
        await keepPicture(page, `${face.name}-${size}-${scheme}`, size === "phone");
        expect(await faultsOf(page), `${size}, ${scheme}`).toEqual([]);
      }
    }
  });
});
