import { demoAmendments } from "./amendments.ts";
import { demoTitle } from "./declaration.ts";
import { demoDelegations } from "./delegations.ts";
import { edited, type ProseNode } from "./prose.ts";
import { recordOf, takeSeat, type Seat } from "./seat.ts";
import { typeset } from "./typeset.ts";
import { writeDeclaration } from "./write-text.ts";

/** Codes to show on the terminal: who, and the code that opens the seat. */
export interface DemoCode {
  readonly who: string;
  readonly code: string;
}

/** How many of the thirty delegations are at the desk before the ballot opens. */
const present = 26;

/** Opens the whole gathering, each act by whoever may do it, and leaves one ballot open with some votes cast. */
export async function openDemoGathering(origin: string, link: string): Promise<readonly DemoCode[]> {
  const organiser = await openGathering(origin, link);
  const chairCode = await issueCode(organiser, { role: "chair", name: "Animation" });
  const secretaryCode = await issueCode(organiser, { role: "secretary", name: "Secrétariat" });
  const chair = await enter(organiser, chairCode);
  const delegations = await admitAll(organiser);
  const codes = await issueToAll(organiser);

  const text = textIn(await chair.act("text.create", { title: demoTitle }), "text");
  const drafterCode = await issueCode(organiser, { role: "drafter", text, name: "Atelier de rédaction" });
  const drafter = await enter(organiser, drafterCode);
  const blank = await readText(drafter, text);
  await writeDeclaration(drafter, text, blank.doc, blank.version);
  await chair.act("text.table", { text });

  const delegates = await Promise.all(delegations.map((_, i) => enter(organiser, codes[i] ?? "")));
  for (const delegation of delegations.slice(0, present)) await organiser.act("delegation.arrive", { delegation });
  const amendments = await submitAll(delegates, delegations, text);

  await startVotingItem(chair, text);
  const first = amendments[0] ?? "";
  await chair.act("amendment.call", { amendment: first });
  const ballot = textIn(await chair.act("ballot.open", { subject: `amendment:${first}` }), "ballot");
  for (const i of [1, 2, 4, 5, 7, 8, 10, 13, 16]) {
    const choice = i % 5 === 0 ? "against" : i % 7 === 0 ? "abstention" : "for";
    const [delegation, delegate] = [delegations[i], delegates[i]];
    if (delegation === undefined || delegate === undefined) throw new Error(`No delegation ${i}`);
    await delegate.act("vote.cast", { ballot, delegation, choice, requestKey: `demonstration-${i}` });
  }
  return [
    { who: "Animation (tribune)", code: chairCode },
    { who: "Secrétariat", code: secretaryCode },
    { who: `${nameOf(0)} (n’a pas encore voté)`, code: await again(organiser, delegates[0]) },
    { who: `${nameOf(1)} (a voté)`, code: await again(organiser, delegates[1]) },
  ];
}

async function openGathering(origin: string, link: string): Promise<Seat> {
  const founder = takeSeat(origin, "");
  const created = await founder.post(link, {
    name: "Commune des Communes",
    place: "Commercy",
    firstDay: "2020-01-18",
    timeZone: "Europe/Paris",
    language: "fr",
  });
  const gatheringPath = /^\/r\/[^/]+/u.exec(textIn(created, "see"))?.[0] ?? "";
  return founder.in(gatheringPath);
}

async function admitAll(organiser: Seat): Promise<readonly string[]> {
  const list = demoDelegations.map((line) => {
    const [name = "", delegates, observers] = line.split(", ").map((part) => part.trim());
    return { name: typeset(name), delegates: Number(delegates), observers: Number(observers) };
  });
  return stringsIn(await organiser.act("delegation.admit", { delegations: list }), "admitted");
}

/** One code for each delegation's first delegate, in the order of the delegations. */
async function issueToAll(organiser: Seat): Promise<readonly string[]> {
  const codes: string[] = [];
  const view = await organiser.view("/codes");
  for (const delegation of listIn(view, "delegations")) {
    const issued = await organiser.act("code.issue", { delegation: textIn(delegation, "id") });
    codes.push(textIn(firstIn(issued, "issued"), "code"));
  }
  return codes;
}

async function submitAll(
  delegates: readonly Seat[],
  delegations: readonly string[],
  text: string,
): Promise<readonly string[]> {
  const submitted: string[] = [];
  for (const { delegation: i, edit, rationale } of demoAmendments) {
    const [delegation, delegate] = [delegations[i], delegates[i]];
    if (delegation === undefined || delegate === undefined) throw new Error(`No delegation ${i}`);
    const { version, doc } = await readText(delegate, text);
    const wanted = { delegation, text, version, document: edited(doc, edit), rationale: typeset(rationale) };
    submitted.push(textIn(await delegate.act("amendment.submit", wanted), "amendment"));
  }
  return submitted;
}

/** The programme's item that votes becomes the current one, on this text. */
async function startVotingItem(chair: Seat, text: string): Promise<void> {
  const view = await chair.view("/programme");
  const items = listIn(view, "days").flatMap((day) => listIn(day, "items"));
  const item = items.find((one) => one["kind"] === "vote");
  if (item === undefined) throw new Error("The programme has no item that votes");
  const id = textIn(item, "id");
  await chair.act("agenda.edit", {
    item: id,
    title: textIn(item, "title"),
    kind: "vote",
    day: 2,
    startMinutes: 11 * 60 + 30,
    endMinutes: 12 * 60 + 30,
    note: null,
    text,
  });
  await chair.act("agenda.start", { item: id });
}

async function readText(seat: Seat, text: string): Promise<{ version: number; doc: ProseNode }> {
  const snapshot = await seat.get(`/textes/${text}/instantane.json`);
  const version = snapshot["version"];
  if (typeof version !== "number") throw new Error("A snapshot without a version");
  return { version, doc: proseOf(snapshot["doc"]) };
}

/** A document that the server has just given: its form is the server's promise, checked where it is used. */
function proseOf(value: unknown): ProseNode {
  const { type, attrs, content, text } = recordOf(value);
  if (typeof type !== "string") throw new Error("A node without a type");
  return {
    type,
    ...(attrs === undefined ? {} : { attrs: recordOf(attrs) }),
    ...(Array.isArray(content) ? { content: content.map(proseOf) } : {}),
    ...(typeof text === "string" ? { text } : {}),
  };
}

async function issueCode(organiser: Seat, seat: Readonly<Record<string, unknown>>): Promise<string> {
  return textIn(firstIn(await organiser.act("code.issue", seat), "issued"), "code");
}

/** A code opens its seat on the device where it was entered last; to show one, it is issued anew. */
async function again(organiser: Seat, seat: Seat | undefined): Promise<string> {
  const shell = recordOf((await seat?.view("/"))?.["shell"]);
  return issueCode(organiser, { participant: textIn(recordOf(shell["me"]), "participant") });
}

async function enter(organiser: Seat, code: string): Promise<Seat> {
  const seat = takeSeat(organiser.origin, organiser.gatheringPath);
  await seat.post("/entrer", { code });
  return seat;
}

const nameOf = (i: number): string => demoDelegations[i]?.split(",")[0] ?? "";

type Answer = Readonly<Record<string, unknown>>;

function textIn(answer: Answer, key: string): string {
  const value = answer[key];
  if (typeof value !== "string") throw new Error(`No ${key} in ${JSON.stringify(answer).slice(0, 200)}`);
  return value;
}

function valuesIn(answer: Answer, key: string): readonly unknown[] {
  const value = answer[key];
  if (!Array.isArray(value)) throw new Error(`No list ${key} in ${JSON.stringify(answer).slice(0, 200)}`);
  return value;
}

const listIn = (answer: Answer, key: string): readonly Answer[] => valuesIn(answer, key).map(recordOf);
const stringsIn = (answer: Answer, key: string): readonly string[] => valuesIn(answer, key).map(String);
const firstIn = (answer: Answer, key: string): Answer => recordOf(valuesIn(answer, key)[0]);
