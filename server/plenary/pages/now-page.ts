import { may, type Action } from "../../../shared/people/index.ts";
import { hasSteps, nextStep } from "../../../shared/plenary/index.ts";
import { ok, type Result } from "../../../shared/refusals.ts";
import type { Moment, NowView } from "../../../shared/views/index.ts";
import { readBallot, readRegister } from "../../ballots/index.ts";
import type { PageContext, PageDefinition } from "../../http/index.ts";
import { readPreparation } from "../../people/index.ts";
import { ballotStage } from "./ballot-stage.ts";
import { readEnding } from "./ending.ts";
import { readHall, waitingOn, type Hall } from "./hall.ts";
import { agendaLine, calledAmendment, calledBlock, declarationLine, nextItem, readable, textLine } from "./lines.ts";

/** `/`: what is happening in the hall, and the one thing I can do. */
export const nowPage: PageDefinition = {
  path: "/",
  async read(context): Promise<Result<NowView>> {
    const hall = await readHall(context);
    const next = nextItem(hall);
    const moment = await momentOf(context, hall);
    return ok({
      page: "now",
      shell: context.shell,
      moment,
      item: hall.item && agendaLine(context, hall, hall.item),
      next: next && agendaLine(context, hall, next),
      standing: await standingOf(context),
      step: moment.kind === "idle" ? await stepOf(context, hall) : null,
      console:
        context.gathering.state === "open" && may(context.actor, "ballot.prepare", { gathering: context.gathering.id }),
      texts: await Promise.all(readable(context, hall.texts).map((text) => textLine(context, text))),
      declarations: hall.texts.flatMap((text) => declarationLine(context, text)).toReversed(),
    });
  },
};

async function momentOf(context: PageContext, hall: Hall): Promise<Moment> {
  const { moment, text } = hall;
  switch (moment.kind) {
    case "gatheringClosed":
      return { kind: "closed", ending: await readEnding(context) };
    case "voting":
    case "result": {
      const ballot = await readBallot(context.tx, context.gathering.id, moment.ballot);
      const stage = ballot && (await ballotStage(context, hall, ballot, { names: false }));
      if (stage?.stage === "open") return { kind: "ballot", card: stage.card };
      return stage && stage.stage !== "cancelled" ? { kind: "result", stage } : { kind: "idle" };
    }
    case "discussion": {
      const items = await calledBlock(context, hall);
      if (items) return { kind: "block", items, asking: askingIn(context) };
      const amendment = await calledAmendment(hall);
      return amendment ? { kind: "discussion", amendment } : { kind: "idle" };
    }
    default:
      if (text?.life.state !== "tabled") return { kind: "idle" };
      return { kind: "text", text: await textLine(context, text), waiting: waitingOn(hall, text.id) };
  }
}

/** Any delegation may have one taken out of what is called together. */
function askingIn({ gathering, actor, shell }: PageContext): string | null {
  const delegation = shell.me?.delegation?.id;
  const asks = delegation !== undefined && may(actor, "amendment.takeOut", { gathering: gathering.id, delegation });
  return asks ? delegation : null;
}

async function stepOf({ tx, gathering, actor }: PageContext, hall: Hall): Promise<NowView["step"]> {
  const mayDo = (action: Action): boolean => may(actor, action, { gathering: gathering.id });
  if (!hasSteps(mayDo)) return null;
  const items = hall.agenda.filter(({ state }) => state === "current" || state === "planned").length;
  return nextStep(mayDo, { ...(await readPreparation(tx, gathering.id)), texts: hall.texts.length, items });
}

/** Would this person's delegation vote in a ballot that opened now? */
async function standingOf({ tx, gathering, actor, shell }: PageContext): Promise<NowView["standing"]> {
  const delegation = shell.me?.delegation;
  if (!delegation) return null;
  const registered = (await readRegister(tx, gathering.id)).find((one) => one.delegation === delegation.id);
  if (!registered?.enrolled) return "withdrawn";
  if (!actor.grants.some((grant) => grant.role === "delegate" && grant.delegation === delegation.id)) return "observer";
  return registered.present ? "votes" : "absent";
}
