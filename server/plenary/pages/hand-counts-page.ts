import { stationsOf, stationState, type Station, type TellerCount } from "../../../shared/ballots/index.ts";
import { allow } from "../../../shared/people/index.ts";
import { ok, refuse } from "../../../shared/refusals.ts";
import type { HandCountsView, StationStanding, StationView } from "../../../shared/views/index.ts";
import { readBallotNumbered, readCounts } from "../../ballots/index.ts";
import type { PageDefinition } from "../../http/index.ts";
import { ballotFacts } from "./ballot-facts.ts";
import { numberIn } from "./ballot-page.ts";
import { readHall } from "./hall.ts";

/** `/scrutins/:number/mains`: a teller enters what they counted at each zone and box, without seeing what another one did. */
export const handCountsPage: PageDefinition = {
  path: "/scrutins/:number/mains",
  async read(context) {
    const { tx, gathering, shell, params, actor } = context;
    const allowed = allow(actor, "vote.count", { gathering: gathering.id });
    if (!allowed.ok) return allowed;
    const ballot = await readBallotNumbered(tx, gathering.id, numberIn(params));
    if (!ballot || !("roll" in ballot)) return refuse("not-found");
    const entered = await readCounts(tx, ballot.id);
    const view: HandCountsView = {
      page: "hand-counts",
      shell,
      facts: await ballotFacts(context, await readHall(context), ballot),
      open: ballot.state === "open",
      stations: stationsOf(ballot.roll).map((one) => asSeenBy(actor.participant, one, entered)),
    };
    return ok(view);
  },
};

function asSeenBy(
  teller: string | null,
  station: Station & { readonly present: number },
  entered: readonly TellerCount[],
): StationView {
  const here = entered.filter(({ channel, zone }) => channel === station.channel && zone === station.zone);
  const mine = here.findLast(({ by }) => by === teller)?.tally ?? null;
  const state = standingOf(stationState(station, entered).state, mine !== null);
  const others = new Map(here.filter(({ by }) => by !== teller).map((one) => [one.by, one.tally]));
  return { ...station, state, mine, others: state === "differing" && mine !== null ? [...others.values()] : [] };
}

function standingOf(state: ReturnType<typeof stationState>["state"], counted: boolean): StationStanding {
  if (state === "entered-once") return counted ? "other-awaited" : "mine-awaited";
  return state;
}
