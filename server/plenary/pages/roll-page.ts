import { markedRoll, presentOn } from "../../../shared/ballots/index.ts";
import { ok, refuse } from "../../../shared/refusals.ts";
import type { RollView } from "../../../shared/views/index.ts";
import { readBallotNumbered, readReceived, readVoterNames } from "../../ballots/index.ts";
import type { PageDefinition } from "../../http/index.ts";
import { turnoutOf } from "./ballot-card.ts";
import { ballotFacts } from "./ballot-facts.ts";
import { numberIn } from "./ballot-page.ts";
import { readHall } from "./hall.ts";
import { tellerTable } from "./teller-table.ts";

/**
 * `/scrutins/:number/emargement`: who has a vote and who has voted, for all, while it is open too; a teller enters here the
 * vote of who has no phone. Of a cancelled ballot no roll is left.
 */
export const rollPage: PageDefinition = {
  path: "/scrutins/:number/emargement",
  async read(context) {
    const { tx, gathering, shell, params } = context;
    const ballot = await readBallotNumbered(tx, gathering.id, numberIn(params));
    if (!ballot || !("roll" in ballot)) return refuse("not-found");
    const names = await readVoterNames(tx, gathering.id, ballot.franchise.unit);
    const received = await readReceived(tx, ballot);
    const lines = markedRoll(ballot.roll, received).map((line) => ({
      voter: line.voter,
      weight: line.weight,
      channel: line.channel,
      presence: line.presence,
      mark: line.mark,
      name: names(line.voter),
      zone: line.zone ?? null,
      holder: line.holder === undefined ? null : names(line.holder),
    }));
    const present = presentOn(ballot.roll).length;
    const byName = lines.filter(({ mark }) => mark === "cast" || mark === "entered").length;
    const counted = "counts" in received ? sum(received.counts.flatMap(({ tally }) => Object.values(tally))) : 0;
    const view: RollView = {
      page: "roll",
      shell,
      facts: await ballotFacts(context, await readHall(context), ballot),
      state: ballot.state === "open" ? "open" : ballot.state === "annulled" ? "annulled" : "closed",
      turnout: ballot.state === "open" ? await turnoutOf(context, ballot) : { voted: byName + counted, present },
      lines: lines.toSorted((a, b) => a.name.localeCompare(b.name, gathering.language)),
      table: ballot.state === "open" ? tellerTable(context, ballot, received, names) : null,
    };
    return ok(view);
  },
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
