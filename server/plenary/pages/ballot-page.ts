import { ok, refuse, type Result } from "../../../shared/refusals.ts";
import type { BallotView } from "../../../shared/views/index.ts";
import { readBallotNumbered } from "../../ballots/index.ts";
import type { PageDefinition } from "../../http/index.ts";
import { annulOffer } from "./annul-offer.ts";
import { ballotStage } from "./ballot-stage.ts";
import { readHall } from "./hall.ts";

/** `/scrutins/:number`: the card while it is open, the result with its working and names once declared. */
export const ballotPage: PageDefinition = {
  path: "/scrutins/:number",
  async read(context): Promise<Result<BallotView>> {
    const { tx, gathering, shell, params } = context;
    const ballot = await readBallotNumbered(tx, gathering.id, numberIn(params));
    const hall = await readHall(context);
    const seen = ballot && (await ballotStage(context, hall, ballot, { names: true }));
    const annul = ballot && seen?.stage === "declared" ? await annulOffer(context, hall, ballot) : null;
    const stage = annul && seen?.stage === "declared" ? { ...seen, annul } : seen;
    return stage ? ok({ page: "ballot", shell, ballot: stage }) : refuse("not-found");
  },
};

/** The ballot's number in an address; 0, which no ballot has, when it is none. */
export const numberIn = ({ number = "" }: Readonly<Record<string, string>>): number =>
  /^[1-9]\d{0,8}$/u.test(number) ? Number(number) : 0;
