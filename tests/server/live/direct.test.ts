import { afterEach, beforeEach, describe, expect, test } from "vitest";

import type { Storage } from "../../../server/storage/index.ts";
import { loadHistory } from "../../../server/texts/index.ts";
import { limits } from "../../../shared/limits.ts";
import { protocolVersion, type ClientMessage } from "../../../shared/protocol.ts";
import { freshApp, openGathering, postJson, type FreshApp, type Opened } from "../../support/app.ts";
import { takeSeat } from "../../support/seats.ts";
import { openGreeted, openSocket, type TestSocket, tells, versionsIn } from "../../support/socket.ts";

let fresh: FreshApp;
let opened: Opened;
let gathering: string;
let text: string;
/** A drafter of Kerloc’h, one of the Tanneries, and the chair. */
let [kerloch, tanneries, chair] = ["", "", ""];

beforeEach(async () => {
  fresh = await freshApp();
  opened = await openGathering(fresh);
  gathering = await gatheringOf(fresh.storage);
  const created = await act("text.create", { title: "Atelier 3" }, opened.cookie);
  text = String(created["text"]);
  const drafter = [{ role: "drafter", text }] as const;
  kerloch = await seat("Anne", "kerloch", drafter);
  tanneries = await seat("Boris", "tanneries", drafter);
  chair = await seat("Chloé", undefined, [{ role: "chair" }]);
});

afterEach(async () => fresh[Symbol.asyncDispose]());

describe("the door", () => {
  test.each([
    ["from a page of elsewhere", () => ({ origin: "http://ailleurs.invalid" }), 403],
    ["from no page at all", () => ({ origin: null }), 403],
    ["of a gathering that is not", () => ({ slug: "ailleurs" }), 404],
  ])("LIVE-1 a socket %s is refused before it opens", async (_, facts, status) => {
    await expect(openSocket(fresh.app, { slug: opened.slug, cookie: kerloch, ...facts() })).rejects.toThrow(
      `HTTP ${status}`,
    );
  });

  test("LIVE-2 a session has so many sockets and no more; one that closes makes room", async () => {
    const sockets = [];
    for (let i = 0; i < limits.socketsPerSession; i++) sockets.push(await open(kerloch));
    await expect(open(kerloch)).rejects.toThrow("HTTP 429");
    await sockets[0]?.close();
    await expect(open(kerloch)).resolves.toBeDefined();
  });
});

describe("greeting", () => {
  test("LIVE-3 whoever greets is told the epoch and where the journal stands; another epoch means load anew", async () => {
    const page = await open();
    page.send({ type: "hello", protocol: protocolVersion, epoch: null, cursor: 0 });
    const welcome = await page.of("welcome");
    expect(welcome.cursor).toBeGreaterThan(0);
    page.send({ type: "hello", protocol: protocolVersion, epoch: "before-the-restore", cursor: 0 });
    expect(await page.of("reload")).toEqual({ type: "reload", epoch: welcome.epoch });
  });

  test("LIVE-13 nothing is opened or pushed before the page has greeted in the server's epoch", async () => {
    const page = await open();
    page.send({ type: "open", text: "t1", version: null, writes: true });
    expect(await page.of("refused")).toMatchObject({ code: "malformed", about: { text: "t1" } });
    page.clear();
    page.send({ type: "hello", protocol: protocolVersion, epoch: "before-the-restore", cursor: 0 });
    page.send({ type: "open", text: "t1", version: null, writes: true });
    expect(await page.of("refused")).toMatchObject({ code: "restored" });
  });

  test("LIVE-4 each act is told once it is on disk, to whoever greeted, the public too; another gathering hears nothing", async () => {
    const other = await openGathering(fresh, "Une autre rencontre");
    const [page, elsewhere] = [await greeted(), await greeted(undefined, other.slug)];
    await act("text.create", { title: "Second" }, opened.cookie);
    expect(await page.of("entries")).toMatchObject({ entries: [{ act: "text.created" }] });
    elsewhere.send({ type: "hello", protocol: protocolVersion, epoch: null, cursor: 0 });
    await elsewhere.of("welcome");
    expect(elsewhere.heard.map((message) => message.type)).not.toContain("entries");
  });
});

describe("a text", () => {
  test("LIVE-5 two pages and a reader follow one text; each is told of every commit", async () => {
    const [one, two] = [await writing(kerloch), await writing(tanneries)];
    const reader = await following(await seat("Dalila", "orvelles", [{ role: "observer", delegation: "orvelles" }]));
    one.send(push("client-one-1", 1, 1, typed("Un ")));
    for (const page of [one, two, reader]) await page.until(tells(2));
    two.send(push("client-two-1", 2, 1, typed("Deux ")));
    for (const page of [one, two, reader]) {
      await page.until(tells(3));
    }
    const { doc, recent } = await history();
    expect(doc.textContent).toBe("Deux Un Atelier 3");
    expect(recent.map((commit) => JSON.parse(commit.sealed.body).author)).toEqual([text, "kerloch", "tanneries"]);
  });

  test("LIVE-6 a draft is read by those who take part, and by the public once the gathering says so", async () => {
    const page = await greeted();
    page.send({ type: "open", text, version: null, writes: true });
    expect(await page.of("refused")).toEqual({ type: "refused", code: "not-signed-in", about: { text } });
    await following(await seat("Dalila", "orvelles", [{ role: "observer", delegation: "orvelles" }]));
    await fresh.storage.act(async ({ db, tables }) => {
      await db.update(tables.gatherings).set({ draftPublic: true });
      return { ok: true, value: null };
    });
    await following(undefined);
  });

  test("LIVE-7 whoever reads too slowly has no queue: it is left behind, then caught up", async () => {
    const [writer, slow] = [await writing(kerloch), await writing(tanneries)];
    slow.socket.pause();
    const paragraphs = Array.from({ length: 8 }, () => ({
      type: "paragraph",
      content: [{ type: "text", text: "mot ".repeat(4_000) }],
    }));
    const at = 2 + "Atelier 3".length;
    const long = [{ stepType: "replace", from: at, to: at, slice: { content: paragraphs } }];
    const count = 200;
    let version = 1;
    for (let i = 0; i < count; i++) {
      writer.send(push("client-one-1", version, i + 1, i % 2 === 0 ? long : erased(at, at + 8 * 16_002)));
      version++;
      await writer.until(tells(version));
      writer.clear();
      fresh.pass(60);
    }
    slow.socket.resume();
    await slow.until(tells(version));
    expect(slow.heard.length).toBeLessThan(count);
    expect(slow.heard.flatMap(versionsIn)).toEqual(Array.from({ length: count }, (_, i) => i + 2));
  }, 60_000);
});

describe("whoever may not write", () => {
  test("LIVE-9 an observer, somebody whose writing was taken back, and the public may not push", async () => {
    const observer = await seat("Elsa", "orvelles", [{ role: "observer", delegation: "orvelles" }]);
    const page = await following(observer);
    page.send(push("client-obs-1", 1, 1, typed("a")));
    expect(await page.of("refused")).toMatchObject({
      code: "not-allowed",
      about: { client: "client-obs-1", sequence: 1 },
    });
    const writer = await writing(kerloch);
    await fresh.storage.act(async ({ db, tables }) => {
      await db.delete(tables.grants);
      return { ok: true, value: null };
    });
    fresh.pass(2_001);
    writer.send(push("client-one-1", 1, 1, typed("a")));
    expect(await writer.of("refused")).toMatchObject({ code: "not-allowed" });
    expect((await history()).version).toBe(1);
  });

  test("LIVE-10 once the text is tabled a push is refused", async () => {
    const writer = await writing(kerloch);
    await act("text.table", { text }, chair);
    writer.send(push("client-one-1", 1, 1, typed("a")));
    expect(await writer.of("refused")).toMatchObject({ code: "text-tabled" });
    expect((await history()).version).toBe(1);
  });

  test("LIVE-12 whose role is taken away is told nothing more of a draft, and why", async () => {
    const observer = await following(await seat("Dalila", "orvelles", [{ role: "observer", delegation: "orvelles" }]));
    const writer = await writing(kerloch);
    await act("role.revoke", { participant: "Dalila", role: "observer", delegation: "orvelles" }, opened.cookie);
    expect(await observer.of("refused")).toEqual({ type: "refused", code: "not-allowed", about: { text } });
    observer.clear();
    writer.send(push("client-one-1", 1, 1, typed("a")));
    await writer.of("commits");
    expect(observer.heard.flatMap(versionsIn)).toEqual([]);
  });

  test("LIVE-12 a text that is written again after its tabling is a draft for those who read it then", async () => {
    await act("text.table", { text }, chair);
    const reader = await following(undefined);
    const observer = await following(await seat("Dalila", "orvelles", [{ role: "observer", delegation: "orvelles" }]));
    await act("text.untable", { text }, chair);
    expect(await reader.of("refused")).toMatchObject({ code: "not-signed-in", about: { text } });
    const writer = await writing(kerloch);
    writer.send(push("client-one-1", 1, 1, typed("a")));
    await observer.of("steps");
    expect(reader.heard.flatMap(versionsIn)).toEqual([]);
  });

  test("LIVE-11 more pushes a second than the limit are asked to wait", async () => {
    const writer = await writing(kerloch);
    for (let i = 0; i < limits.pushesPerSecondPerClient + 5; i++) writer.send({ type: "leave", text: "ailleurs" });
    expect(await writer.of("refused")).toMatchObject({ code: "too-many" });
    fresh.pass(1_000);
    writer.send(push("client-one-1", 1, 1, typed("a")));
    await writer.of("commits");
  });
});

const seat = (
  name: string,
  delegation?: string,
  grants: readonly { role: "drafter" | "observer" | "chair"; text?: string; delegation?: string }[] = [],
) =>
  takeSeat(fresh.storage, fresh.key, { gathering, name, grants, ...(delegation === undefined ? {} : { delegation }) });

const open = (cookie?: string, slug = opened.slug): Promise<TestSocket> =>
  openSocket(fresh.app, { slug, ...(cookie === undefined ? {} : { cookie }) });

const greeted = (cookie?: string, slug = opened.slug): Promise<TestSocket> =>
  openGreeted(fresh.app, { slug, ...(cookie === undefined ? {} : { cookie }) });

async function following(cookie: string | undefined, writes = false): Promise<TestSocket> {
  const page = await greeted(cookie);
  page.send({ type: "open", text, version: null, writes });
  await page.of("snapshot");
  page.clear();
  return page;
}

const writing = (cookie: string): Promise<TestSocket> => following(cookie, true);

const push = (client: string, base: number, sequence: number, steps: readonly unknown[]): ClientMessage => ({
  type: "push",
  text,
  base,
  client,
  sequence,
  steps,
});

const inserted = (node: unknown): unknown[] => [{ stepType: "replace", from: 1, to: 1, slice: { content: [node] } }];
const typed = (words: string): unknown[] => inserted({ type: "text", text: words });
const erased = (from: number, to: number): unknown[] => [{ stepType: "replace", from, to }];
const history = () => fresh.storage.read((tx) => loadHistory(tx, text));

async function act(action: string, body: unknown, cookie: string): Promise<Record<string, unknown>> {
  const answer = await postJson(fresh.app, `/r/${opened.slug}/actes/${action}`, body, { cookie });
  if (answer.statusCode !== 200) throw new Error(`${action}: ${answer.statusCode} ${answer.body}`);
  return answer.json();
}

const gatheringOf = (storage: Storage): Promise<string> =>
  storage.read(
    async ({ db, tables }) => (await db.select({ id: tables.gatherings.id }).from(tables.gatherings))[0]?.id ?? "",
  );
