import { may, type Action } from "../../../shared/people/index.ts";
import type { ConsoleAct, ConsoleBallot, ConsoleSubject } from "../../../shared/views/index.ts";
import type { PageContext } from "../../http/index.ts";
import { aliveOn, type Hall } from "./hall.ts";

/** The acts that have a button now: those this person's role allows and the state too. */
export function consoleActs(
  context: PageContext,
  hall: Hall,
  subject: ConsoleSubject,
  ballot: ConsoleBallot,
): readonly ConsoleAct[] {
  const { gathering, actor } = context;
  if (gathering.state === "closed") return [];
  const { agenda, item, text } = hall;
  const free = ballot.stage !== "open";
  const asks = ballot.stage === "none" || ballot.stage === "prepared" || ballot.stage === "declared";
  const votable = item !== null && subject.kind !== "none" && asks;
  const calls = text !== null && aliveOn(hall, text.id).some(({ life }) => life.state === "submitted");
  const called = subject.kind === "amendment";
  const possible: Readonly<Record<ConsoleAct, boolean>> = {
    "agenda.start": free && agenda.some(({ state }) => state === "planned" || state === "reserved"),
    "agenda.end": free && item !== null,
    "agenda.reserve": free && item !== null,
    "amendment.call": free && calls,
    "amendment.reserve": free && called,
    "amendment.notMoved": free && (called || calls),
    "ballot.prepare": votable,
    "ballot.ask": item !== null && asks,
    // What was prepared is opened whatever is before the assembly: a question needs no text.
    "ballot.open": votable || (item !== null && ballot.stage === "prepared"),
    "ballot.lastCall": ballot.stage === "open" && !ballot.lastCall,
    "ballot.close": ballot.stage === "open" && counted(ballot),
    "ballot.conclude": ballot.stage === "closed",
    // With hands or papers closing and concluding are two acts: their counts are read before they decide.
    "ballot.closeAndConclude": ballot.stage === "open" && ballot.stations.length === 0,
    "ballot.cancel": ballot.stage === "open" || ballot.stage === "prepared",
    "screen.show": true,
    "text.table": false,
    "text.untable": false,
    "text.withdraw": false,
    "declaration.publish": false,
    "gathering.close": free,
  };
  return consoleActNames.filter((act) => possible[act] && may(actor, actionOf(act), { gathering: gathering.id }));
}

const counted = ({ stations }: Extract<ConsoleBallot, { stage: "open" }>): boolean =>
  stations.every(({ state }) => state === "agreed");

const consoleActNames = [
  "agenda.start",
  "agenda.end",
  "agenda.reserve",
  "amendment.call",
  "amendment.reserve",
  "amendment.notMoved",
  "ballot.prepare",
  "ballot.ask",
  "ballot.open",
  "ballot.lastCall",
  "ballot.close",
  "ballot.conclude",
  "ballot.closeAndConclude",
  "ballot.cancel",
  "screen.show",
  "gathering.close",
] as const satisfies readonly ConsoleAct[];

/** Buttons that do an act of another name: concluding an open ballot, and preparing one on a question. */
function actionOf(act: (typeof consoleActNames)[number]): Action {
  if (act === "ballot.closeAndConclude") return "ballot.conclude";
  return act === "ballot.ask" ? "ballot.prepare" : act;
}
