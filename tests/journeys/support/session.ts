import type { Locator, Page } from "playwright-core";

import { middleOf } from "./amending.ts";
import { presses, pressesTwice, sees } from "./hands.ts";
import { concludes, opensBallot } from "./plenary.ts";
import { votes, type Answer } from "./voting.ts";

/** A session of the plenary: who chairs, on whose phones the votes are given, and where. */
export interface Session {
  readonly home: string;
  readonly text: string;
  readonly chair: Page;
  readonly voters: readonly Page[];
}

/** The line of an amendment in the chair's running order, by the number that it bears. */
const lineOf = (chair: Page, label: string): Locator =>
  chair.locator("ol.calls li[data-is], ol.calls li:not(.joint)").filter({
    has: chair.locator(`xpath=./*[contains(@class,"no") and normalize-space(.)="${label}"]`),
  });

/** Calls an amendment by its own button. */
export async function callsAlone({ chair }: Session, label: string): Promise<void> {
  await presses(lineOf(chair, label).first(), "Appeler");
  await lineOf(chair, label).locator(".life", { hasText: "En discussion" }).first().waitFor();
}

/** Calls all that can still be called, together. */
export async function callsTheRest({ chair }: Session): Promise<number> {
  await chair.getByText("Appeler plusieurs ensemble").click();
  const boxes = await chair.locator("#together input[type=checkbox]").all();
  for (const box of boxes) await box.check();
  await presses(chair, "Appeler ceux qui sont cochés");
  await sees(chair, `${boxes.length} amendements en bloc`);
  return boxes.length;
}

/** The ballot on what is called: all vote alike; closed and proclaimed. */
export async function decides(session: Session, answer: Answer): Promise<void> {
  await opensBallot(session.chair);
  await votesOn(session, answer);
}

/** The same of a ballot that is open. */
export async function votesOn({ chair, voters, home }: Session, answer: Answer): Promise<void> {
  for (const phone of voters) {
    await phone.goto(`${home}/`);
    await votes(phone, answer);
  }
  await concludes(chair);
}

/** The number of the last ballot. */
export async function lastBallot({ home, chair }: Session): Promise<number> {
  const scores: unknown = await (await chair.request.get(`${home}/journal.json?apres=0`)).json();
  return [...JSON.stringify(scores).matchAll(/ballot\.opened/gu)].length;
}

/** Takes a decided ballot back, with its reason; what it had adopted leaves the text. */
export async function annuls({ chair, home }: Session, ballot: number, reason: string): Promise<void> {
  await chair.goto(`${home}/scrutins/${ballot}`);
  await chair.locator("#annuler").getByLabel("Raison").fill(reason);
  await pressesTwice(chair, "Annuler ce scrutin");
  await chair.waitForURL(`${home}/tribune`);
}

/** Until when amendments may be submitted. */
export async function setsDeadline(chair: Page, home: string, day: string, time: string): Promise<void> {
  await chair.goto(`${home}/amendements`);
  await chair.getByText(/l’heure limite de dépôt$|une heure limite de dépôt$/u).click();
  await chair.getByLabel("Jour").fill(day);
  await chair.getByLabel("Heure").fill(time);
  await presses(chair, "Fixer l’heure limite");
  await chair.getByText("Changer l’heure limite de dépôt").waitFor();
}

/** Puts another word in place of one, in the amendment of this number, and submits it anew. */
export async function revises(phone: Page, home: string, number: number, from: string, to: string): Promise<void> {
  await phone.goto(`${home}/amendements/${number}`);
  await presses(phone, "Rectifier l’amendement");
  await sees(phone, "Gardé sur cet appareil");
  const { x, y } = await middleOf(phone, from);
  await phone.mouse.dblclick(x, y);
  await phone.keyboard.type(to, { delay: 20 });
  await phone.locator(".wish-changes ins", { hasText: to }).waitFor();
  await presses(phone, `Déposer l’amendement ${number} bis`);
  await phone.waitForURL(/\/amendements\/\d+$/u);
}

/** Puts another word in place of one that an amendment brings; gives the name of the sub-amendment. */
export async function subAmends(phone: Page, home: string, number: number, from: string, to: string): Promise<string> {
  await phone.goto(`${home}/amendements/${number}`);
  await presses(phone, "Sous-amender");
  await sees(phone, "Gardé sur cet appareil");
  const { x, y } = await middleOf(phone, from);
  await phone.mouse.dblclick(x, y);
  await phone.keyboard.type(to, { delay: 20 });
  await phone.locator(".wish-changes ins", { hasText: to }).waitFor();
  await presses(phone, "Déposer le sous-amendement");
  await phone.waitForURL(/\/amendements\/\d+-\d+$/u);
  return /[\d-]+$/u.exec(phone.url())?.[0] ?? "";
}

/** The opinion of who wrote the text. */
export async function favours(drafter: Page, home: string, number: number): Promise<void> {
  await drafter.goto(`${home}/amendements/${number}`);
  await drafter.getByText("Donner l’avis du groupe de rédaction").click();
  await drafter.locator("input[name=opinion][value=favourable]").check();
  await presses(drafter, "Donner cet avis");
  await drafter.locator(".opinions", { hasText: "Groupe de rédaction" }).waitFor();
}

/** Of each amendment on the printed sheaf: the numbers that stand beside its articles and paragraphs. */
export async function printedLabels(page: Page, text: string): Promise<Readonly<Record<string, readonly string[]>>> {
  await page.goto(`${text}/liasse`);
  const labels: Record<string, readonly string[]> = {};
  for (const folio of await page.locator(".folio").all()) {
    const spoken = await folio.locator(".text .no, .text .art").allTextContents();
    labels[(await folio.getAttribute("id")) ?? ""] = spoken.map((words) => words.replaceAll(/\s+/gu, " ").trim());
  }
  return labels;
}

/** A text as one reads it, a line a title, an article or a paragraph, with its number. */
export async function readsWhole(page: Page, text: string): Promise<readonly string[]> {
  await page.goto(text);
  const lines = await page.locator("#texte h2, #texte .alinea").allTextContents();
  return lines.map((words) => words.replaceAll(/\s+/gu, " ").trim());
}
