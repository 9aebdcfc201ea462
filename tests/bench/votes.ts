/**
 * `npm run bench -- votes`: a whole hall, each with their page open, offers one vote each at once over HTTP, durable
 * before its receipt. `cahier` is the server as it is run; `limit` what the machine allows. One line of JSON a case and
 * system, medians of the runs.
 */
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import Sqlite from "better-sqlite3";

import { offer, pageOf, requestOf } from "./support/crowd.ts";
import { follow } from "./support/followers.ts";
import type { Heard } from "./support/load.ts";
import { startServer } from "./support/server.ts";
import { fillVoteHall, type VoteHall } from "./support/vote-hall.ts";

interface Case {
  readonly name: string;
  readonly voters: number;
  /** People who follow the text or the screen meanwhile. */
  readonly followers: number;
}

interface Run {
  readonly votesPerS: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Receipts whose vote is not on the disk, and votes without an answer. */
  readonly lost: number;
  /** Voters with more than one vote. */
  readonly doubled: number;
}

const runs = 5;
const cases: readonly Case[] = [
  { name: "1000 votes", voters: 1_000, followers: 0 },
  { name: "10000 votes", voters: 10_000, followers: 0 },
  { name: "1000 votes, 1000 followers", voters: 1_000, followers: 1_000 },
];

const place = mkdtempSync(join(tmpdir(), "cahier-bench-"));
process.once("exit", () => rmSync(place, { recursive: true, force: true }));

async function compare(one: Case): Promise<void> {
  const hall = join(place, `hall-${one.voters}-${one.followers}`);
  const filled = await fillVoteHall(hall, one.voters);
  const done: { readonly cahier: Run[]; readonly limit: Run[] } = { cahier: [], limit: [] };
  for (let run = 0; run < runs; run++) {
    // Alternated, each first as often as it can be.
    for (const system of run % 2 === 0 ? (["cahier", "limit"] as const) : (["limit", "cahier"] as const)) {
      const folder = mkdtempSync(join(place, `${system}-`));
      done[system].push(system === "cahier" ? await runCahier(one, hall, filled, folder) : await runLimit(one, folder));
      rmSync(folder, { recursive: true, force: true });
    }
  }
  const [cahier, limit] = [medians(done.cahier), medians(done.limit)];
  for (const [system, figures] of [
    ["cahier", cahier],
    ["limit", limit],
  ] as const) {
    console.log(JSON.stringify({ bench: "votes", case: one.name, system, ...figures }));
  }
  const ratio = (a: number, b: number): string => (a / b).toFixed(2);
  console.error(
    `${one.name}: ${ratio(cahier.votesPerS, limit.votesPerS)} of the limit's votes a second, ${ratio(cahier.p99Ms, limit.p99Ms)} of its p99`,
  );
}

async function runCahier(
  one: Case,
  template: string,
  { slug, ballot, text, voters }: VoteHall,
  folder: string,
): Promise<Run> {
  cpSync(template, folder, { recursive: true });
  const server = await startServer(["server/start.ts"], { DATA_DIR: folder });
  const following = await follow({ port: server.port, slug, text, count: one.followers });
  const requests = voters.map(({ delegation, cookie }, i) =>
    requestOf(
      server.port,
      `/r/${slug}/actes/vote.cast`,
      { ballot, delegation, choice: choiceOf(i), requestKey: `request ${i}` },
      cookie,
    ),
  );
  const pages = voters.map(({ cookie }) => pageOf(server.port, `/r/${slug}/moi`, cookie));
  const heard = await offer({ port: server.port, requests, pages });
  following.leave();
  await server.end();
  const db = new Sqlite(join(folder, "cahier.sqlite"), { readonly: true });
  const kept = db
    .prepare<[string], { voter: string; receipt: string }>("select voter, receipt from votes where ballot = ?")
    .all(ballot);
  db.close();
  return figuresOf(
    heard,
    kept.map(({ voter }) => voter),
    new Set(kept.map(({ receipt }) => receipt)),
    receiptIn,
  );
}

async function runLimit(one: Case, folder: string): Promise<Run> {
  const file = join(folder, "limit.sqlite");
  const server = await startServer(["tests/bench/support/limit-server.ts", file]);
  const requests = Array.from({ length: one.voters }, (_, i) =>
    requestOf(server.port, "/votes", {
      ballot: "b",
      delegation: `d${i}`,
      choice: choiceOf(i),
      requestKey: `request ${i}`,
    }),
  );
  const pages = requests.map(() => pageOf(server.port, "/"));
  const heard = await offer({ port: server.port, requests, pages });
  await server.end();
  const db = new Sqlite(file, { readonly: true });
  const kept = db
    .prepare<[], { voter: string; key: string }>("select delegation as voter, request_key as key from votes")
    .all();
  db.close();
  return figuresOf(
    heard,
    kept.map(({ voter }) => voter),
    new Set(kept.map(({ key }) => key)),
    (body) => JSON.parse(body).receipt,
  );
}

const choiceOf = (i: number): string => ["for", "against", "abstention", "notTakingPart"][i % 4] ?? "for";

const receiptIn = (body: string): string => JSON.parse(body).vote.receipt;

function figuresOf(
  { afterMs, statuses, bodies }: Heard,
  voters: readonly string[],
  receipts: ReadonlySet<string>,
  receiptOf: (body: string) => string,
): Run {
  const lost = bodies.filter((body, i) => statuses[i] !== 200 || !receipts.has(receiptOf(body))).length;
  const answered = afterMs.filter((ms) => ms !== null).toSorted((a, b) => a - b);
  const at = (share: number): number => answered[Math.ceil(share * answered.length) - 1] ?? Number.NaN;
  return {
    votesPerS: Math.round((answered.length / at(1)) * 1_000),
    p50Ms: Math.round(at(0.5)),
    p99Ms: Math.round(at(0.99)),
    lost,
    doubled: voters.length - new Set(voters).size,
  };
}

function medians(of: readonly Run[]): Run {
  const middle = (figure: (run: Run) => number): number =>
    of.map(figure).toSorted((a, b) => a - b)[Math.floor(of.length / 2)] ?? Number.NaN;
  const sum = (figure: (run: Run) => number): number => of.reduce((total, run) => total + figure(run), 0);
  return {
    votesPerS: middle((run) => run.votesPerS),
    p50Ms: middle((run) => run.p50Ms),
    p99Ms: middle((run) => run.p99Ms),
    lost: sum((run) => run.lost),
    doubled: sum((run) => run.doubled),
  };
}

const only = process.argv[2];
for (const one of cases) if (only === undefined || one.name === only) await compare(one);
