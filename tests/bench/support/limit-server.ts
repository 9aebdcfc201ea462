/**
 * What the machine allows: bare Fastify, and one SQLite insert a vote, those of one turn in one transaction on disk
 * before any is answered. No seat, no roll, no rule. `node limit-server.ts FILE` prints its port.
 */
import Sqlite from "better-sqlite3";
import fastify from "fastify";

const db = new Sqlite(process.argv[2] ?? "");
db.pragma("journal_mode = WAL");
db.pragma("synchronous = FULL");
db.exec("create table votes (request_key text primary key, ballot text, delegation text, choice text, at integer)");
const insert = db.prepare("insert into votes values (?, ?, ?, ?, ?)");
const insertAll = db.transaction((votes: readonly Waiting[]) => {
  for (const { vote } of votes) insert.run(vote.requestKey, vote.ballot, vote.delegation, vote.choice, Date.now());
});

interface Waiting {
  readonly vote: {
    readonly ballot: string;
    readonly delegation: string;
    readonly choice: string;
    readonly requestKey: string;
  };
  readonly written: () => void;
}

let waiting: Waiting[] = [];

function writeAll(): void {
  const group = waiting;
  waiting = [];
  insertAll(group);
  for (const { written } of group) written();
}

const app = fastify();
app.post<{ Body: Waiting["vote"] }>("/votes", async ({ body }) => {
  await new Promise<void>((written) => {
    if (waiting.push({ vote: body, written }) === 1) setImmediate(writeAll);
  });
  return { receipt: body.requestKey };
});
app.get("/", async (_request, reply) => reply.type("text/html").send("<!doctype html><title>Votes</title>"));
const address = await app.listen({ port: 0, host: "127.0.0.1" });
process.once("SIGTERM", () => process.exit(0));
console.log(`Organiser: ${address}`);
