import type { Page } from "playwright-core";

import type { Device, Hall } from "./hall.ts";
import { enters } from "./hands.ts";
import {
  admits,
  codeForDrafter,
  delegateCodes,
  opensGathering,
  opensText,
  printsCodes,
  takesRole,
  type Card,
  type GatheringFacts,
} from "./organising.ts";
import { opensSheet, says, types } from "./workshop.ts";

/** One delegation of each name, with one mandated delegate. */
export interface AssemblyFacts extends GatheringFacts {
  readonly delegations: readonly string[];
}

/** A gathering that is open, its delegations admitted, its codes printed, somebody at the chair. */
export interface Assembly {
  /** `http://…/r/rencontre` */
  readonly home: string;
  readonly organiser: Page;
  readonly chair: Page;
  readonly cards: readonly Card[];
}

export async function gathers(hall: Hall, { delegations, ...facts }: AssemblyFacts): Promise<Assembly> {
  const [organiser, chair] = [await hall.person(), await hall.person()];
  const home = await opensGathering(organiser, hall.house.organiserLink(), facts);
  const list = delegations.map((name) => `${name}, 1, 0`);
  await admits(organiser, home, list);
  const cards = await printsCodes(organiser, home);
  await takesRole(chair, organiser, home, "chair");
  return { home, organiser, chair, cards };
}

/** The delegate of a delegation comes in and enters with their card. */
export async function delegateOf(hall: Hall, { home, cards }: Assembly, name: string, device: Device): Promise<Page> {
  const person = await hall.person(device);
  await enters(person, home, delegateCodes(cards, name)[0] ?? "");
  return person;
}

/** Somebody of a workshop, on the sheet of the text of this title. */
export async function drafterOf(hall: Hall, { home, organiser }: Assembly, title: string, text: string): Promise<Page> {
  const drafter = await hall.person();
  await enters(drafter, home, await codeForDrafter(organiser, home, title));
  await opensSheet(drafter, text);
  return drafter;
}

/** A text of one paragraph, as its workshop leaves it; gives its address. */
export async function writesText(hall: Hall, assembly: Assembly, title: string, words: string): Promise<string> {
  const text = await opensText(assembly.chair, assembly.home, title);
  const drafter = await drafterOf(hall, assembly, title, text);
  await types(drafter, "Control+End", words);
  await says(drafter, "Tout est écrit");
  await drafter.context().close();
  return text;
}
