import { describe, expect, test } from "vitest";

import type { Storage } from "../../../server/storage/index.ts";
import {
  appendCommits,
  createText,
  loadHistory,
  readDocument,
  readText,
  saveLife,
  TextAuthority,
  writtenByAct,
  type Frame,
  type PushAnswer,
} from "../../../server/texts/index.ts";
import { limits } from "../../../shared/limits.ts";
import { ok } from "../../../shared/refusals.ts";
import {
  commitAtHead,
  decodeSteps,
  extendHistory,
  freeze,
  parseSteps,
  tableText,
  textHash,
  type KnownCommit,
  type TextHistory,
} from "../../../shared/texts/index.ts";
import { addGathering, rowCounts } from "../../support/storage.ts";
import { Page } from "../../support/texts/page.ts";
import { engines } from "../storage/engines.ts";

describe.each(engines)("$name", ({ fresh }) => {
  test("TXT-20 two pages type in one paragraph, one is cut off meanwhile: all end equal, every word once", async () => {
    await using store = await fresh();
    await using running = await begin(store.storage);
    const { authority } = running;
    const [one, two] = [await open(authority, "one"), await open(authority, "two")];
    one.type("alpha ");
    await authority.settled();
    two.cut();
    two.type("beta ");
    for (const word of ["gamma ", "delta "]) {
      one.type(word);
      await authority.settled();
    }
    two.connect();
    await settle(authority, one, two);
    const words = one.words;
    expect(two.words).toBe(words);
    for (const word of ["alpha", "beta", "gamma", "delta"]) expect(words.split(word)).toHaveLength(2);
    expect(textHash((await history(store.storage)).doc)).toBe(one.session.editor && textHash(one.session.editor.doc));
  });

  test("TXT-21 pushes of one turn are told in one frame, once they are on disk", async () => {
    await using store = await fresh();
    await using running = await begin(store.storage);
    const { authority } = running;
    const pages = [await open(authority, "a"), await open(authority, "b"), await open(authority, "c")];
    const before = pages.map((page) => page.frames.length);
    const onDisk: Promise<number>[] = [];
    const spy = {
      writes: true,
      tell: () => void onDisk.push(store.storage.read(async (tx) => (await readText(tx, "g1", "t"))?.version ?? 0)),
    };
    await authority.open("g1", "t", null, spy);
    pages.forEach((page) => page.type("mot "));
    await authority.settled();
    expect(pages.map((page, i) => page.frames.length - (before[i] ?? 0))).toEqual([1, 1, 1]);
    expect((await Promise.all(onDisk)).slice(1)).toEqual([4]);
  });

  test("TXT-22 a turn that cannot be written is told to nobody, and the pages are asked to try again", async () => {
    await using store = await fresh();
    let failures = 1;
    const storage: Storage = {
      ...store.storage,
      act: (work) => (failures-- > 0 ? Promise.reject(new Error("disk full")) : store.storage.act(work)),
    };
    const faults: unknown[] = [];
    await using running = await begin(store.storage, run(storage, faults));
    const { authority } = running;
    const [one, two] = [await open(authority, "one"), await open(authority, "two")];
    const told = two.frames.length;
    one.type("mot ");
    await authority.settled();
    expect(faults).toHaveLength(1);
    expect(two.frames).toHaveLength(told);
    expect(one.answers).toMatchObject([{ kind: "refused", refused: { code: "try-again" } }]);
    one.tryAgain();
    await settle(authority, one, two);
    expect(two.words).toContain("mot");
    expect(one.pushes[1]).toEqual(one.pushes[0]);
  });

  test("TXT-23 a push sent again makes no second commit, also after a restart of the server", async () => {
    await using store = await fresh();
    await using running = await begin(store.storage);
    const { authority: first } = running;
    const page = await open(first, "one");
    page.type("mot ");
    await first.settled();
    const [push] = page.pushes;
    if (!push) throw new Error("Nothing was pushed");
    page.send(push);
    await first.close();
    await using again = run(store.storage);
    const { authority: second } = again;
    const answer = await sendRaw(second, push, "one");
    expect(answer).toBeNull();
    expect((await history(store.storage)).version).toBe(2);
  });

  test("TXT-23 a dropped push is answered so again, also after a restart of the server", async () => {
    await using store = await fresh();
    await using running = await begin(store.storage);
    const { authority: first } = running;
    const [one, two] = [await open(first, "one"), await open(first, "two")];
    one.type("effacé");
    await settle(first, one, two);
    const erase = { type: "push", text: "t", base: 2, client: "eraser-client-1", sequence: 1 } as const;
    const late = { type: "push", text: "t", base: 2, client: "late-client-0001", sequence: 1 } as const;
    const [from, to] = [8, 14];
    await sendRaw(first, { ...erase, steps: [{ stepType: "replace", from, to }] }, "one");
    const lost = {
      ...late,
      steps: [{ stepType: "replace", from: 11, to: 11, slice: { content: [{ type: "text", text: "x" }] } }],
    };
    expect(await sendRaw(first, lost, "two")).toEqual({ kind: "dropped", version: 3 });
    expect(await sendRaw(first, lost, "two")).toEqual({ kind: "dropped", version: 3 });
    await first.close();
    await using again = run(store.storage);
    const { authority: second } = again;
    expect(await sendRaw(second, lost, "two")).toEqual({ kind: "dropped", version: 3 });
    expect((await history(store.storage)).version).toBe(3);
  });

  test("TXT-24 once the text is tabled its pushes are refused, and nothing is written", async () => {
    await using store = await fresh();
    await using running = await begin(store.storage);
    const { authority } = running;
    const page = await open(authority, "one");
    await store.storage.act(async (tx) => {
      const facts = await readText(tx, "g1", "t");
      const life = facts && tableText(facts.life, freeze(await readDocument(tx, "t", facts.version)));
      if (!life?.ok) throw new Error("Not tabled");
      await saveLife(tx, "t", life.value);
      return ok(null);
    });
    const before = await rowCounts(store.storage);
    page.type("trop tard");
    await settle(authority, page);
    expect(page.session.refusal).toBe("text-tabled");
    expect(page.session.offered.map((words) => words.text)).toEqual(["trop tard"]);
    expect(await rowCounts(store.storage)).toEqual(before);
  });

  test("TXT-25 two authorities on one database end with one text, and nobody's words are lost", async () => {
    await using store = await fresh();
    await using running = await begin(store.storage);
    await using other = run(store.storage);
    const [here, there] = [running.authority, other.authority];
    const [one, two] = [await open(here, "one"), await open(there, "two")];
    for (let i = 0; i < 10; i++) {
      one.type(`ici${i} `);
      two.type(`là${i} `);
      if (i % 3 === 0) await here.settled();
    }
    await settleAll([here, there], one, two);
    expect(two.words).toBe(one.words);
    for (let i = 0; i < 10; i++)
      for (const word of [`ici${i} `, `là${i} `]) expect(one.words.split(word)).toHaveLength(2);
  });

  test("TXT-26 whoever comes back is given the commits since, from memory or disk; after too many, the text", async () => {
    await using store = await fresh();
    await (await begin(store.storage)).authority.close();
    await write(store.storage, limits.recentVersionsInMemory + limits.commitsPerFrame);
    await using again = run(store.storage);
    const { authority } = again;
    const head = 1 + limits.recentVersionsInMemory + limits.commitsPerFrame;
    expect(await framesFor(authority, head)).toEqual(["commits 0"]);
    expect(await framesFor(authority, head - 3)).toEqual(["commits 3"]);
    expect(await framesFor(authority, 0)).toEqual(["commits 500", "commits 500", "commits 1", "commits 0"]);
    expect(await framesFor(authority, null)).toEqual(["snapshot"]);
    expect(await framesFor(authority, head + 1)).toEqual(["snapshot"]);
    await write(store.storage, limits.resumeCommits);
    authority.refresh();
    await authority.settled();
    expect(await framesFor(authority, 0)).toEqual(["snapshot"]);
  });

  test("TXT-27 a push ahead of its answer, other bytes under a used name, or somebody else's name: each is refused", async () => {
    await using store = await fresh();
    await using running = await begin(store.storage);
    const { authority } = running;
    const push = { type: "push", text: "t", base: 1, client: "some-client-0001", sequence: 1 } as const;
    const steps = [{ stepType: "replace", from: 1, to: 1, slice: { content: [{ type: "text", text: "a" }] } }];
    expect(await sendRaw(authority, { ...push, steps }, "one")).toBeNull();
    expect(await sendRaw(authority, { ...push, sequence: 2, steps }, "one")).toMatchObject({
      refused: { code: "bad-step" },
    });
    const other = [{ stepType: "replace", from: 1, to: 2 }];
    expect(await sendRaw(authority, { ...push, steps: other }, "one")).toMatchObject({
      refused: { code: "malformed" },
    });
    expect(await sendRaw(authority, { ...push, base: 2, sequence: 2, steps }, "two")).toMatchObject({
      refused: { code: "not-allowed" },
    });
    expect((await history(store.storage)).version).toBe(2);
  });

  test("TXT-28 a snapshot is kept now and then; a text read back from it is the same", async () => {
    await using store = await fresh();
    await using running = await begin(store.storage);
    const { authority } = running;
    const page = await open(authority, "one");
    for (let i = 0; i < limits.snapshotEveryCommits + 5; i++) {
      page.type("a");
      await authority.settled();
    }
    expect((await rowCounts(store.storage))["snapshots"]).toBe(1);
    const short = await store.storage.read((tx) => loadHistory(tx, "t", 1));
    expect(short.recent.length).toBeLessThan(limits.snapshotEveryCommits);
    expect(textHash(short.doc)).toBe(page.session.editor && textHash(page.session.editor.doc));
  });

  test("TXT-29 a push whose base has left the memory is carried all the same", async () => {
    await using store = await fresh();
    await (await begin(store.storage)).authority.close();
    await write(store.storage, limits.recentVersionsInMemory + 10);
    await using again = run(store.storage);
    const { authority } = again;
    const steps = [{ stepType: "replace", from: 1, to: 1, slice: { content: [{ type: "text", text: "tard" }] } }];
    const push = { type: "push", text: "t", base: 1, client: "some-client-0001", sequence: 1, steps } as const;
    expect(await sendRaw(authority, push, "one")).toBeNull();
    expect((await history(store.storage)).doc.firstChild?.textContent).toContain("tard");
  });
});

interface Running extends AsyncDisposable {
  readonly authority: TextAuthority;
}

function run(storage: Storage, faults: unknown[] = []): Running {
  const authority = new TextAuthority(storage, (fault) => void faults.push(fault));
  return { authority, [Symbol.asyncDispose]: () => authority.close() };
}

/** A gathering with one text, `t`, whose first commit is its title. */
async function begin(storage: Storage, running = run(storage)): Promise<Running> {
  await addGathering(storage);
  await storage.act(async (tx) => {
    await createText(tx, { id: "t", gathering: "g1", title: "Titre", language: "fr", atMs: 0 });
    return ok(null);
  });
  return running;
}

async function open(authority: TextAuthority, name: string): Promise<Page> {
  const page = new Page(authority, name);
  page.connect();
  while (!page.session.editor) await new Promise((resolve) => setImmediate(resolve));
  return page;
}

const settle = (authority: TextAuthority, ...pages: readonly Page[]): Promise<void> => settleAll([authority], ...pages);

/** Until every page says that all is written, or that it is closed, and all stand at one version. */
async function settleAll(authorities: readonly TextAuthority[], ...pages: readonly Page[]): Promise<void> {
  for (;;) {
    for (const authority of authorities) await authority.settled();
    const versions = new Set(pages.map((page) => page.session.version));
    const still = pages.every(
      ({ session }) =>
        session.says === "saved" || (session.says === "closed" && session.unsent.length === session.offered.length),
    );
    if (still && versions.size === 1) return;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

const history = (storage: Storage): Promise<TextHistory> => storage.read((tx) => loadHistory(tx, "t"));

/** Adds commits as an act of the assembly would. */
async function write(storage: Storage, count: number): Promise<void> {
  const steps = parseSteps([{ stepType: "replace", from: 7, to: 7, slice: { content: [{ type: "paragraph" }] } }]);
  const toggle = parseSteps([{ stepType: "replace", from: 7, to: 9 }]);
  if (!steps.ok || !toggle.ok) throw new Error("Not steps");
  let now = await history(storage);
  const commits: KnownCommit[] = [];
  for (let i = 0; i < count; i++) {
    const made = i % 2 === 0 ? steps.value : toggle.value;
    const commit = commitAtHead(now, made, writtenByAct, { author: "a1", ballot: "b1" }, 0);
    if (!commit) throw new Error("Not a commit");
    commits.push(commit);
    now = extendHistory(now, commit, 1);
  }
  await storage.act(async (tx) => {
    await appendCommits(tx, "t", commits);
    return ok(null);
  });
}

/** What whoever opens the text at `version` is told at once. */
async function framesFor(authority: TextAuthority, version: number | null): Promise<readonly string[]> {
  const frames: string[] = [];
  const follower = {
    writes: true,
    tell(frame: Frame) {
      const message: { type: string; commits?: unknown[] } = JSON.parse(frame.message);
      frames.push(message.commits ? `commits ${message.commits.length}` : message.type);
    },
  };
  await authority.open("g1", "t", version, follower);
  await authority.leave("t", follower);
  return frames;
}

/** Sends a push that no page made, and waits for its answer; null: it was told or needed none. */
async function sendRaw(
  authority: TextAuthority,
  push: { base: number; client: string; sequence: number; steps: readonly unknown[] },
  owner: string,
): Promise<PushAnswer | null> {
  const steps = parseSteps(decodeSteps(push.steps));
  if (!steps.ok) throw new Error(steps.code);
  const answers: PushAnswer[] = [];
  const { base, client, sequence } = push;
  await authority.push("g1", "t", {
    push: { base, client, sequence, steps: steps.value },
    owner,
    origin: { author: "kerloch" },
    atMs: 0,
    answer: (answer) => void answers.push(answer),
  });
  await authority.settled();
  return answers[0] ?? null;
}
