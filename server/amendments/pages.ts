import { withdrawAmendment } from "../../shared/amendments/index.ts";
import { allow, may } from "../../shared/people/index.ts";
import { ok, refuse, type Result } from "../../shared/refusals.ts";
import { plainJson } from "../../shared/texts/index.ts";
import type { AmendmentsView, AmendmentView, AmendView } from "../../shared/views/index.ts";
import type { PageContext, PageDefinition } from "../http/index.ts";
import { amendingOf, readDocument, readText, readTexts } from "../texts/index.ts";
import type { AmendmentNeighbours } from "./neighbours.ts";
import { opiningOn, opinionsOn } from "./opinion-views.ts";
import { readAmendmentNumbered, readAmendmentsOn } from "./store.ts";
import { AmendmentShower } from "./views.ts";
import { sheafPage } from "./sheaf-page.ts";
import { whatIfPage } from "./what-if-page.ts";

export const amendmentPages = (neighbours: AmendmentNeighbours): readonly PageDefinition[] => [
  { path: "/amendements", read: (context) => readList(context, neighbours) },
  { path: "/amendements/:number", read: (context) => readSheet(context, neighbours) },
  { path: "/textes/:text/amender", read: readComposing },
  whatIfPage(neighbours),
  sheafPage(neighbours),
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
  const number = /^[1-9]\d{0,8}$/u.test(params["number"] ?? "") ? Number(params["number"]) : 0;
  const amendment = await readAmendmentNumbered(tx, gathering.id, number);
  if (!amendment) return refuse("not-found");
  const shower = new AmendmentShower(tx, gathering, neighbours);
  const voted = await neighbours.isBeingVoted(tx, amendment.id);
  const scope = { gathering: gathering.id, delegation: amendment.delegation };
  const withdraw =
    gathering.state === "open" &&
    withdrawAmendment(amendment.life, voted).ok &&
    may(actor, "amendment.withdraw", scope);
  return ok({
    page: "amendment",
    shell,
    amendment: await shower.sheet(amendment),
    effects: await shower.effects(amendment),
    opinions: await opinionsOn(context, amendment),
    opining: await opiningOn(context, amendment, voted),
    may: { withdraw },
  });
}

/** The tabled text, to be edited in place on the author's own device. */
async function readComposing(context: PageContext): Promise<Result<AmendView>> {
  const { tx, gathering, actor, shell, params } = context;
  const text = await readText(tx, gathering.id, params["text"] ?? "");
  if (!text || text.life.state === "draft") return refuse("not-found");
  const delegation = shell.me?.delegation?.id;
  const allowed = allow(actor, "amendment.submit", {
    gathering: gathering.id,
    ...(delegation === undefined ? {} : { delegation }),
  });
  if (!allowed.ok) return allowed;
  if (text.life.state !== "tabled") return refuse("wrong-state", `text-${text.life.state}`);
  if (gathering.state === "closed") return refuse("wrong-state", "gathering-closed");
  const { doc, version } = await readDocument(tx, text.id, text.version);
  const document = plainJson(doc.toJSON());
  return ok({ page: "amend", shell, text: { id: text.id, title: text.title, version }, document });
}
