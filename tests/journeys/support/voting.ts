import type { Page } from "playwright-core";

import { exactWords, presses, sees } from "./hands.ts";

export type Answer = "Pour" | "Contre" | "Abstention" | "Ne prend pas part au vote";

/** Fills in the paper that has come by itself, casts it, and waits for the receipt. */
export async function votes(phone: Page, answer: Answer): Promise<void> {
  await chooses(phone, answer);
  await presses(phone, "Déposer mon bulletin");
  await sees(phone, "Bulletin enregistré");
}

/** The same without scripts: the page is asked for anew. */
export async function votesByForm(phone: Page, home: string, answer: Answer): Promise<void> {
  await phone.goto(`${home}/`);
  await votes(phone, answer);
}

export async function changesVote(phone: Page, answer: Answer): Promise<void> {
  await phone.getByText("Changer mon vote avant la clôture").click();
  await chooses(phone, answer);
  await presses(phone, "Remplacer mon bulletin");
  await phone.locator(".mine", { hasText: answer }).waitFor();
}

/** At the table of votes, for a delegation without a phone. */
export async function entersVote(teller: Page, delegation: string, answer: Answer): Promise<void> {
  await teller.locator("#table-voter").selectOption({ label: delegation });
  await chooses(teller, answer);
  await presses(teller, "Enregistrer ce bulletin");
  await teller.locator("#table-voter option", { hasText: `${delegation} (a voté)` }).waitFor({ state: "attached" });
}

const chooses = (page: Page, answer: Answer): Promise<void> =>
  page
    .locator(".choice", { hasText: exactWords(answer) })
    .filter({ visible: true })
    .first()
    .click();
