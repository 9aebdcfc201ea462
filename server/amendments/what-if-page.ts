import { compareTexts, excerpt, whatIf, type Waiting } from "../../shared/amendments/index.ts";
import { limits } from "../../shared/limits.ts";
import { ok, refuse } from "../../shared/refusals.ts";
import type { TextNode } from "../../shared/texts/index.ts";
import { proseOf, type WhatIfView } from "../../shared/views/index.ts";
import type { PageDefinition } from "../http/index.ts";
import type { Tx } from "../storage/index.ts";
import { readDocument, readText } from "../texts/index.ts";
import type { AmendmentNeighbours } from "./neighbours.ts";
import { isAlive, readAmendmentsOn, type AmendmentFacts } from "./store.ts";
import { AmendmentShower } from "./views.ts";

/**
 * `/textes/:text/et-si?avec-3=1&avec-7=1`: the text as it would read if these amendments were adopted, in the order of calls.
 * `?favorables=1`: with all to which the drafting group is favourable, as many as are tried at once. For all; nothing is
 * written.
 */
export const whatIfPage = (neighbours: AmendmentNeighbours): PageDefinition => ({
  path: "/textes/:text/et-si",
  async read({ tx, gathering, actor, shell, params, query }) {
    const text = await readText(tx, gathering.id, params["text"] ?? "");
    if (!text || text.life.state === "draft") return refuse("not-found");
    if (text.life.state !== "tabled") return refuse("wrong-state", `text-${text.life.state}`);
    const alive = new Map(
      (await readAmendmentsOn(tx, text.id))
        .filter((one) => isAlive(one) && one.broken === undefined && one.parent === null)
        .map((one) => [one.id, one]),
    );
    const lines = await new AmendmentShower(tx, gathering, neighbours).lines(text, [...alive.values()]);
    const favourable = lines.filter(({ opinion }) => opinion === "favourable");
    const asked =
      query["favorables"] === undefined
        ? lines.filter(({ number }) => query[`avec-${number}`] !== undefined)
        : favourable;
    const most = actor.participant === null ? limits.amendmentsTriedByPublic : limits.amendmentsTried;
    const tried = asked.slice(0, most);
    const { doc } = await readDocument(tx, text.id, text.version);
    const chosen = await waitingOf(
      tx,
      tried.flatMap(({ id }) => alive.get(id) ?? []),
    );
    const result = whatIf(chosen, doc);
    const numberOf = (id: string | null): number | null => (id === null ? null : (alive.get(id)?.number ?? null));
    const compared = compareTexts(doc, result.doc);
    const view: WhatIfView = {
      page: "what-if",
      shell,
      text: { id: text.id, title: text.title, version: text.version },
      most,
      favourable: favourable.length,
      lines: lines.map((line) => {
        const fate = result.fates.get(line.id) ?? null;
        return { ...line, fate: fate?.fate === "falls" ? { fate: "falls", by: numberOf(fate.by) } : fate };
      }),
      untried: asked.length - tried.length,
      redline: compared.ok ? proseOf(excerpt(compared.value.rows, 1), "excerpt") : [],
    };
    return ok(view);
  },
});

/** Each with the text on which it was written, read once for all of one version. */
async function waitingOf(tx: Tx, amendments: readonly AmendmentFacts[]): Promise<readonly Waiting[]> {
  const bases = new Map<number, TextNode>();
  const waiting: Waiting[] = [];
  for (const { id, text, changes, base } of amendments) {
    const known = bases.get(base.version) ?? (await readDocument(tx, text, base.version)).doc;
    bases.set(base.version, known);
    waiting.push({ id, changes, base: known });
  }
  return waiting;
}
