import type { Page } from "playwright-core";

import { enters, fills, presses, sees } from "./hands.ts";

export interface GatheringFacts {
  readonly name: string;
  readonly place: string;
  readonly firstDay: string;
}

/** The organiser opens a gathering by the one-time link; gives its address, `http://…/r/rencontre`. */
export async function opensGathering(organiser: Page, link: string, facts: GatheringFacts): Promise<string> {
  await organiser.goto(link);
  await fills(organiser, { ...facts });
  await presses(organiser, "Ouvrir la rencontre");
  await sees(organiser, "La rencontre est ouverte");
  return /^.*\/r\/[^/]+/u.exec(organiser.url())?.[0] ?? "";
}

/** Pastes a list, one a line: name, delegates, observers; reads what will be made, confirms. */
export async function admits(organiser: Page, home: string, list: readonly string[]): Promise<void> {
  await organiser.goto(`${home}/accueil/liste`);
  await fills(organiser, { list: list.join("\n") });
  await presses(organiser, "Relire la liste");
  await sees(
    organiser,
    new RegExp(list.length === 1 ? "Une délégation sera inscrite" : `${list.length} délégations`, "u"),
  );
  await organiser.locator("form[data-act='delegation.admit'] button").click();
  await organiser.waitForURL(/\/accueil(?!\/liste)/u);
}

/** Makes and prints the codes of all delegations; gives them as the cards have them: for whom, and the code. */
export async function printsCodes(organiser: Page, home: string): Promise<readonly Card[]> {
  await organiser.goto(`${home}/codes`);
  await presses(organiser, "Faire les codes de toutes les délégations");
  await organiser.waitForURL(/feuille/u);
  return cardsOn(organiser);
}

export interface Card {
  readonly holder: string;
  readonly code: string;
}

/** The codes of a delegation's mandated delegates. */
export const delegateCodes = (cards: readonly Card[], delegation: string): readonly string[] =>
  cards.filter(({ holder }) => holder.includes("Délégué·e") && holder.includes(delegation)).map(({ code }) => code);

export const observerCodes = (cards: readonly Card[], delegation: string): readonly string[] =>
  cards.filter(({ holder }) => holder.includes("Observateur") && holder.includes(delegation)).map(({ code }) => code);

export type Role = "chair" | "secretary" | "teller" | "observer" | "organiser";

export async function codeForRole(organiser: Page, home: string, role: Role): Promise<string> {
  await organiser.goto(`${home}/codes`);
  await organiser.locator("#field-role").selectOption(role);
  await presses(organiser, "Faire un code");
  return codeOnSheet(organiser);
}

/** The code of a seat in the workshop of the text of this title. */
export async function codeForDrafter(organiser: Page, home: string, title: string): Promise<string> {
  await organiser.goto(`${home}/codes`);
  await organiser.locator("#field-text").selectOption({ label: title });
  await presses(organiser, "Faire un code de rédaction");
  return codeOnSheet(organiser);
}

/** Opens a text of this title; gives its address. */
export async function opensText(person: Page, home: string, title: string): Promise<string> {
  await person.goto(`${home}/textes`);
  await fills(person, { title });
  await presses(person, "Ouvrir un texte");
  await person.waitForURL(/\/textes\/[^/]+$/u);
  return person.url();
}

/** Somebody of the desk marks that the delegation has come. */
export async function welcomes(desk: Page, home: string, delegation: string): Promise<void> {
  await desk.goto(`${home}/accueil`);
  await presses(desk, `Arrivée ${delegation}`);
  await desk.getByRole("button", { name: `Départ ${delegation}`, exact: true }).waitFor();
}

/** Enters with a code that the organiser hands over on the spot. */
export async function takesRole(person: Page, organiser: Page, home: string, role: Role): Promise<void> {
  await enters(person, home, await codeForRole(organiser, home, role));
}

async function codeOnSheet(organiser: Page): Promise<string> {
  await organiser.waitForURL(/feuille\?place=/u);
  const [card] = await cardsOn(organiser);
  return card?.code ?? "";
}

const cardsOn = (page: Page): Promise<readonly Card[]> =>
  page.locator(".card").evaluateAll((cards) =>
    cards.map((card) => ({
      holder: (card.querySelector(".card-for")?.textContent ?? "").replaceAll(/\s+/gu, " "),
      code: card.querySelector(".code")?.textContent ?? "",
    })),
  );
