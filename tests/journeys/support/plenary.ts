import type { Locator, Page } from "playwright-core";

import { exactWords, fills, presses, pressesTwice, sees } from "./hands.ts";

/** The point of the programme will be about the text of this title. */
export async function putsOnProgramme(chair: Page, home: string, item: string, title: string): Promise<void> {
  await chair.goto(`${home}/programme`);
  const line = chair.locator("ol.order > li > span", { hasText: exactWords(item) }).locator("..");
  await line.locator("summary").click();
  await line.locator("select[name=text]").selectOption({ label: title });
  await presses(line, "Enregistrer");
  await line.getByRole("link", { name: title, exact: true }).waitFor();
}

/** The chair's console, to be kept open: it never leaves its page. */
export async function takesConsole(chair: Page, home: string): Promise<void> {
  await chair.goto(`${home}/tribune`);
  await sees(chair, "En direct");
}

/** Finds the item in its day, which is folded, and opens it. */
export async function opensItem(chair: Page, item: string): Promise<void> {
  const day = chair.locator("details", { has: chair.locator("ol.day > li", { hasText: item }) });
  if ((await day.getAttribute("open")) === null) await day.locator("summary").click();
  await presses(day.locator("li", { hasText: item }), "Ouvrir ce point");
  await chair.locator("[aria-labelledby=agenda] > [aria-current=step]", { hasText: item }).waitFor();
}

/** The line of an amendment in the order of calls, by its number or its label (« 1 bis »). */
export const callLine = (chair: Page, label: number | string): Locator =>
  chair.locator("ol.order li:not(.joint)", {
    has: chair.locator(".no", { hasText: exactWords(String(label)) }),
  });

/** Calls an amendment by the key that stands on its button. */
export async function calls(chair: Page, label: number | string): Promise<void> {
  const line = callLine(chair, label);
  const key = await line.locator("button[data-key]").getAttribute("data-key");
  await chair.keyboard.press(key ?? "");
  await chair.locator("ol.order li:not(.joint)[aria-current=step] .life", { hasText: "En discussion" }).waitFor();
}

export interface BallotWish {
  readonly question?: string;
  readonly majority?: string;
  readonly quorum?: string;
}

/** Opens the ballot on what is before the assembly, by its key; with another question or rule, typed before. Gives its code. */
export async function opensBallot(chair: Page, wish: BallotWish = {}): Promise<string> {
  const { question, majority, quorum } = wish;
  await turnsToWhole(chair);
  if (question ?? majority ?? quorum) await chair.getByText("Changer la question ou la règle").click();
  if (question !== undefined) await fills(chair, { question });
  if (majority !== undefined) await chair.locator("#usual-majority").selectOption({ label: majority });
  if (quorum !== undefined) await chair.locator("#usual-quorum").selectOption({ label: quorum });
  const open = chair.getByRole("button", { name: "Ouvrir le scrutin", exact: true });
  await open.focus();
  await chair.keyboard.press("o");
  await sees(chair, "Aucune tendance n’est montrée");
  return chair.locator(".vote .code").first().innerText();
}

/** After a ballot its result stands first, and the whole of the text waits for one press. */
export async function turnsToWhole(chair: Page): Promise<void> {
  const whole = chair.locator(".whole-to-come:not([open]) > summary");
  if ((await whole.count()) > 0) await whole.click();
}

export async function lastCall(chair: Page): Promise<void> {
  await chair.keyboard.press("d");
  await sees(chair, "Dernier appel dit");
}

/** Closes and proclaims in one act, by two presses of its key. */
export async function concludes(chair: Page): Promise<void> {
  await pressesKeyTwice(chair, "c", "Oui, clore et proclamer");
  await seesOutcome(chair);
}

/** Closes first, proclaims afterwards: two acts. */
export async function closesThenProclaims(chair: Page): Promise<void> {
  await pressesKeyTwice(chair, "k", "Oui, clore sans proclamer");
  await sees(chair, "Scrutin clos");
  await chair.keyboard.press("p");
  await seesOutcome(chair);
}

/** Tables the text of this title; from then on it changes only by amendment. */
export async function tables(chair: Page, title: string): Promise<void> {
  const line = chair.locator("aside li", { has: chair.getByRole("link", { name: title, exact: true }) });
  await presses(line, "Déposer");
  await line.getByRole("button", { name: "Reprendre le dépôt", exact: true }).waitFor();
}

/** Stops the open ballot: none of its votes is counted. */
export async function cancels(chair: Page): Promise<void> {
  await pressesKeyTwice(chair, "a", "Oui, arrêter sans compter");
  await chair.getByRole("button", { name: "Arrêter sans compter" }).waitFor({ state: "detached" });
}

/** Publishes what was adopted, by two presses. */
export async function publishes(chair: Page): Promise<void> {
  await pressesTwice(chair, "Publier la déclaration");
  await chair.getByRole("button", { name: "Publier la déclaration" }).waitFor({ state: "detached" });
}

export async function closesGathering(chair: Page): Promise<void> {
  await pressesTwice(chair, "Clore la rencontre");
  await chair.getByRole("button", { name: "Clore la rencontre" }).waitFor({ state: "detached" });
}

/** What the ballot decided: large, or in a line once the next one can be opened. */
const seesOutcome = (chair: Page): Promise<void> => chair.locator(".vote .verdict, .vote .before").first().waitFor();

async function pressesKeyTwice(chair: Page, key: string, question: string): Promise<void> {
  await chair.keyboard.press(key);
  await chair.locator("[data-asked]", { hasText: question }).waitFor();
  await chair.keyboard.press(key);
}
