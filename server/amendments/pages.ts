import { may } from "../../shared/people/index.ts";
import { ok, refuse, type Result } from "../../shared/refusals.ts";
import type { AmendmentsView, AmendmentView } from "../../shared/views/index.ts";
import type { PageContext, PageDefinition } from "../http/index.ts";
import { amendingOf, readTexts, type TextFacts } from "../texts/index.ts";
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
import { filterOf, isAskedFor, waits, type OwnedLine } from "./list-filter.ts";
import { readAmendmentsOn } from "./store.ts";
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

/** Texts that were tabled once; a draft has no amendments. Of each the lines that are asked for by the address. */
async function readList(context: PageContext, neighbours: AmendmentNeighbours): Promise<Result<AmendmentsView>> {
  const { tx, gathering, shell, query } = context;
  const shower = new AmendmentShower(tx, gathering, neighbours);
  const read: { readonly text: TextFacts; readonly lines: readonly OwnedLine[] }[] = [];
  for (const text of await readTexts(tx, gathering.id)) {
    if (text.life.state === "draft") continue;
    const amendments = await readAmendmentsOn(tx, text.id);
    if (text.life.state === "withdrawn" && amendments.length === 0) continue;
    const authors = new Map(amendments.map(({ id, delegation }) => [id, delegation]));
    const lines = await shower.lines(text, amendments);
    read.push({ text, lines: lines.map((line) => ({ line, delegation: authors.get(line.id) ?? "" })) });
  }
  const filter = filterOf(
    query,
    read.flatMap(({ lines }) => lines),
  );
  const texts: AmendmentsView["texts"][number][] = [];
  for (const { text, lines } of read) {
    texts.push({
      ...(await headOf(context, text, neighbours)),
      lines: lines.flatMap((one) => (isAskedFor(one, filter) ? one.line : [])),
      total: lines.length,
      waiting: lines.filter(waits).length,
    });
  }
  return ok({ page: "amendments", shell, texts, filter });
}

/** What stands above the lines of a text. */
async function headOf(
  context: PageContext,
  text: TextFacts,
  neighbours: AmendmentNeighbours,
): Promise<Omit<AmendmentsView["texts"][number], "lines" | "total" | "waiting">> {
  const { tx, gathering, actor, nowMs } = context;
  const tabled = text.life.state === "tabled";
  return {
    id: text.id,
    title: text.title,
    amending: await amendingOf(context, text, neighbours),
    deadline: tabled ? await deadlineOf(tx, text.id, nowMs) : null,
    setsDeadline: tabled && gathering.state === "open" && may(actor, "amendment.deadline", { gathering: gathering.id }),
  };
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
