import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import { openHall, type Hall } from "./support/hall.ts";
import { enters, pressesTwice, presses, sees } from "./support/hands.ts";
import {
  admits,
  codeForDrafter,
  delegateCodes,
  observerCodes,
  opensGathering,
  opensText,
  printsCodes,
  takesRole,
  welcomes,
} from "./support/organising.ts";
import { opensSheet, says, types } from "./support/workshop.ts";

/** Runs before any script of a page: takes away what Chrome 87 or Safari 14 does not have. */
const takeAway = `(() => {
  const taken = [
    [Array.prototype, "at", "findLast", "findLastIndex", "toReversed", "toSorted", "toSpliced", "with"],
    [String.prototype, "at", "isWellFormed", "toWellFormed"],
    [Object.getPrototypeOf(Uint8Array.prototype), "at", "findLast", "toReversed", "toSorted", "with"],
    [Uint8Array.prototype, "toHex", "toBase64"],
    [Object, "hasOwn", "groupBy"],
    [Promise, "withResolvers", "try"],
    [AbortSignal, "any", "timeout"],
    [AbortSignal.prototype, "throwIfAborted"],
    [Intl, "DisplayNames", "DurationFormat", "ListFormat", "Segmenter", "supportedValuesOf"],
    [Crypto.prototype, "randomUUID", "subtle"],
    [HTMLFormElement.prototype, "requestSubmit"],
    [HTMLDialogElement.prototype, "showModal"],
    [SubmitEvent.prototype, "submitter"],
    [CSSStyleSheet.prototype, "replace", "replaceSync"],
    [Document.prototype, "adoptedStyleSheets"],
    [globalThis, "structuredClone", "WeakRef", "FinalizationRegistry", "BroadcastChannel", "requestIdleCallback", "scheduler", "Iterator"],
  ];
  for (const [owner, ...names] of taken) for (const name of names) delete owner[name];
})()`;

let hall: Hall;

beforeAll(async () => {
  hall = await openHall();
});
afterAll(async () => hall?.close());

test("TOOL-19 without what came after the oldest browsers, a text is written and read live, and an amendment composed and submitted", async () => {
  const organiser = await hall.person();
  const home = await opensGathering(organiser, hall.house.organiserLink(), {
    name: "Rencontre de Tanneries",
    place: "Les Tanneries",
    firstDay: "2030-01-19",
  });
  await admits(organiser, home, ["Kerloc’h, 1, 1"]);
  const cards = await printsCodes(organiser, home);
  await welcomes(organiser, home, "Kerloc’h");
  const chair = await hall.person();
  await takesRole(chair, organiser, home, "chair");
  const text = await opensText(chair, home, "Des lieux communs");

  const [observer, brokenFirst] = await withAnOldBrowser();
  await enters(observer, home, observerCodes(cards, "Kerloc’h")[0] ?? "");
  await observer.goto(text);
  const [drafter, broken] = await withAnOldBrowser();
  await enters(drafter, home, await codeForDrafter(organiser, home, "Des lieux communs"));
  await opensSheet(drafter, text);
  await types(drafter, "Control+End", "Chaque commune ouvre un lieu.");
  await drafter.getByRole("button", { name: "Nouvel article" }).click();
  await drafter.keyboard.type("Les garder");
  await says(drafter, "Tout est écrit");
  await sees(observer, "Les garder");
  await chair.goto(text);
  await pressesTwice(chair, "Déposer ce texte");
  await sees(chair, /^Déposé/u);

  const [delegate, brokenToo] = await withAnOldBrowser();
  await enters(delegate, home, delegateCodes(cards, "Kerloc’h")[0] ?? "");
  await delegate.goto(`${text}/amender`);
  await delegate.getByRole("textbox", { name: "Le texte, à modifier" }).locator("p").first().click();
  await delegate.keyboard.press("End");
  await delegate.keyboard.type(" Et le chauffe.");
  await sees(delegate.locator(".wish-changes"), "Et le chauffe.");
  await delegate.fill("#rationale", "Il fait froid.");
  await presses(delegate, "Déposer l’amendement");
  await delegate.waitForURL(/\/amendements\/1$/u);
  await sees(delegate, "Et le chauffe.");
  expect([...brokenFirst, ...broken, ...brokenToo]).toEqual([]);
});

/** Somebody whose phone is of 2020, and what went wrong in it. */
async function withAnOldBrowser(): Promise<readonly [Page, readonly string[]]> {
  const page = await hall.person("phone");
  await page.context().addInitScript(takeAway);
  const broken: string[] = [];
  page.on("pageerror", (error) => broken.push(error.message));
  return [page, broken];
}
