import { ballotCode, presentOn, type Ballot } from "../../../shared/ballots/index.ts";
import { shortCode } from "../../../shared/journal/index.ts";
import { amendmentsIn, readSubject } from "../../../shared/plenary/index.ts";
import type { BallotFacts, SubjectView } from "../../../shared/views/index.ts";
import { gistOf, groupsOf, readAmendment, type AmendmentFacts } from "../../amendments/index.ts";
import { isUnscrubbed, readNumber } from "../../ballots/index.ts";
import type { PageContext } from "../../http/index.ts";
import { readText } from "../../texts/index.ts";
import type { Hall } from "./hall.ts";
import { blockItems } from "./lines.ts";

type Opened = Exclude<Ballot, { state: "prepared" | "cancelled" }>;
type Cancelled = Extract<Ballot, { state: "cancelled" }>;

/** What was fixed at opening. */
export async function ballotFacts(context: PageContext, hall: Hall, ballot: Opened): Promise<BallotFacts> {
  const { number, hash, openedAtMs, roll } = ballot;
  return {
    ...(await askedFacts(context, hall, ballot)),
    number,
    code: ballotCode(ballot),
    hash,
    openedAtMs,
    enrolled: roll.length,
    present: presentOn(roll).length,
  };
}

/** Of a cancelled ballot; null when it was never opened. */
export async function cancelledFacts(context: PageContext, hall: Hall, ballot: Cancelled): Promise<BallotFacts | null> {
  if (ballot.opened === null) return null;
  const { number, hash, openedAtMs, enrolled, present } = ballot.opened;
  const fixed = { number, code: shortCode(hash), hash, openedAtMs, enrolled, present };
  return { ...(await askedFacts(context, hall, ballot)), ...fixed };
}

async function askedFacts(context: PageContext, hall: Hall, ballot: Ballot) {
  const { id, rule, franchise, asking, options, question, secrecy } = ballot;
  const { tx, gathering } = context;
  const replaces = ballot.replaces === null ? null : await readNumber(tx, gathering.id, ballot.replaces);
  const subject = await subjectView(context, hall, ballot);
  const tracesLeft = await isUnscrubbed(tx, id);
  const words = { options: options ?? [], question: question ?? "" };
  return { id, rule, franchise, asking, ...words, subject, secrecy, tracesLeft, replaces };
}

async function subjectView(context: PageContext, { shower }: Hall, ballot: Ballot): Promise<SubjectView> {
  const { tx, gathering } = context;
  const subject = readSubject(ballot.subject);
  if (subject === null) throw new Error(`Ballot ${ballot.id} is on nothing that was hashed`);
  if (subject.kind === "text") {
    const text = await readText(tx, gathering.id, subject.text);
    return { kind: "text", id: subject.text, title: text?.title ?? "", version: subject.version, hash: subject.hash };
  }
  if (subject.kind === "question") return { kind: "question" };
  if (subject.kind === "block") {
    const named: AmendmentFacts[] = [];
    for (const id of amendmentsIn(subject)) named.push(...one(await readAmendment(tx, gathering.id, id)));
    return {
      kind: "block",
      items: await blockItems(context, shower, groupsOf(named.sort((a, b) => a.number - b.number))),
    };
  }
  const names = [];
  let sheet = null;
  let gist = "";
  for (const id of subject.amendments) {
    const amendment = await readAmendment(tx, gathering.id, id);
    if (!amendment) continue;
    names.push(await shower.name(amendment));
    if (sheet) continue;
    sheet = await shower.sheet(amendment);
    gist = gistOf(amendment, gathering.language).gist;
  }
  if (!sheet) throw new Error(`Ballot ${ballot.id} is on amendments that do not exist`);
  names.sort((a, b) => a.number - b.number);
  return { kind: "amendment", amendments: names, place: sheet.place, gist };
}

const one = (found: AmendmentFacts | null): readonly AmendmentFacts[] => (found === null ? [] : [found]);
