import { Fragment, Slice } from "prosemirror-model";
import { ReplaceStep } from "prosemirror-transform";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { readEntries } from "../../../server/journal/index.ts";
import { appendCommits, loadHistory, writtenByAct } from "../../../server/texts/index.ts";
import { hashText } from "../../../shared/journal/index.ts";
import { ok, refuse } from "../../../shared/refusals.ts";
import { commitAtHead, textSchema, type TextNode } from "../../../shared/texts/index.ts";
import { freshApp, getPage, openGathering, postForm, postJson, type FreshApp, type Opened } from "../../support/app.ts";
import { takeSeat } from "../../support/seats.ts";
import { rowCounts } from "../../support/storage.ts";

let fresh: FreshApp;
let opened: Opened;
let text: string;
let [chair, delegate] = ["", ""];

beforeEach(async () => {
  fresh = await freshApp();
  opened = await openGathering(fresh);
  text = (await act("text.create", { title: "  Des   lieux " }, opened.cookie)).json().text;
  const gathering = await gatheringId();
  chair = await takeSeat(fresh.storage, fresh.key, { gathering, name: "Chloé", grants: [{ role: "chair" }] });
  const grants = [{ role: "delegate", delegation: "kerloch" }] as const;
  delegate = await takeSeat(fresh.storage, fresh.key, { gathering, name: "Anne", delegation: "kerloch", grants });
});

afterEach(async () => fresh[Symbol.asyncDispose]());

describe("a text's acts", () => {
  test("TXT-30 opening a text makes its first commit, by the workshop, and an entry", async () => {
    expect(await view(`/textes/${text}`, delegate)).toMatchObject({
      text: { title: "Des lieux", version: 1, state: "draft" },
    });
    expect(await lastEntry()).toMatchObject({ act: "text.created", data: { text } });
  });

  test("TXT-31 tabling freezes the version, and the entry names its number, head and hash", async () => {
    expect((await act("text.table", { text }, chair)).statusCode).toBe(200);
    const snapshot = (await getPage(fresh.app, `/r/${opened.slug}/textes/${text}/instantane.json`)).body;
    const { version, head, hash, doc } = JSON.parse(snapshot);
    expect(await lastEntry()).toMatchObject({ act: "text.tabled", data: { text, version, head, hash } });
    expect(hashText(JSON.stringify(doc))).toBe(hash);
    expect(await view(`/textes/${text}`)).toMatchObject({ text: { state: "tabled", hash } });
  });

  test("TXT-36 tabling leaves out what has no words, and untabled the text is written on from there", async () => {
    await write(
      node("article", words("articleTitle", "Ouvrir"), words("paragraph", "Un toit."), words("paragraph", "")),
    );
    await act("text.table", { text }, chair);
    const tabled = await view(`/textes/${text}`);
    expect(tabled).toMatchObject({ text: { version: 3, state: "tabled" } });
    expect(JSON.stringify(tabled["blocks"]).match(/"kind":"paragraph"/gu)).toHaveLength(1);
    expect(await lastEntry()).toMatchObject({ act: "text.tabled", data: { version: 3 } });
    await act("text.untable", { text }, chair);
    expect(await view(`/textes/${text}`, opened.cookie)).toMatchObject({ text: { version: 3, state: "draft" } });
  });

  test("TXT-32 what is not possible in a state is refused, and nothing is written", async () => {
    await act("text.table", { text }, chair);
    const before = await rowCounts(fresh.storage);
    expect(await refusal("text.table", chair)).toBe("text-tabled");
    await act("text.untable", { text }, chair);
    expect(await refusal("text.untable", chair)).toBe("wrong-state");
    await act("text.withdraw", { text }, chair);
    expect(await refusal("text.table", chair)).toBe("wrong-state");
    const after = await rowCounts(fresh.storage);
    expect({ ...after, journal: 0 }).toEqual({ ...before, journal: 0 });
    expect((after["journal"] ?? 0) - (before["journal"] ?? 0)).toBe(2);
  });

  test("TXT-32 an act on a text that is not there, or of another gathering, is refused", async () => {
    const other = await openGathering(fresh, "Une autre");
    const answer = await postJson(
      fresh.app,
      `/r/${other.slug}/actes/text.withdraw`,
      { text },
      { cookie: other.cookie },
    );
    expect(answer.statusCode).toBe(403);
    expect(
      (await postJson(fresh.app, `/r/${opened.slug}/actes/text.table`, { text: "ailleurs" }, { cookie: chair })).json(),
    ).toMatchObject({ code: "not-found" });
  });
});

describe("entering a workshop", () => {
  test("TXT-33 whoever takes part and types the writing code may write from then on, and the journal says so", async () => {
    const { writingCode } = await view(`/textes/${text}`, opened.cookie);
    expect(await view(`/textes/${text}`, delegate)).toMatchObject({
      writingCode: null,
      may: { join: true, write: false },
    });
    const typed = String(writingCode).toLowerCase().replace("-", " ");
    const joined = await postForm(
      fresh.app,
      `/r/${opened.slug}/actes/text.joinWriting`,
      { text, writingCode: typed },
      { cookie: delegate },
    );
    expect(joined.headers.location).toBe(`/r/${opened.slug}/textes/${text}/ecrire`);
    expect(await view(`/textes/${text}/ecrire`, delegate)).toMatchObject({ page: "write", writingCode });
    expect(await lastEntry()).toMatchObject({
      act: "role.granted",
      data: { participant: "Anne", role: "drafter", text },
    });
  });

  test("TXT-33 a wrong code, or nobody's, opens nothing", async () => {
    const join = (cookie?: string) =>
      postJson(fresh.app, `/r/${opened.slug}/actes/text.joinWriting`, { text, writingCode: "0000-0000" }, { cookie });
    expect((await join(delegate)).json()).toMatchObject({ code: "code-unknown" });
    expect((await join()).json()).toMatchObject({ code: "not-signed-in" });
    expect((await getPage(fresh.app, `/r/${opened.slug}/textes/${text}/ecrire`, { cookie: delegate })).statusCode).toBe(
      403,
    );
  });
});

describe("reading", () => {
  test("TXT-34 a draft is not on the public's list nor under its address; a tabled text is, whole and without scripts", async () => {
    expect(await view("/textes")).toMatchObject({ texts: [] });
    expect((await getPage(fresh.app, `/r/${opened.slug}/textes/${text}`)).statusCode).toBe(401);
    expect((await getPage(fresh.app, `/r/${opened.slug}/textes/${text}/instantane.json`)).statusCode).toBe(401);
    await act("text.table", { text }, chair);
    expect(await view("/textes")).toMatchObject({ texts: [{ id: text, state: "tabled" }] });
    const page = await getPage(fresh.app, `/r/${opened.slug}/textes/${text}`);
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain("Des lieux");
  });
});

const act = (action: string, body: unknown, cookie: string) =>
  postJson(fresh.app, `/r/${opened.slug}/actes/${action}`, body, { cookie });

const refusal = async (action: string, cookie: string): Promise<string> =>
  (await act(action, { text }, cookie)).json().code;

async function view(path: string, cookie?: string): Promise<Record<string, unknown>> {
  const address = `/r/${opened.slug}/etat.json?page=${encodeURIComponent(path)}`;
  return (await getPage(fresh.app, address, { cookie })).json();
}

const node = (type: string, ...content: TextNode[]): TextNode => textSchema.node(type, null, content);
const words = (type: string, typed: string): TextNode => node(type, ...(typed === "" ? [] : [textSchema.text(typed)]));

/** What the workshop wrote below the title. */
async function write(...blocks: TextNode[]): Promise<void> {
  const written = await fresh.storage.act(async (tx) => {
    const history = await loadHistory(tx, text);
    const below = new ReplaceStep(
      history.doc.child(0).nodeSize,
      history.doc.content.size,
      new Slice(Fragment.from(blocks), 0, 0),
    );
    const commit = commitAtHead(history, [below], writtenByAct, { author: text }, 0);
    if (!commit) return refuse("bad-step");
    await appendCommits(tx, text, [commit]);
    return ok(null);
  });
  expect(written.ok).toBe(true);
}

const gatheringId = (): Promise<string> =>
  fresh.storage.read(
    async ({ db, tables }) => (await db.select({ id: tables.gatherings.id }).from(tables.gatherings))[0]?.id ?? "",
  );

async function lastEntry(): Promise<unknown> {
  const entries = await fresh.storage.read(async (tx) => readEntries(tx, await firstGathering(tx), 0, 1_000));
  return JSON.parse(entries[entries.length - 1]?.body ?? "null");
}

const firstGathering = async ({
  db,
  tables,
}: Parameters<Parameters<typeof fresh.storage.read>[0]>[0]): Promise<string> =>
  (await db.select({ id: tables.gatherings.id }).from(tables.gatherings))[0]?.id ?? "";
