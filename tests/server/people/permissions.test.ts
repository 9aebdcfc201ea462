import type { FastifyInstance } from "fastify";
import { beforeAll, afterAll, describe, expect, test } from "vitest";

import { buildApp } from "../../../server/app.ts";
import { messageTypes } from "../../../server/live/index.ts";
import { findGathering, makeCreationLink } from "../../../server/people/index.ts";
import { createText } from "../../../server/texts/index.ts";
import { ok } from "../../../shared/refusals.ts";
import { freshApp, host, openGathering, origin, postJson, type FreshApp, type Opened } from "../../support/app.ts";
import { admit, seatOf } from "../../support/people.ts";
import { openGreeted } from "../../support/socket.ts";
import { undoing } from "../../support/undoing-storage.ts";
import { matrix, type Row } from "./permission-matrix.ts";
import { addressOf, bodies, frames, hello, type Cast } from "./permission-samples.ts";

const letters = ["O", "C", "S", "T", "R", "D", "V", "P"] as const;
type Letter = (typeof letters)[number];

/** Somebody of each role in one gathering. */
interface Troupe {
  readonly slug: string;
  readonly delegations: readonly string[];
  readonly text: string;
  readonly otherText: string;
  readonly tabledText: string;
  readonly somebody: string;
  readonly link: string;
  readonly code: string;
  readonly seats: Readonly<Record<Letter, { readonly cookie: string | undefined; readonly participant: string }>>;
}

/** What the server answered at one cell: it let the person through, or it refused them as a person. */
type Answer = "through" | "not-allowed" | "not-signed-in" | `${number}`;
type Answers = Readonly<Record<string, Readonly<Record<"own" | "other", Readonly<Record<string, Answer>>>>>>;

describe("the permission matrix", () => {
  const routes: string[] = [];
  let fresh: FreshApp;
  let app: FastifyInstance;
  let answers: Answers;

  beforeAll(async () => {
    fresh = await freshApp();
    const own = await troupe(fresh, await openGathering(fresh));
    const other = await troupe(fresh, await openGathering(fresh));
    const { storage, key } = fresh;
    const seeRoute = (route: string): void => void routes.push(route);
    app = await buildApp({ storage: undoing(storage), key, epoch: "epoch-of-the-test", seeRoute });
    answers = await askEverything(app, own, other);
  });

  afterAll(async () => {
    await app.close();
    await fresh[Symbol.asyncDispose]();
  });

  test("PPL-19 the matrix lists every route that the server adds, and no other", () => {
    const listed = new Set(Object.keys(matrix).map((name) => name.replace(/ \(.*$/u, "")));
    const sent = messageTypes.map((type) => `MESSAGE ${type}`);
    // Each GET has its HEAD, which is asked along with it.
    const added = new Set([...routes.map((route) => route.replace(/^HEAD /u, "GET ")), ...sent]);
    expect([...added].filter((route) => !listed.has(route) && !isFile(route))).toEqual([]);
    expect([...listed].filter((route) => !added.has(route))).toEqual([]);
    expect(routes.filter((route) => route.startsWith("HEAD ")).length).toBeGreaterThan(5);
  });

  test("PPL-20 every role gets at every route, by GET, HEAD and POST, the answer that the matrix expects", () => {
    expect(mismatches(matrix, answers)).toEqual([]);
    console.log(`${cellsOf(matrix).length} cells asked`);
  });

  test("PPL-21 each cell of the matrix, flipped, is seen", () => {
    for (const cell of cellsOf(matrix)) {
      const [found, ...more] = mismatches(flipped(matrix, cell), answers);
      expect([cell, found?.startsWith(`${cell.name} ${cell.where} ${cell.letter}`), more]).toEqual([cell, true, []]);
    }
  });
});

/** The built client's files: everybody's, and there only after a build. */
const isFile = (route: string): boolean => route.includes("/client/");

async function troupe(fresh: FreshApp, opened: Opened): Promise<Troupe> {
  const delegations = await admit(fresh, opened, ["Tanneries", "Kerloch"]);
  const text = await draft(fresh, opened.slug, "written");
  const otherText = await draft(fresh, opened.slug, "other");
  const [first = ""] = delegations;
  const delegate = await seatOf(fresh, opened, { delegation: first });
  const observer = await seatOf(fresh, opened, { role: "observer" });
  const somebody = await seatOf(fresh, opened, { role: "observer" });
  const organiser = await seatOf(fresh, opened, { role: "organiser" });
  const seats = {
    O: organiser,
    C: await seatOf(fresh, opened, { role: "chair" }),
    S: await seatOf(fresh, opened, { role: "secretary" }),
    T: await seatOf(fresh, opened, { role: "teller" }),
    R: await seatOf(fresh, opened, { role: "drafter", text }),
    D: delegate,
    V: observer,
    P: { cookie: undefined, participant: "nobody" },
  };
  const tabledText = await draft(fresh, opened.slug, "tabled");
  const act = `/r/${opened.slug}/actes/text.table`;
  const tabled = await postJson(fresh.app, act, { text: tabledText }, { cookie: seats.C.cookie });
  if (tabled.statusCode !== 200) throw new Error(tabled.body);
  const link = await makeCreationLink(fresh.storage, fresh.key, new TextEncoder().encode(opened.slug));
  return {
    slug: opened.slug,
    delegations,
    text,
    otherText,
    tabledText,
    somebody: somebody.participant,
    link,
    code: somebody.code,
    seats,
  };
}

async function draft({ storage }: FreshApp, slug: string, which: string): Promise<string> {
  const id = `${which}-${slug}`;
  const made = await storage.act(async (tx) => {
    const gathering = await findGathering(tx, slug);
    await createText(tx, { id, gathering: gathering?.id ?? "", title: "Déclaration", language: "fr", atMs: 0 });
    return ok(id);
  });
  if (!made.ok) throw new Error(made.code);
  return made.value;
}

async function askEverything(app: FastifyInstance, own: Troupe, other: Troupe): Promise<Answers> {
  const answers: Record<string, Record<"own" | "other", Record<string, Answer>>> = {};
  for (const name of Object.keys(matrix)) {
    const asked: Record<"own" | "other", Record<string, Answer>> = { own: {}, other: {} };
    for (const letter of letters) {
      asked.own[letter] = await ask(app, name, castOf(own, letter, own), own.seats[letter].cookie);
      asked.other[letter] = await ask(app, name, castOf(own, letter, other), other.seats[letter].cookie);
    }
    answers[name] = asked;
  }
  return answers;
}

/** The request is about the own gathering; only who asks, and so who "I" am, may come from the other one. */
function castOf(about: Troupe, letter: Letter, from: Troupe): Cast {
  const [delegation = "", otherDelegation = ""] = about.delegations;
  const { slug, link, code, somebody, text, otherText, tabledText } = about;
  return {
    slug,
    link,
    code,
    somebody,
    text,
    otherText,
    tabledText,
    delegation,
    otherDelegation,
    me: from.seats[letter].participant,
  };
}

async function ask(app: FastifyInstance, name: string, cast: Cast, cookie: string | undefined): Promise<Answer> {
  if (name.startsWith("MESSAGE ")) return tell(app, frames[name]?.(cast) ?? [], cast, cookie);
  const url = addressOf(name, cast);
  const headers = { host, origin, accept: "application/json", ...(cookie === undefined ? {} : { cookie }) };
  if (name.startsWith("GET ")) {
    const [get, head] = await Promise.all([
      app.inject({ method: "GET", url, headers }),
      app.inject({ method: "HEAD", url, headers }),
    ]);
    if (head.statusCode !== get.statusCode) return `${head.statusCode}`;
    return answerOf(get.statusCode);
  }
  const posted = await app.inject({ method: "POST", url, headers, payload: bodies[name]?.(cast) ?? {} });
  return answerOf(posted.statusCode);
}

/** Greets, sends the frames, and greets again: what is refused is refused before that welcome. */
async function tell(
  app: FastifyInstance,
  sent: readonly object[],
  { slug }: Cast,
  cookie: string | undefined,
): Promise<Answer> {
  const page = await openGreeted(app, cookie === undefined ? { slug } : { slug, cookie });
  for (const frame of sent) page.send(JSON.stringify(frame));
  page.send(JSON.stringify(hello));
  await page.of("welcome");
  const refused = page.heard.find((message) => message.type === "refused");
  await page.close();
  if (refused === undefined) return "through";
  const { code } = refused;
  if (code === "not-allowed" || code === "not-signed-in") return code;
  return code === "malformed" || code === "too-many" ? "400" : "through";
}

/** 400 is neither: the sample does not fit the schema, and says nothing about the person. */
function answerOf(status: number): Answer {
  if (status === 401) return "not-signed-in";
  if (status === 403) return "not-allowed";
  return status < 500 && status !== 400 && status !== 429 ? "through" : `${status}`;
}

interface Cell {
  readonly name: string;
  readonly where: "own" | "other";
  readonly letter: Letter;
}

const cellsOf = (rows: Readonly<Record<string, Row>>): readonly Cell[] =>
  Object.keys(rows).flatMap((name) =>
    (["own", "other"] as const).flatMap((where) => letters.map((letter) => ({ name, where, letter }))),
  );

/** The cells at which the server's answer is not the expected one, a sentence each. */
function mismatches(rows: Readonly<Record<string, Row>>, given: Answers): readonly string[] {
  return cellsOf(rows).flatMap(({ name, where, letter }) => {
    const expected = expectedAt(rows[name], where, letter);
    const answer = given[name]?.[where][letter];
    return answer === expected ? [] : [`${name} ${where} ${letter}: expected ${expected}, got ${answer}`];
  });
}

function expectedAt(row: Row | undefined, where: "own" | "other", letter: Letter): Answer {
  if (row?.[where].includes(letter)) return "through";
  return where === "own" && letter !== "P" ? "not-allowed" : "not-signed-in";
}

function flipped(rows: Readonly<Record<string, Row>>, { name, where, letter }: Cell): Readonly<Record<string, Row>> {
  const row = rows[name] ?? { own: "", other: "" };
  const listed = row[where];
  const changed = listed.includes(letter) ? listed.replace(letter, "") : listed + letter;
  return { ...rows, [name]: { ...row, [where]: changed } };
}
