import type { Browser, BrowserContextOptions, Page } from "playwright-core";

import { launchBrowser } from "../../support/browser.ts";
import { openHouse, type House, type HouseFacts } from "./house.ts";
import { makeWatch, type Watched } from "./watch.ts";

/** What people hold in their hands. A phone without scripts still gets the server's real headers. */
export const devices = {
  phone: { viewport: { width: 360, height: 640 } },
  plainPhone: { viewport: { width: 360, height: 640 }, javaScriptEnabled: false },
  touch: { viewport: { width: 360, height: 640 }, hasTouch: true },
  desk: { viewport: { width: 1280, height: 800 } },
  projector: { viewport: { width: 1920, height: 1080 } },
} as const satisfies Readonly<Record<string, BrowserContextOptions>>;

export type Device = keyof typeof devices;

/** A server and the people around it. */
export interface Hall {
  readonly house: House;
  readonly browser: Browser;
  /** Somebody comes in: a browser of their own, in which nobody has been. */
  person(device?: Device): Promise<Page>;
  /** From now on whoever comes in is watched: none of these words may reach their browser. */
  neverShows(words: readonly string[]): void;
  /** What reached them all the same, and how much was read to know it. */
  watched(): Watched;
  close(): Promise<void>;
}

/** How long a person waits for what must come before they say that it does not. */
const patienceMs = 45_000;

export async function openHall(facts: HouseFacts = {}): Promise<Hall> {
  const house = await openHouse(facts);
  const browser = await launchBrowser();
  const watch = makeWatch();
  return {
    house,
    browser,
    async person(device = "desk") {
      const context = await browser.newContext({ locale: "fr-FR", ...devices[device] });
      context.setDefaultTimeout(patienceMs);
      watch.follow(context);
      return context.newPage();
    },
    neverShows: watch.neverShows,
    watched: watch.watched,
    async close() {
      await browser.close();
      await house.close();
    },
  };
}
