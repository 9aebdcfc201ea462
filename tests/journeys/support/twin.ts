import type { Page } from "playwright-core";

import { delegateOf, gathers, writesText, type AssemblyFacts } from "./assembly.ts";
import type { Hall } from "./hall.ts";
import { welcomes } from "./organising.ts";
import { opensBallot, opensItem, putsOnProgramme, tables, takesConsole } from "./plenary.ts";
import { changesVote, votes, type Answer } from "./voting.ts";

export interface TwinFacts extends AssemblyFacts {
  readonly item: string;
  readonly title: string;
}

/** Another gathering in the same house, of the same names, in the middle of a ballot of its own. */
export interface Twin {
  readonly home: string;
  readonly chair: Page;
  readonly phone: Page;
  readonly text: string;
  /** What only its text says. */
  readonly words: string;
  /** Something happens there: a vote is changed. */
  stirs(): Promise<void>;
}

/** What only the other gathering says. */
const mark = "Les voisins";

/**
 * Opens it, and has all who come in afterwards watched: nothing of it may reach them. The server starts once more, since
 * a link of its terminal opens one gathering only.
 */
export async function opensTwin(hall: Hall, { item, title, ...facts }: TwinFacts): Promise<Twin> {
  const assembly = await gathers(hall, facts);
  const { home, chair, organiser } = assembly;
  const [delegation = ""] = facts.delegations;
  const phone = await delegateOf(hall, assembly, delegation, "phone");
  const words = `${mark} disent autre chose.`;
  const text = await writesText(hall, assembly, title, words);
  await welcomes(organiser, home, delegation);
  await putsOnProgramme(chair, home, item, title);
  await takesConsole(chair, home);
  await tables(chair, title);
  await opensItem(chair, item);
  await opensBallot(chair, { question: `${mark} ?` });
  await phone.goto(`${home}/`);
  let answer: Answer = "Abstention";
  await votes(phone, answer);
  hall.neverShows([`${home}/`, new URL(text).pathname.split("/").at(-1) ?? "", mark]);
  await hall.house.kill();
  await hall.house.start();
  return {
    home,
    chair,
    phone,
    text,
    words,
    async stirs() {
      answer = answer === "Pour" ? "Contre" : "Pour";
      await changesVote(phone, answer);
    },
  };
}
