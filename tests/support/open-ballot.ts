import { readAgenda } from "../../server/plenary/index.ts";
import type { Assembly, Seated } from "./assembly.ts";
import { tabledText } from "./tabled-text.ts";

export interface OpenedBallot {
  readonly assembly: Assembly;
  readonly text: string;
  readonly ballot: string;
  readonly number: number;
  readonly hash: string;
}

/** Makes the first item of the agenda current. */
export async function startFirstItem(assembly: Assembly): Promise<string> {
  const [item] = await assembly.fresh.storage.read((tx) => readAgenda(tx, assembly.gathering));
  if (!item) throw new Error("The template has items");
  const started = await assembly.act(assembly.chair.cookie, "agenda.start", { item: item.id });
  if (started.statusCode !== 200) throw new Error(started.body);
  return item.id;
}

/** A tabled text put to the vote as a whole under the first item, by two thirds unless said otherwise. */
export async function openFinalBallot(assembly: Assembly, rule?: string): Promise<OpenedBallot> {
  await startFirstItem(assembly);
  const text = await tabledText(assembly, `${assembly.slug}-text`);
  return { assembly, text, ...(await putToVote(assembly, text, rule)) };
}

export async function putToVote(assembly: Assembly, text: string, rule?: string) {
  const asked = { subject: `text:${text}`, ...(rule === undefined ? {} : { rule }) };
  const opened = await assembly.act(assembly.chair.cookie, "ballot.open", asked);
  if (opened.statusCode !== 200) throw new Error(opened.body);
  const { ballot, number, hash }: { ballot: string; number: number; hash: string } = opened.json();
  return { ballot, number, hash };
}

let keys = 0;

export const freshKey = (): string => `request-key-${(keys += 1)}`;

export const castFor = (
  { assembly, ballot }: OpenedBallot,
  who: Seated & { delegation: string },
  choice: string,
  over: object = {},
) =>
  assembly.act(who.cookie, "vote.cast", {
    ballot,
    delegation: who.delegation,
    choice,
    requestKey: freshKey(),
    ...over,
  });
