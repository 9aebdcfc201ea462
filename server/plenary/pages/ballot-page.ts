import { ok, refuse, type Result } from "../../../shared/refusals.ts";
import type { BallotView } from "../../../shared/views/index.ts";
import { readBallotNumbered } from "../../ballots/index.ts";
import type { PageDefinition } from "../../http/index.ts";
import { ballotStage } from "./ballot-stage.ts";
import { readHall } from "./hall.ts";
import { tellerTable } from "./teller-table.ts";

/** `/scrutins/:number`: the card while it is open, the result with its working and names once declared. */
export const ballotPage: PageDefinition = {
  path: "/scrutins/:number",
  async read(context): Promise<Result<BallotView>> {
    const { tx, gathering, shell, params } = context;
    const number = /^[1-9]\d{0,8}$/u.test(params["number"] ?? "") ? Number(params["number"]) : 0;
    const ballot = await readBallotNumbered(tx, gathering.id, number);
    const stage = ballot && (await ballotStage(context, await readHall(context), ballot, { names: true }));
    if (!stage) return refuse("not-found");
    const table =
      ballot.state === "open" && ballot.asking.method !== "evident" ? await tellerTable(context, ballot) : null;
    return ok({ page: "ballot", shell, ballot: stage, table });
  },
};
