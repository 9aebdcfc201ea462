import { may } from "../../shared/people/index.ts";
import { ok, refuse, type Result } from "../../shared/refusals.ts";
import type { AmendmentsView, AmendmentView } from "../../shared/views/index.ts";
import type { PageContext, PageDefinition } from "../http/index.ts";
import { amendingOf, readTexts } from "../texts/index.ts";
import { composingPage } from "./composing-page.ts";
import { paperPage } from "./paper-page.ts";
import { deadlineOf } from "./deadline.ts";
import { importPage } from "./import-page.ts";
import { historyPages } from "./history/pages.ts";
import { lifeOf } from "./life-views.ts";
import type { AmendmentNeighbours } from "./neighbours.ts";
import { discussionOf } from "./comment-views.ts";
import { opiningOn, opinionsOn } from "./opinion-views.ts";
import { revisionsOf } from "./revisions-page.ts";
import { readAddressed } from "./sub-composing.ts";
import { isAlive, readAmendmentsOn } from "./store.ts";
import { AmendmentShower } from "./views.ts";
import { sheafPage } from "./sheaf-page.ts";
import { whatIfPage } from "./what-if-page.ts";

export const amendmentPages = (neighbours: AmendmentNeighbours): readonly PageDefinition[] => [
  { path: "/amendements", read: (context) => readList(context, neighbours) },
  { path: "/amendements/:number", read: (context) => readSheet(context, neighbours) },
  composingPage(neighbours),
  whatIfPage(neighbours),
  ...historyPages,
  sheafPage(neighbours),
  importPage,
  paperPage,
];

/** Texts that were tabled once; a draft has no amendments. With `?a-voter=1` only what is still to be voted. */
async function readList(context: PageContext, neighbours: AmendmentNeighbours): Promise<Result<AmendmentsView>> {
  const { tx, gathering, actor, shell, query, nowMs } = context;
  const toVote = query["a-voter"] !== undefined;
  const shower = new AmendmentShower(tx, gathering, neighbours);
  const texts: AmendmentsView["texts"][number][] = [];
  for (const text of await readTexts(tx, gathering.id)) {
    if (text.life.state === "draft") continue;
    const amendments = await readAmendmentsOn(tx, text.id);
    if (text.life.state === "withdrawn" && amendments.length === 0) continue;
    const alive = amendments.filter(isAlive);
    const lines = await shower.lines(text, toVote ? alive : amendments);
    const amending = await amendingOf(context, text, neighbours);
    texts.push({
      id: text.id,
      title: text.title,
      amending,
      deadline: text.life.state === "tabled" ? await deadlineOf(tx, text.id, nowMs) : null,
      setsDeadline:
        text.life.state === "tabled" &&
        gathering.state === "open" &&
        may(actor, "amendment.deadline", { gathering: gathering.id }),
      lines,
      settled: amendments.length - alive.length,
    });
  }
  return ok({ page: "amendments", shell, texts, toVote });
}

async function readSheet(context: PageContext, neighbours: AmendmentNeighbours): Promise<Result<AmendmentView>> {
  const { tx, gathering, shell, params } = context;
  const amendment = await readAddressed(context, params["number"]);
  if (!amendment) return refuse("not-found");
  const shower = new AmendmentShower(tx, gathering, neighbours);
  const voted = await neighbours.isBeingVoted(tx, amendment.id);
  return ok({
    page: "amendment",
    shell,
    amendment: await shower.sheet(amendment),
    effects: await shower.effects(amendment),
    opinions: await opinionsOn(context, amendment),
    discussion: await discussionOf(context, amendment),
    opining: await opiningOn(context, amendment, voted),
    revisions: await revisionsOf(tx, amendment),
    subs: await shower.subs(amendment),
    ...(await lifeOf(context, amendment, voted)),
  });
}
