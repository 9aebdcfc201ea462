import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";

import Sqlite from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { WebSocket } from "ws";

import { cleanClone, type CleanClone } from "../support/clean-clone.ts";
import { addUser, freshDatabase } from "../support/postgres.ts";
import { dataFolder, runToEnd, serve, type Served } from "../support/served.ts";
import { protocolVersion } from "../../shared/protocol.ts";

/** What people wait for when they press ^C; the server has to be gone by then. */
const patienceMs = 5_000;

describe("one word in a fresh clone, with the machine's own Node and an empty home", () => {
  let clone: CleanClone;
  beforeAll(() => {
    clone = cleanClone();
  });
  afterAll(() => clone.remove());

  const npmStart = (env: Readonly<Record<string, string>>): Promise<Served> =>
    serve({ command: ["npm", "start"], cwd: clone.folder, env: { ...clone.env, NODE_ENV: "", ...env } });

  // The first one installs (npm ci: 20 to 60 s); the second finds everything there.
  test.for<readonly [title: string, env: Readonly<Record<string, string>>]>([
    ["NODE_ENV=production, nothing installed", { NODE_ENV: "production" }],
    ["plain, everything there, another folder", { DATA_DIR: "another-folder" }],
  ])("TOOL-20 npm start answers, and ends with 0 in time with five sockets open: %s", async ([, env]) => {
    const served = await npmStart(env);
    const page = await fetch(served.url);
    expect(page.status).toBe(200);
    expect(page.headers.get("content-type")).toContain("text/html");
    const gathering = await openGathering(served);
    const sockets = await Promise.all(Array.from({ length: 5 }, () => openPage(served, gathering)));
    served.process.kill("SIGTERM");
    expect(await endedInTime(served)).toBe(0);
    for (const socket of sockets) socket.terminate();
  });
});

describe("a start that cannot be, in words and with status 1", () => {
  test("TOOL-21 the port is taken", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const address = other.address();
    const port = typeof address === "object" && address !== null ? String(address.port) : "";
    expect(await refusedStart({ PORT: port })).toMatch(/Port \d+ is taken[\s\S]*PORT=/);
    other.close();
  });

  test("TOOL-22 the data folder cannot be written", async () => {
    const folder = dataFolder();
    const file = join(folder.path, "file");
    writeFileSync(file, "");
    expect(await refusedStart({ DATA_DIR: join(file, "data") })).toMatch(/cannot be written[\s\S]*DATA_DIR=/);
    folder.remove();
  });

  test("TOOL-23 the data folder is in use; the server that uses it goes on", async () => {
    const folder = dataFolder();
    const first = await serve({ env: { DATA_DIR: folder.path } });
    expect(await refusedStart({ DATA_DIR: folder.path })).toMatch(/already uses the folder[\s\S]*DATA_DIR=/);
    expect((await fetch(`${first.url}/health`)).status).toBe(200);
    first.process.kill("SIGTERM");
    expect(await endedInTime(first)).toBe(0);
    folder.remove();
  });

  test("TOOL-24 the database is out of reach", async () => {
    const words = await refusedStart({ DATABASE_URL: "postgres://nobody:secret@127.0.0.1:9/none" });
    expect(words).toMatch(/out of reach[\s\S]*DATABASE_URL/);
    expect(words).not.toContain("secret");
  });

  test("TOOL-29 the user of the database may make no tables in it", async () => {
    const database = await freshDatabase();
    const stranger = await addUser(database.url);
    const words = await refusedStart({ DATABASE_URL: stranger.url });
    expect(words).toMatch(/permission denied[\s\S]*GRANT CREATE/);
    await database.drop();
    await stranger.remove();
  });

  test("TOOL-25 a newer Cahier wrote the data folder: nothing is changed", async () => {
    const folder = dataFolder();
    const first = await serve({ env: { DATA_DIR: folder.path } });
    first.process.kill("SIGTERM");
    await first.ended;
    const database = new Sqlite(join(folder.path, "cahier.sqlite"));
    database.prepare("insert into migrations (hash) values ('of-next-year')").run();
    database.close();
    expect(await refusedStart({ DATA_DIR: folder.path })).toContain("newer version of Cahier");
    folder.remove();
  });

  test("TOOL-26 a setting that is none", async () => {
    expect(await refusedStart({ PORT: "abc" })).toContain("PORT is abc");
    expect(await refusedStart({ TLS_CERT: "/nowhere.pem" })).toContain("TLS_KEY");
    expect(await refusedStart({ HOST: "192.0.2.1" })).toContain("HOST=192.0.2.1");
  });
});

test("TOOL-27 DATABASE_URL keeps everything in PostgreSQL, and the server ends as well", async () => {
  const folder = dataFolder();
  const database = await freshDatabase();
  const served = await serve({ env: { DATA_DIR: folder.path, DATABASE_URL: database.url } });
  expect(served.output()).toContain("PostgreSQL");
  expect((await fetch(served.url)).status).toBe(200);
  served.process.kill("SIGTERM");
  expect(await endedInTime(served)).toBe(0);
  await database.drop();
  folder.remove();
});

/** All that a start said that ended with status 1, without a stack: it is for people. */
async function refusedStart(env: Readonly<Record<string, string>>): Promise<string> {
  const folder = dataFolder();
  const { status, output } = await runToEnd({ env: { DATA_DIR: folder.path, ...env } });
  folder.remove();
  expect(status).toBe(1);
  expect(output).not.toMatch(/^\s+at /m);
  return output;
}

/** The exit status, or what is wrong when there is none in time. The process that did not end is killed. */
async function endedInTime(served: Served): Promise<number | string | null> {
  const late = new Promise<string>((resolve) => {
    setTimeout(() => resolve(`still there after ${patienceMs} ms`), patienceMs).unref();
  });
  const outcome = await Promise.race([served.ended.then(({ status, signal }) => signal ?? status), late]);
  if (typeof outcome === "string") served.process.kill("SIGKILL");
  return outcome;
}

/** The page of a gathering that is opened by the organiser's link, kept live. */
async function openPage(served: Served, gathering: string): Promise<WebSocket> {
  const { origin, host } = new URL(served.url);
  const socket = new WebSocket(`ws://${host}${gathering}/direct`, { origin });
  socket.on("error", () => {});
  await once(socket, "open");
  socket.send(JSON.stringify({ type: "hello", protocol: protocolVersion, epoch: null, cursor: 0 }));
  const [message] = await once(socket, "message");
  expect(String(message)).toContain("welcome");
  return socket;
}

/** Opens a gathering and gives its address on the server, `/r/commune`. */
async function openGathering(served: Served): Promise<string> {
  const body = { name: "Commune", place: "Commercy", firstDay: "2027-01-18", timeZone: "Europe/Paris", language: "fr" };
  const answer = await fetch(served.organiser, {
    method: "POST",
    headers: { "content-type": "application/json", origin: served.url },
    body: JSON.stringify(body),
  });
  expect(answer.status).toBe(200);
  const { see }: { see: string } = JSON.parse(await answer.text());
  return see.split("/").slice(0, 3).join("/");
}
