import type { FastifyInstance, FastifyReply } from "fastify";
import { Type } from "typebox";

import {
  choices,
  csvOf,
  exportBallot,
  grades,
  isChoice,
  saidInTable,
  votesOf,
  type AnnulledBallot,
  type DeclaredBallot,
  type ExportedLinks,
  type ExportWords,
  type Received,
} from "../../shared/ballots/index.ts";
import { translator, type Translate } from "../../shared/i18n/index.ts";
import { refuse } from "../../shared/refusals.ts";
import { sendJson, sendProblem, type ActGathering, type Parts } from "../http/index.ts";
import type { Tx } from "../storage/index.ts";
import { readReasons } from "./reason-words.ts";
import { readRegister } from "./register.ts";
import { readBallotNumbered, readNumber, readReason, readReplacing } from "./store.ts";
import { readReceived } from "./urn-store.ts";

const ofBallot = Type.Object({ slug: Type.String(), number: Type.String() });

interface Exported {
  readonly slug: string;
  readonly ballot: DeclaredBallot | AnnulledBallot;
  readonly received: Received;
  readonly words: ExportWords;
  readonly links: ExportedLinks;
  readonly t: Translate;
}

/** `scrutins/:n.json`, which `recount` counts again, and `scrutins/:n.csv`. For all, once it is declared or annulled; before, nothing. */
export function ballotExportRoutes(app: FastifyInstance, parts: Parts): void {
  app.get<{ Params: { slug: string; number: string } }>(
    "/r/:slug/scrutins/:number.json",
    { schema: { params: ofBallot, tags: ["scrutins"] } },
    async (request, reply) => {
      const found = await readExported(parts, request.params);
      if (found === null) return sendProblem(reply, refuse("not-found"));
      named(reply, found, "json");
      return sendJson(reply, exportBallot(found.ballot, found.received, found.words, found.links));
    },
  );
  app.get<{ Params: { slug: string; number: string } }>(
    "/r/:slug/scrutins/:number.csv",
    { schema: { params: ofBallot, tags: ["scrutins"] } },
    async (request, reply) => {
      const found = await readExported(parts, request.params);
      if (found === null) return sendProblem(reply, refuse("not-found"));
      named(reply, found, "csv");
      return reply.type("text/csv; charset=utf-8").header("cache-control", "no-store").send(tableOf(found));
    },
  );
}

const named = (reply: FastifyReply, { slug, ballot }: Exported, kind: string): void => {
  reply.header("content-disposition", `attachment; filename="scrutin-${slug}-${ballot.number}.${kind}"`);
};

async function readExported(
  { storage, entrance }: Parts,
  { slug, number }: { readonly slug: string; readonly number: string },
): Promise<Exported | null> {
  if (!/^[1-9]\d{0,8}$/u.test(number)) return null;
  return storage.read(async (tx) => {
    const gathering = await entrance.gathering(tx, slug);
    const ballot = gathering && (await readBallotNumbered(tx, gathering.id, Number(number)));
    // Until then nobody learns how anybody voted.
    if (gathering === null || (ballot?.state !== "declared" && ballot?.state !== "annulled")) return null;
    const t = translator(gathering.language);
    const received = await readReceived(tx, ballot);
    return {
      slug,
      ballot,
      received,
      words: await wordsOf(tx, gathering, ballot, received, t),
      links: {
        reason: await readReason(tx, gathering.id, ballot.id),
        replaces: ballot.replaces === null ? null : await readNumber(tx, gathering.id, ballot.replaces),
        replacedBy: (await readReplacing(tx, gathering.id, ballot.id))?.number ?? null,
      },
      t,
    };
  });
}

async function wordsOf(
  tx: Tx,
  gathering: ActGathering,
  ballot: Exported["ballot"],
  received: Received,
  t: Translate,
): Promise<ExportWords> {
  const names = new Map((await readRegister(tx, gathering.id)).map(({ delegation, name }) => [delegation, name]));
  const reasons = await readReasons(tx, gathering.id, "votes" in received ? received.votes : []);
  return {
    reason: (hash) => reasons.get(hash) ?? null,
    delegation: (id) => names.get(id) ?? id,
    option: (option) => ballot.options?.[Number(option) - 1] ?? t("option.erased", { number: option }),
    grade(grade) {
      const known = grades.find((one) => one === grade);
      return known === undefined ? grade : t(`grade.${known}`);
    },
    answer(said) {
      if (isChoice(said)) return t(`choice.${said}`);
      return t(`stance.row.${said === "consent" || said === "reservation" ? said : "objection"}`);
    },
  };
}

/** Each line of an annulled ballot says that it is: a table is read, sorted and copied line by line. */
function tableOf({ ballot, received, words, t }: Exported): string {
  const annulled = ballot.state === "annulled";
  const [head, mark] = annulled ? [[t("export.state")], [t("ballot.annulled")]] : [[], []];
  if ("choices" in received) {
    const choices = received.choices.map((said) => saidInTable(ballot.asking, said, words)).sort();
    return csvOf([[t("result.answer"), ...head], ...choices.map((said) => [said, ...mark])]);
  }
  const heads = ["export.delegation", "export.weight", "export.channel", "result.answer"] as const;
  const reasoned = ballot.asking.method === "consent";
  const why = reasoned ? [t("export.reason")] : [];
  const lines = votesOf(ballot, received.votes).map(({ delegation, weight, channel, said, reasonHash }) => [
    words.delegation(delegation),
    String(weight),
    t(`export.channel.${channel}`),
    saidInTable(ballot.asking, said, words),
    ...(reasoned ? [reasonHash === null ? "" : (words.reason(reasonHash) ?? "")] : []),
    ...mark,
  ]);
  const counted = received.counts.flatMap(({ channel, zone, tally }) =>
    choices.flatMap((choice) =>
      tally[choice] === 0
        ? []
        : [
            [
              t(`ballot.at-${channel}`, { zone }),
              String(tally[choice]),
              t(`export.channel.${channel}`),
              words.answer(choice),
              ...mark,
            ],
          ],
    ),
  );
  return csvOf([[...heads.map((key) => t(key)), ...why, ...head], ...lines, ...counted]);
}
