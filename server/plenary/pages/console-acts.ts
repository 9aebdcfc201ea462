import { divideAmendment } from "../../../shared/amendments/index.ts";
import { may, type Action } from "../../../shared/people/index.ts";
import type { ConsoleAct, ConsoleBallot, ConsoleView, ResultView } from "../../../shared/views/index.ts";
import type { PageContext } from "../../http/index.ts";
import { aliveOn, type Hall } from "./hall.ts";

type Before = Pick<ConsoleView, "subject" | "ballot" | "lastResult" | "lastAnnulled">;

/** The acts that have a button now: those this person's role allows and the state too. */
export function consoleActs(context: PageContext, hall: Hall, before: Before): readonly ConsoleAct[] {
  const { gathering, actor } = context;
  if (gathering.state === "closed") return [];
  const { agenda, item, text } = hall;
  const { subject, ballot, lastAnnulled } = before;
  const free = ballot.stage !== "open" && ballot.stage !== "closed";
  const asks = ballot.stage === "none" || ballot.stage === "prepared" || ballot.stage === "declared";
  const again = item !== null && ballot.stage === "none" && mayVoteAgain(before);
  // What is put to the vote again is so by the ballot that names the annulled one, not by another.
  const inItsPlace = again && lastAnnulled?.result.facts.subject.kind !== "question";
  const votable = item !== null && subject.kind !== "none" && asks && !inItsPlace;
  const waiting = text === null ? [] : aliveOn(hall, text.id).filter(({ life }) => life.state === "submitted");
  const [calls, together] = [waiting.length > 0, waiting.length > 1];
  const called = subject.kind === "amendment" || subject.kind === "block";
  const possible: Readonly<Record<ConsoleAct, boolean>> = {
    "agenda.start": free && agenda.some(({ state }) => state === "planned" || state === "reserved"),
    "agenda.end": free && item !== null,
    "agenda.reserve": free && item !== null,
    "amendment.call": free && calls,
    "amendment.callTogether": free && together,
    "amendment.divide": free && text !== null && text.life.state === "tabled" && mayDivide(hall, text.id),
    "amendment.reorder": free && text !== null && text.life.state === "tabled" && aliveOn(hall, text.id).length > 1,
    "amendment.reserve": free && called,
    "amendment.notMoved": free && (called || calls),
    "ballot.prepare": votable,
    "ballot.ask": item !== null && asks,
    // What was prepared is opened whatever is before the assembly: a question needs no text.
    "ballot.open": votable || (item !== null && ballot.stage === "prepared"),
    "ballot.lastCall": ballot.stage === "open" && !ballot.lastCall && !isSeen(ballot),
    "ballot.step": ballot.stage === "open" && ballot.step !== null,
    "ballot.seeEvident": ballot.stage === "open" && isSeen(ballot),
    "ballot.close": ballot.stage === "open" && counted(ballot) && !isSeen(ballot),
    "ballot.conclude": ballot.stage === "closed",
    // With hands or papers closing and concluding are two acts: their counts are read before they decide.
    "ballot.closeAndConclude": ballot.stage === "open" && ballot.stations.length === 0 && !isSeen(ballot),
    "ballot.cancel": ballot.stage === "open" || ballot.stage === "prepared",
    "ballot.annul": mayAnnul(before),
    "ballot.again": again,
    "screen.show": true,
    "text.table": false,
    "text.untable": false,
    "text.withdraw": false,
    "declaration.publish": false,
    "gathering.close": free,
  };
  return consoleActNames.filter((act) => possible[act] && may(actor, actionOf(act), { gathering: gathering.id }));
}

const isSeen = ({ facts }: Extract<ConsoleBallot, { stage: "open" }>): boolean => facts.asking.method === "evident";

const counted = ({ stations }: Extract<ConsoleBallot, { stage: "open" }>): boolean =>
  stations.every(({ state }) => state === "agreed");

const consoleActNames = [
  "agenda.start",
  "agenda.end",
  "agenda.reserve",
  "amendment.call",
  "amendment.callTogether",
  "amendment.divide",
  "amendment.reorder",
  "amendment.reserve",
  "amendment.notMoved",
  "ballot.prepare",
  "ballot.ask",
  "ballot.open",
  "ballot.lastCall",
  "ballot.seeEvident",
  "ballot.step",
  "ballot.close",
  "ballot.conclude",
  "ballot.closeAndConclude",
  "ballot.cancel",
  "ballot.annul",
  "ballot.again",
  "screen.show",
  "gathering.close",
] as const satisfies readonly ConsoleAct[];

/** Buttons that do an act of another name: concluding an open ballot, and preparing one on a question. */
function actionOf(act: (typeof consoleActNames)[number]): Action {
  if (act === "ballot.closeAndConclude" || act === "ballot.seeEvident") return "ballot.conclude";
  if (act === "ballot.again") return "ballot.open";
  return act === "ballot.ask" ? "ballot.prepare" : act;
}

/** What was counted can be taken back, unless it decided of the whole of a text. */
function mayAnnul({ ballot, lastResult }: Before): boolean {
  if (ballot.stage === "closed") return true;
  if (ballot.stage === "declared") return isRevocable(ballot.result);
  return ballot.stage === "none" && lastResult !== null && isRevocable(lastResult);
}

const isRevocable = ({ facts, result }: ResultView): boolean =>
  facts.subject.kind !== "text" || (result.outcome !== "adopted" && result.outcome !== "rejected");

/** What the annulled ballot was on is still before the assembly. */
function mayVoteAgain({ subject, lastAnnulled }: Before): boolean {
  const put = lastAnnulled?.result.facts.subject;
  if (put === undefined || put.kind === "question") return put !== undefined;
  if (put.kind === "text") return subject.kind === "whole" && subject.text.id === put.id;
  if (put.kind === "block")
    return subject.kind === "block" && JSON.stringify(put.items) === JSON.stringify(subject.items);
  return subject.kind === "amendment" && put.amendments.some(({ id }) => id === subject.sheet.id);
}

const mayDivide = ({ amendments }: Hall, text: string): boolean =>
  amendments.some((one) => one.text === text && divideAmendment(one, false).ok);
