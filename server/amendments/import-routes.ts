import type { FastifyInstance } from "fastify";
import { Type } from "typebox";

import { readSheaf, type ClaimedSheaf } from "../../shared/amendments/index.ts";
import { refusalWords, translator } from "../../shared/i18n/index.ts";
import { limits } from "../../shared/limits.ts";
import { ok, refusalStatus } from "../../shared/refusals.ts";
import type { ImportLine } from "../../shared/views/index.ts";
import {
  actGroups,
  askedBy,
  formAsBody,
  isForm,
  readPage,
  sendPage,
  sendProblem,
  sendView,
  type Asked,
  type Parts,
  type RunAct,
} from "../http/index.ts";
import { readEnrolledNames } from "./delegations.ts";
import { importOne } from "./import-one.ts";
import type { AmendmentNeighbours } from "./neighbours.ts";

type Entry = ClaimedSheaf["amendments"][number];

/** How many amendments share one unit of work: votes and other acts have their turns between. */
const together = 20;

/**
 * `POST /textes/:t/liasse/importer`: a sheaf, as a program's whole body or in a form's field. Each amendment of it is an act
 * of its own, in the order of their numbers; the page says what became of each. The same file again changes nothing.
 */
export function importRoutes(app: FastifyInstance, parts: Parts, neighbours: AmendmentNeighbours): void {
  const run = actGroups(parts);
  app.post<{ Params: { slug: string; text: string } }>(
    "/r/:slug/textes/:text/liasse/importer",
    {
      schema: { body: Type.Unknown(), params: Type.Object({ slug: Type.String(), text: Type.String() }) },
      bodyLimit: limits.sheafBytes,
      preValidation: formAsBody(({ sheaf = "" }) => parseFile(sheaf)),
    },
    async (request, reply) => {
      const asked = askedBy(request);
      const { text } = request.params;
      const path = `/textes/${text}/liasse/importer`;
      const page = await readPage(parts, { ...asked, path });
      if (!page.view.ok) return isForm(request) ? sendPage(reply, page) : sendProblem(reply, page.view);
      const sheaf = readSheaf(request.body);
      if (!sheaf.ok) {
        if (!isForm(request)) return sendProblem(reply, sheaf);
        return sendPage(reply, await readPage(parts, { ...asked, path, refused: sheaf }), refusalStatus[sheaf.code]);
      }
      const report = await importAll(parts, asked, text, sheaf.value, { run, neighbours });
      const read = { ...page, view: ok({ ...page.view.value, report }) };
      return isForm(request) ? sendPage(reply, read) : sendView(reply, read);
    },
  );
}

/** Null for what is not JSON: no sheaf. */
function parseFile(words: string): unknown {
  try {
    return JSON.parse(words);
  } catch {
    return null;
  }
}

async function importAll(
  parts: Parts,
  asked: Asked,
  text: string,
  sheaf: ClaimedSheaf,
  by: { readonly run: RunAct; readonly neighbours: AmendmentNeighbours },
): Promise<readonly ImportLine[]> {
  const names = await parts.storage.read(async (tx) => {
    const gathering = await parts.entrance.gathering(tx, asked.slug);
    return gathering ? readEnrolledNames(tx, gathering.id) : new Map<string, string>();
  });
  const t = translator("fr");
  const one = async (entry: Entry): Promise<ImportLine> => {
    if (!entry.readable) return refusedLine(entry.number, entry.author, t("import.fault.form"));
    const { claimed } = entry;
    const { number, author } = claimed;
    const delegation = names.get(author);
    if (delegation === undefined) return refusedLine(number, author, t("import.fault.delegation"));
    const body = { delegation, text };
    const done = await by.run(importOne(by.neighbours, sheaf, claimed), { ...asked, body }).catch(() => null);
    if (done === null) return refusedLine(number, author, t("import.fault.form"));
    if (!done.ok) {
      const unproved = done.code === "unprovable-amendment" || done.code === "malformed";
      const words = unproved ? t("import.fault.proof") : refusalWords(t, done.code, done.detail);
      return refusedLine(number, author, words);
    }
    const { number: as, already } = done.value.body ?? {};
    return { number, author, became: already === true ? "already" : "submitted", as: Number(as), reason: null };
  };
  const entries = [...sheaf.amendments].sort((a, b) => numberOf(a) - numberOf(b));
  const lines: ImportLine[] = [];
  for (let from = 0; from < entries.length; from += together)
    lines.push(...(await Promise.all(entries.slice(from, from + together).map(one))));
  return lines;
}

const numberOf = (entry: Entry): number =>
  entry.readable ? entry.claimed.number : (entry.number ?? Number.POSITIVE_INFINITY);

const refusedLine = (number: number | null, author: string | null, reason: string): ImportLine => ({
  number,
  author,
  became: "refused",
  as: null,
  reason,
});
