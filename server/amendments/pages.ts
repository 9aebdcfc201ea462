import { apply, labelOf, reviseAmendment, withdrawAmendment } from "../../shared/amendments/index.ts";
import { allow, may } from "../../shared/people/index.ts";
import { ok, refuse, type Result } from "../../shared/refusals.ts";
import { plainJson } from "../../shared/texts/index.ts";
import type { AmendmentsView, AmendmentView, AmendView } from "../../shared/views/index.ts";
import type { PageContext, PageDefinition } from "../http/index.ts";
import { readWords } from "../journal/index.ts";
import { readDelegationNames } from "../people/index.ts";
import { amendingOf, readDocument, readText, readTexts } from "../texts/index.ts";
import { importPage } from "./import-page.ts";
import { historyPages } from "./history/pages.ts";
import type { AmendmentNeighbours } from "./neighbours.ts";
import { discussionOf } from "./comment-views.ts";
import { opiningOn, opinionsOn } from "./opinion-views.ts";
import { revisionsOf } from "./revisions-page.ts";
import { readAmendmentNumbered, readAmendmentsOn, type AmendmentFacts } from "./store.ts";
import { AmendmentShower } from "./views.ts";
import { sheafPage } from "./sheaf-page.ts";
import { whatIfPage } from "./what-if-page.ts";

export const amendmentPages = (neighbours: AmendmentNeighbours): readonly PageDefinition[] => [
  { path: "/amendements", read: (context) => readList(context, neighbours) },
  { path: "/amendements/:number", read: (context) => readSheet(context, neighbours) },
  { path: "/textes/:text/amender", read: (context) => readComposing(context, neighbours) },
  whatIfPage(neighbours),
  ...historyPages,
  sheafPage(neighbours),
  importPage,
];

/** Texts that were tabled once; a draft has no amendments. */
async function readList(context: PageContext, neighbours: AmendmentNeighbours): Promise<Result<AmendmentsView>> {
  const { tx, gathering, shell } = context;
  const shower = new AmendmentShower(tx, gathering, neighbours);
  const texts: AmendmentsView["texts"][number][] = [];
  for (const text of await readTexts(tx, gathering.id)) {
    if (text.life.state === "draft") continue;
    const amendments = await readAmendmentsOn(tx, text.id);
    if (text.life.state === "withdrawn" && amendments.length === 0) continue;
    const lines = await shower.lines(text, amendments);
    texts.push({ id: text.id, title: text.title, amending: await amendingOf(context, text, neighbours), lines });
  }
  return ok({ page: "amendments", shell, texts });
}

async function readSheet(context: PageContext, neighbours: AmendmentNeighbours): Promise<Result<AmendmentView>> {
  const { tx, gathering, actor, shell, params } = context;
  const amendment = await readNumbered(context, params["number"]);
  if (!amendment) return refuse("not-found");
  const shower = new AmendmentShower(tx, gathering, neighbours);
  const voted = await neighbours.isBeingVoted(tx, amendment.id);
  const scope = { gathering: gathering.id, delegation: amendment.delegation };
  const text = await readText(tx, gathering.id, amendment.text);
  const open = gathering.state === "open";
  const tabled = open && text?.life.state === "tabled";
  return ok({
    page: "amendment",
    shell,
    amendment: await shower.sheet(amendment),
    effects: await shower.effects(amendment),
    opinions: await opinionsOn(context, amendment),
    discussion: await discussionOf(context, amendment),
    opining: await opiningOn(context, amendment, voted),
    revisions: await revisionsOf(tx, amendment),
    may: {
      withdraw: open && withdrawAmendment(amendment.life, voted).ok && may(actor, "amendment.withdraw", scope),
      revise:
        tabled &&
        reviseAmendment(amendment.life, amendment.standing, voted).ok &&
        may(actor, "amendment.revise", scope),
    },
  });
}

/** The tabled text, to be edited in place on the author's own device; `?rectifie=12`: amendment 12, to be revised there. */
async function readComposing(context: PageContext, neighbours: AmendmentNeighbours): Promise<Result<AmendView>> {
  const { tx, gathering, actor, shell, params, query } = context;
  const text = await readText(tx, gathering.id, params["text"] ?? "");
  if (!text || text.life.state === "draft") return refuse("not-found");
  const asked = query["rectifie"];
  const before = asked === undefined ? null : await readNumbered(context, asked);
  if (asked !== undefined && before?.text !== text.id) return refuse("not-found");
  const delegation = before?.delegation ?? shell.me?.delegation?.id;
  const allowed = allow(actor, before ? "amendment.revise" : "amendment.submit", {
    gathering: gathering.id,
    ...(delegation === undefined ? {} : { delegation }),
  });
  if (!allowed.ok) return allowed;
  if (text.life.state !== "tabled") return refuse("wrong-state", `text-${text.life.state}`);
  if (gathering.state === "closed") return refuse("wrong-state", "gathering-closed");
  const revising = before && (await readRevising(context, before, neighbours));
  if (revising && !revising.ok) return revising;
  const { doc } = await readDocument(tx, text.id, before?.base.version ?? text.version);
  return ok({
    page: "amend",
    shell,
    text: { id: text.id, title: text.title, version: text.version },
    document: plainJson(doc.toJSON()),
    revising: revising?.value ?? null,
  });
}

async function readRevising(
  { tx, gathering }: PageContext,
  before: AmendmentFacts,
  neighbours: AmendmentNeighbours,
): Promise<Result<NonNullable<AmendView["revising"]>>> {
  const life = reviseAmendment(before.life, before.standing, await neighbours.isBeingVoted(tx, before.id));
  if (!life.ok) return life;
  const { id, number, revision, base } = before;
  const { doc } = await readDocument(tx, before.text, base.version);
  const amended = apply(doc, before.changes, base.version + 1);
  if (!amended.ok) return amended;
  const words = before.rationale === null ? null : await readWords(tx, gathering.id, before.rationale);
  return ok({
    amendment: id,
    number,
    label: labelOf(before),
    next: labelOf({ number, revision: revision + 1 }),
    delegation: (await readDelegationNames(tx, gathering.id)).get(before.delegation) ?? "",
    revision,
    version: base.version,
    amended: plainJson(amended.value.toJSON()),
    rationale: words?.words ?? "",
  });
}

async function readNumbered({ tx, gathering }: PageContext, asked = ""): Promise<AmendmentFacts | null> {
  return /^[1-9]\d{0,8}$/u.test(asked) ? readAmendmentNumbered(tx, gathering.id, Number(asked)) : null;
}
