import type { LightMyRequestResponse } from "fastify";
import { expect, test } from "vitest";

import { refusalWords, translator } from "../../../shared/i18n/index.ts";
import { limits } from "../../../shared/limits.ts";
import type { ClientMessage } from "../../../shared/protocol.ts";
import { refusalStatus, type RefusalCode } from "../../../shared/refusals.ts";
import { freshApp, getPage, host, postForm, type FreshApp } from "../../support/app.ts";
import { openAssembly, type Assembly, type Seated } from "../../support/assembly.ts";
import { castFor, freshKey, openFinalBallot, type OpenedBallot } from "../../support/open-ballot.ts";
import { seatOf } from "../../support/people.ts";
import { openGreeted, openSocket, type TestSocket } from "../../support/socket.ts";
import { everythingKept, expectUnchanged, type Kept } from "../../support/unchanged.ts";

/** What was answered, over HTTP or over the socket. */
type Answered = LightMyRequestResponse | TestSocket;

/** Makes ready what can be asked again and again, each time with the same refusal. */
type Attempt = (hall: Hall) => Promise<() => Promise<Answered>>;

const overHttp: readonly (readonly [what: string, code: RefusalCode, attempt: Attempt])[] = [
  ["malformed JSON", "malformed", posting("{")],
  ["an unknown field", "malformed", ballotOf((vote) => ({ ...vote, weight: 3 }))],
  ["U+0000", "malformed", ballotOf((vote) => ({ ...vote, requestKey: "request\u0000key" }))],
  ["a body too long", "too-large", posting(JSON.stringify({ ballot: "x".repeat(limits.formBytes) }))],
  ["a text with an unknown block", "bad-step", amending({ type: "poem" })],
  ["a text with U+0000", "malformed", amending(paragraphOf({ type: "text", text: "a\u0000" }))],
  ["a text with a link to javascript:", "bad-link", amending(paragraphOf(linked("javascript:alert(1)")))],
  ["a stale cookie", "seat-moved", async (hall) => asking(hall, await movedSeat(hall), hall.kerloch.delegation)],
  ["a foreign cookie", "not-signed-in", async (hall) => asking(hall, hall.stranger.cookie, hall.kerloch.delegation)],
  ["a made-up cookie", "not-signed-in", async (hall) => asking(hall, "cahier=made.up", hall.kerloch.delegation)],
  ["a vote for another delegation", "not-allowed", async (hall) => asking(hall, hall.kerloch.cookie, "tanneries")],
  ["another origin", "wrong-origin", fromElsewhere({ origin: "https://ailleurs.example" })],
  ["no origin at all", "wrong-origin", fromElsewhere({})],
  [
    "the same request key with another choice",
    "request-key-reused",
    async ({ opened, kerloch }) => {
      const requestKey = freshKey();
      await castFor(opened, kerloch, "for", { requestKey });
      return () => castFor(opened, kerloch, "against", { requestKey });
    },
  ],
  [
    "a vote after closing",
    "ballot-closed",
    async ({ assembly, opened, kerloch }) => {
      await assembly.act(assembly.chair.cookie, "ballot.close", { ballot: opened.ballot });
      return () => castFor(opened, kerloch, "for");
    },
  ],
  [
    "an amendment to what is being voted",
    "text-being-voted",
    async ({ fresh, assembly, opened, kerloch }) => {
      const { text } = opened;
      const page = `/r/${assembly.slug}/textes/${text}/instantane.json`;
      const { version, doc: document } = (await getPage(fresh.app, page)).json();
      const body = { delegation: kerloch.delegation, text, version, document, rationale: "" };
      return () => assembly.act(kerloch.cookie, "amendment.submit", body);
    },
  ],
];

const overTheSocket: readonly (readonly [what: string, code: RefusalCode, attempt: Attempt])[] = [
  ["malformed JSON", "malformed", sending(() => "{")],
  ["bytes", "malformed", sending(() => Buffer.from([1, 2, 3]))],
  ["an unknown message", "malformed", sending(() => '{"type":"vote"}')],
  ["an unknown field", "malformed", sending((text) => JSON.stringify({ ...push(text, typed("a")), more: 1 }))],
  ["U+0000", "malformed", sending((text) => push(text, typed("a\u0000")))],
  ["an oversized frame", "too-large", sending((text) => push(text, typed("a".repeat(limits.frameBytes))))],
  ["a step that is none", "bad-step", sending((text) => push(text, [{ stepType: "magic" }]))],
  ["a step that applies nowhere", "bad-step", sending((text) => push(text, [replaced(500, 600)]))],
  ["a base that is not", "bad-step", sending((text) => ({ ...push(text, typed("a")), base: 99 }))],
  [
    "too many steps",
    "too-large",
    sending((text) =>
      push(
        text,
        Array.from({ length: limits.stepsPerPush + 1 }, () => replaced(1, 1)),
      ),
    ),
  ],
  ["an unknown block", "bad-step", sending((text) => push(text, inserted({ type: "image" })))],
  ["a link to javascript:", "bad-link", sending((text) => push(text, inserted(linked("javascript:alert(1)"))))],
  ["a text that is not open", "not-found", sending(() => push("ailleurs", typed("a")))],
  ["an edit after tabling", "text-tabled", tabledWhileOpen],
  ["a stale cookie", "seat-moved", seatMovedWhileOpen],
  ["a foreign cookie", "not-signed-in", async (hall) => openingOnly(hall, hall.stranger.cookie)],
];

test.for([
  ...overHttp.map((one) => ["by a request", ...one] as const),
  ...overTheSocket.map((one) => ["by a frame", ...one] as const),
])(
  "LIVE-8 %s, %s: refused as %s, no row and no head is another, and a keypress meanwhile arrives",
  async ([, , code, prepare]) => {
    await using hall = await openHall();
    const attempt = await prepare(hall);
    expectRefusal(await expectUnchanged(hall.fresh.storage, attempt), code);

    const before = await everythingKept(hall.fresh.storage);
    hall.writer.send(push(hall.draft, typed("z"), "client-keys-1"));
    const [answered, told] = await Promise.all([attempt(), hall.reader.of("commits")]);
    expectRefusal(answered, code);
    expect([told.after, told.commits.map(([client]) => client)]).toEqual([1, ["client-keys-1"]]);
    expect(rowsChanged(before, await everythingKept(hall.fresh.storage))).toEqual({ commits: 1, pushes: 1, texts: 1 });
  },
);

test("LIVE-8 a socket asked for from another origin is refused before it opens, and a keypress meanwhile arrives", async () => {
  await using hall = await openHall();
  const { slug } = hall.assembly;
  const attempt = () =>
    openSocket(hall.fresh.app, { slug, cookie: hall.kerloch.cookie, origin: "http://ailleurs.example" });
  await expectUnchanged(hall.fresh.storage, () => expect(attempt()).rejects.toThrow("HTTP 403"));
  hall.writer.send(push(hall.draft, typed("z"), "client-keys-1"));
  await Promise.all([expect(attempt()).rejects.toThrow("HTTP 403"), hall.reader.of("commits")]);
});

type Delegate = Seated & { readonly delegation: string };

/** A gathering at work: a draft on which two write, a tabled text being voted, and another gathering next door. */
interface Hall extends AsyncDisposable {
  readonly fresh: FreshApp;
  readonly assembly: Assembly;
  readonly opened: OpenedBallot;
  readonly draft: string;
  readonly kerloch: Delegate;
  readonly tanneries: Delegate;
  readonly stranger: Delegate;
  /** Somebody who types on the draft, and somebody before whom it appears. */
  readonly writer: TestSocket;
  readonly reader: TestSocket;
}

async function openHall(): Promise<Hall> {
  const fresh = await freshApp();
  const assembly = await openAssembly(fresh);
  const [kerloch, tanneries] = [await assembly.delegation("Kerloc’h"), await assembly.delegation("Tanneries")];
  const opened = await openFinalBallot(assembly);
  const elsewhere = await openAssembly(fresh, "Une autre rencontre");
  const stranger = await elsewhere.delegation("Kerloc’h");
  const created = await assembly.act(assembly.organiser, "text.create", { title: "Atelier 3" });
  const draft: string = created.json().text;
  const drafter = await assembly.seat("Anne", [{ role: "drafter", text: draft }], kerloch.delegation);
  const writer = await following(fresh, assembly.slug, drafter.cookie, draft);
  const reader = await following(fresh, assembly.slug, kerloch.cookie, draft);
  const dispose = () => fresh[Symbol.asyncDispose]();
  return {
    fresh,
    assembly,
    opened,
    draft,
    kerloch,
    tanneries,
    stranger,
    writer,
    reader,
    [Symbol.asyncDispose]: dispose,
  };
}

async function following(fresh: FreshApp, slug: string, cookie: string, text: string): Promise<TestSocket> {
  const page = await openGreeted(fresh.app, { slug, cookie });
  page.send({ type: "open", text, version: null, writes: true });
  await page.of("snapshot");
  page.clear();
  return page;
}

function posting(body: string): Attempt {
  return async ({ assembly, kerloch }) =>
    () =>
      assembly.act(kerloch.cookie, "vote.cast", body);
}

function ballotOf(change: (vote: object) => object): Attempt {
  return async ({ assembly, opened, kerloch }) => {
    const vote = voteFor(opened, kerloch.delegation);
    return () => assembly.act(kerloch.cookie, "vote.cast", change(vote));
  };
}

const voteFor = ({ ballot }: OpenedBallot, delegation: string) => ({
  ballot,
  delegation,
  choice: "for",
  requestKey: freshKey(),
});

/** A vote under this cookie for this delegation. */
function asking(hall: Hall, cookie: string, named: string): () => Promise<Answered> {
  const delegation = named === "tanneries" ? hall.tanneries.delegation : named;
  return () => hall.assembly.act(cookie, "vote.cast", voteFor(hall.opened, delegation));
}

/** The cookie of a device whose code was entered on another one since. */
async function movedSeat({ fresh, assembly }: Hall): Promise<string> {
  const organiser = { slug: assembly.slug, cookie: assembly.organiser };
  const { cookie, code } = await seatOf(fresh, organiser, { role: "teller" });
  await postForm(fresh.app, "/entrer", { code });
  return cookie;
}

function fromElsewhere(headers: Readonly<Record<string, string>>): Attempt {
  return async ({ fresh, assembly, opened, kerloch }) => {
    const payload = JSON.stringify(voteFor(opened, kerloch.delegation));
    const sent = { host, cookie: kerloch.cookie, "content-type": "application/json", ...headers };
    return () =>
      fresh.app.inject({ method: "POST", url: `/r/${assembly.slug}/actes/vote.cast`, headers: sent, payload });
  };
}

/** An amendment that adds this block to a tabled text that is not being voted. */
function amending(block: unknown): Attempt {
  return async ({ assembly, kerloch }) => {
    const created = await assembly.act(assembly.organiser, "text.create", { title: "Nos communes" });
    const { text } = created.json();
    await assembly.act(assembly.chair.cookie, "text.table", { text });
    const title = { type: "title", attrs: { id: "t" }, content: [{ type: "text", text: "Nos communes" }] };
    const document = { type: "doc", content: [title, block] };
    const asked = { delegation: kerloch.delegation, text, version: 1, document, rationale: "" };
    return () => assembly.act(kerloch.cookie, "amendment.submit", asked);
  };
}

function sending(frame: (text: string) => ClientMessage | string | Buffer): Attempt {
  return async (hall) => {
    const boris = await hall.assembly.seat("Boris", [{ role: "drafter", text: hall.draft }], hall.tanneries.delegation);
    const page = await following(hall.fresh, hall.assembly.slug, boris.cookie, hall.draft);
    return () => refusalOf(page, () => page.send(frame(hall.draft)));
  };
}

async function tabledWhileOpen({ fresh, assembly, tanneries }: Hall): Promise<() => Promise<Answered>> {
  const { text } = (await assembly.act(assembly.organiser, "text.create", { title: "Atelier 4" })).json();
  const boris = await assembly.seat("Boris", [{ role: "drafter", text }], tanneries.delegation);
  const page = await following(fresh, assembly.slug, boris.cookie, text);
  await assembly.act(assembly.chair.cookie, "text.table", { text });
  return () => refusalOf(page, () => page.send(push(text, typed("a"))));
}

async function seatMovedWhileOpen(hall: Hall): Promise<() => Promise<Answered>> {
  const { fresh, assembly, draft } = hall;
  const organiser = { slug: assembly.slug, cookie: assembly.organiser };
  const { cookie, code } = await seatOf(fresh, organiser, { role: "drafter", text: draft });
  const page = await following(fresh, assembly.slug, cookie, draft);
  await postForm(fresh.app, "/entrer", { code });
  // A seat is believed for so long without asking again.
  fresh.pass(2_001);
  return () => refusalOf(page, () => page.send(push(draft, typed("a"))));
}

async function openingOnly({ fresh, assembly, draft }: Hall, cookie: string): Promise<() => Promise<Answered>> {
  const page = await openGreeted(fresh.app, { slug: assembly.slug, cookie });
  return () => refusalOf(page, () => page.send({ type: "open", text: draft, version: null, writes: true }));
}

async function refusalOf(page: TestSocket, send: () => void): Promise<TestSocket> {
  page.clear();
  send();
  await page.of("refused");
  return page;
}

/** Its own code; a request is answered with its status and the words that a delegate reads, and names the act it may not. */
const expectRefusal = (answered: Answered, code: RefusalCode): void =>
  expect(refusalIn(answered)).toEqual("heard" in answered ? [{ code }] : inWords(code));

const refusalIn = (answered: Answered): unknown =>
  "heard" in answered
    ? answered.heard.flatMap((message) => (message.type === "refused" ? [{ code: message.code }] : []))
    : { type: answered.headers["content-type"], status: answered.statusCode, body: answered.json() };

const inWords = (code: RefusalCode): unknown => ({
  type: "application/problem+json; charset=utf-8",
  status: refusalStatus[code],
  body: {
    type: `urn:cahier:${code}`,
    status: refusalStatus[code],
    code,
    title: refusalWords(translator("fr"), code),
    ...(code === "not-allowed" ? { detail: "vote.cast" } : {}),
  },
});

/** How many rows of each table are new or other than before. */
function rowsChanged(before: Kept, after: Kept): Readonly<Record<string, number>> {
  const changed: Record<string, number> = {};
  for (const [table, rows] of Object.entries(after)) {
    const count = rows.filter((row) => !before[table]?.includes(row)).length;
    if (count > 0 || rows.length < (before[table]?.length ?? 0)) changed[table] = count;
  }
  return changed;
}

function push(text: string, steps: readonly unknown[], client = "client-bad-1"): ClientMessage {
  return { type: "push", text, base: 1, client, sequence: 1, steps };
}

function replaced(from: number, to: number, content?: readonly unknown[]): unknown {
  return { stepType: "replace", from, to, ...(content === undefined ? {} : { slice: { content } }) };
}

function inserted(node: unknown): readonly unknown[] {
  return [replaced(1, 1, [node])];
}

function typed(words: string): readonly unknown[] {
  return inserted({ type: "text", text: words });
}

function linked(href: string): unknown {
  return { type: "text", text: "ici", marks: [{ type: "link", attrs: { href } }] };
}

function paragraphOf(node: unknown): unknown {
  return { type: "paragraph", attrs: { id: "p" }, content: [node] };
}
