import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { recordOf, takeSeat, type Seat } from "../../scripts/demo/seat.ts";
import { launchBrowser } from "../support/browser.ts";
import { dataFolder, serve, type Served } from "../support/served.ts";
import { faultsOf, keepPicture, schemes, sizes } from "./judge.ts";

/** A gathering on a server of its own, as far as the two sheets need it. */
interface House {
  readonly served: Served;
  readonly home: string;
  readonly chair: Seat;
  readonly draft: string;
  readonly tabled: string;
  readonly delegation: string;
  code(of: object): Promise<string>;
}

const words = "Chaque commune peut ouvrir une maison du peuple";

describe("the two sheets, as their own bundles draw them", () => {
  const folder = dataFolder();
  let browser: Browser;
  let house: House;
  let visits = 0;

  beforeAll(async () => {
    browser = await launchBrowser();
    house = await openHouse(folder.path);
  });
  afterAll(async () => {
    console.log(`${visits} visits of the two sheets, live`);
    await browser.close();
    house.served.process.kill("SIGTERM");
    await house.served.ended;
    folder.remove();
  });

  /** Judges the page as it stands, at both sizes, light and dark. */
  async function expectNoFault(page: Page, state: string): Promise<void> {
    for (const size of ["phone", "desk"] as const) {
      await page.setViewportSize(sizes[size]);
      for (const colorScheme of schemes) {
        await page.emulateMedia({ colorScheme });
        await keepPicture(page, `live-${state}-${size}-${colorScheme}`);
        expect(await faultsOf(page, colorScheme), `${state}, ${size}, ${colorScheme}`).toEqual([]);
        visits += 1;
      }
    }
    await page.setViewportSize(sizes.desk);
  }

  it("UI-25 writing: with its words, a link, offline, closed by tabling with words offered back", async () => {
    const { home, draft } = house;
    const page = await enter(browser, house, await house.code({ role: "drafter", text: draft }));
    await page.goto(`${home}/textes/${draft}/ecrire`);
    const says = (said: string) => page.locator(".says", { hasText: said }).waitFor();
    const sheet = page.getByRole("textbox", { name: "Feuille de l’atelier" });
    await says("Tout est écrit");
    await expectNoFault(page, "write-blank");
    await sheet.locator(".alinea").first().click();
    await page.keyboard.type(words);
    await says("Tout est écrit");
    await expectNoFault(page, "write");
    await page.getByRole("button", { name: "Lien", exact: true }).click();
    await expectNoFault(page, "write-link");
    await page.keyboard.press("Escape");
    await page.context().setOffline(true);
    await sheet.click();
    await page.keyboard.type(", écrit sans réseau");
    await says("Hors ligne");
    await expectNoFault(page, "write-offline");
    await house.chair.act("text.table", { text: draft });
    await page.context().setOffline(false);
    await says("Ce texte ne s’écrit plus ici");
    await expectNoFault(page, "write-closed");
  });

  it("UI-25 composing: nothing yet, a change, offline, refused, submitted", async () => {
    const { home, tabled } = house;
    const page = await enter(browser, house, await house.code({ delegation: house.delegation }));
    await page.goto(`${home}/textes/${tabled}/amender`);
    const sheet = page.getByRole("textbox", { name: "Le texte, à modifier" });
    await sheet.waitFor();
    await expectNoFault(page, "amend-empty");
    await sheet.locator(".text-title, .alinea, p").first().click();
    await page.keyboard.press("End");
    await page.keyboard.type(" et libre");
    await page.locator("#ce-qui-change ins").first().waitFor();
    await expectNoFault(page, "amend");
    await page.context().setOffline(true);
    await page.getByRole("button", { name: "Déposer l’amendement" }).click();
    await page.getByText("Pas de réseau").waitFor();
    await expectNoFault(page, "amend-offline");
    await page.context().setOffline(false);
    await page.getByRole("button", { name: "Déposer l’amendement" }).click();
    await page.waitForURL(/\/amendements\/1$/u);
    await expectNoFault(page, "amendment-submitted");
  });
});

async function openHouse(folder: string): Promise<House> {
  const served = await serve({ env: { DATA_DIR: folder } });
  const founder = takeSeat(served.url, "");
  const created = await founder.post(new URL(served.organiser).pathname, {
    name: "Commune des Communes",
    place: "Commercy",
    firstDay: "2020-01-18",
    timeZone: "Europe/Paris",
    language: "fr",
  });
  const gathering = /^\/r\/[^/]+/u.exec(String(created["see"]))?.[0] ?? "";
  const organiser = founder.in(gathering);
  const code = async (of: object): Promise<string> => {
    const issued = (await organiser.act("code.issue", { ...of }))["issued"];
    return String(recordOf(Array.isArray(issued) ? issued[0] : null)["code"]);
  };
  const chair = takeSeat(served.url, gathering);
  await chair.post("/entrer", { code: await code({ role: "chair" }) });
  const draft = String((await chair.act("text.create", { title: "Des lieux communs" }))["text"]);
  const tabled = String((await chair.act("text.create", { title: "Déclaration de Commercy" }))["text"]);
  await chair.act("text.table", { text: tabled });
  const delegations = [{ name: "Kerloc’h", delegates: 1, observers: 0 }];
  const delegation = String((await organiser.act("delegation.admit", { delegations }))["admitted"]);
  return { served, home: served.url + gathering, chair, draft, tabled, delegation, code };
}

/** Somebody in a browser of their own, entered with a code. */
async function enter(browser: Browser, house: House, code: string): Promise<Page> {
  const context = await browser.newContext({ locale: "fr-FR", viewport: sizes.desk, reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.goto(`${house.served.url}/entrer/${code}`);
  await page.getByRole("button", { name: "Entrer", exact: true }).click();
  await page.waitForURL(/\/r\//u);
  return page;
}
