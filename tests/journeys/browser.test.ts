import { expect, test } from "vitest";

import { findBrowser, launchBrowser } from "../support/browser.ts";

test("TOOL-4 the browser of the journeys draws French letters with a font that has them, and takes a picture", async () => {
  const { version, source } = await findBrowser();
  console.log(`${version} (${source})`);
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.setContent("<p>L’œuvre « commune » : Délégué·e·s, cœur, Noël, ÀÉÈÙÇ, 12 000</p>");
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("DOM.enable");
    await devtools.send("CSS.enable");
    const { root } = await devtools.send("DOM.getDocument");
    const { nodeId } = await devtools.send("DOM.querySelector", { nodeId: root.nodeId, selector: "p" });
    const { fonts } = await devtools.send("CSS.getPlatformFontsForNode", { nodeId });
    console.log(`drawn with ${fonts.map((font) => font.familyName).join(", ")}`);
    expect(fonts.reduce((sum, font) => sum + font.glyphCount, 0)).toBeGreaterThan(50);
    expect((await page.screenshot()).length).toBeGreaterThan(1_000);
  } finally {
    await browser.close();
  }
});
