import { presentOn } from "../../../shared/ballots/index.ts";
import { limits } from "../../../shared/limits.ts";
import { allow } from "../../../shared/people/index.ts";
import { ok, refuse } from "../../../shared/refusals.ts";
import type { VotingPapersView } from "../../../shared/views/index.ts";
import { readBallotNumbered } from "../../ballots/index.ts";
import type { PageDefinition } from "../../http/index.ts";
import { ballotFacts } from "./ballot-facts.ts";
import { numberIn } from "./ballot-page.ts";
import { readHall } from "./hall.ts";

const toAPage = 8;

/** `/scrutins/:number/bulletins`: papers for whoever has no phone; `?n=` says how many, else one for each of them. */
export const votingPapersPage: PageDefinition = {
  path: "/scrutins/:number/bulletins",
  async read(context) {
    const { tx, gathering, shell, params, query, actor } = context;
    const allowed = allow(actor, "ballot.print", { gathering: gathering.id });
    if (!allowed.ok) return allowed;
    const ballot = await readBallotNumbered(tx, gathering.id, numberIn(params));
    if (!ballot || !("roll" in ballot)) return refuse("not-found");
    const withoutPhone = presentOn(ballot.roll).filter(
      ({ channel }) => channel === "hands" || channel === "paper",
    ).length;
    const asked = /^\d{1,3}$/u.test(query["n"] ?? "") ? Number(query["n"]) : 0;
    const wanted = Math.max(1, asked || Math.ceil(withoutPhone / toAPage) * toAPage || toAPage);
    const view: VotingPapersView = {
      page: "voting-papers",
      shell,
      facts: await ballotFacts(context, await readHall(context), ballot),
      open: ballot.state === "open",
      count: Math.min(wanted, limits.papersPerPrint),
    };
    return ok(view);
  },
};
