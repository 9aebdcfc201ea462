import {
  buildRoll,
  presentOn,
  stationsOf,
  stationState,
  usualFranchise,
  type Franchise,
} from "../../../shared/ballots/index.ts";
import { refusalWords, translator } from "../../../shared/i18n/index.ts";
import { amendmentsIn, conclude, readSubject, usualRule } from "../../../shared/plenary/index.ts";
import type { AnnulledView, ConsoleBallot, ConsoleSubject, ResultView } from "../../../shared/views/index.ts";
import {
  listBallots,
  nextBallotNumber,
  readBallot,
  readCounts,
  readVoters,
  type BallotLine,
} from "../../ballots/index.ts";
import type { PageContext } from "../../http/index.ts";
import { readEvidence } from "../evidence.ts";
import { turnoutOf } from "./ballot-card.ts";
import { ballotFacts } from "./ballot-facts.ts";
import { annulledView, resultView } from "./ballot-stage.ts";
import type { Hall } from "./hall.ts";

/**
 * The ballot of the current item: what is open or waits to be concluded comes first, then what was prepared, then what
 * could be put to the vote, then the last result.
 */
export async function consoleBallot(context: PageContext, hall: Hall, subject: ConsoleSubject): Promise<ConsoleBallot> {
  const { tx, gathering, nowMs } = context;
  const last = hall.ballots.at(-1);
  const ballot = last ? await readBallot(tx, gathering.id, last.id) : null;
  if (ballot?.state === "open") {
    const { lastCall, step } = ballot;
    const facts = await ballotFacts(context, hall, ballot);
    const entered = await readCounts(tx, ballot.id);
    const stations = stationsOf(ballot.roll).map((one) => ({ ...one, state: stationState(one, entered).state }));
    return { stage: "open", facts, turnout: await turnoutOf(context, ballot), lastCall, step, stations };
  }
  if (ballot?.state === "closed") {
    const dry = conclude(await readEvidence(tx, gathering, ballot.id), nowMs);
    const conflict = dry.ok ? null : refusalWords(translator(gathering.language), dry.code, dry.detail);
    return { stage: "closed", facts: await ballotFacts(context, hall, ballot), result: ballot.result, conflict };
  }
  const waiting = await prepared(context, hall);
  if (waiting) return waiting;
  const result = subject.kind === "none" ? await lastResult(context, hall) : null;
  if (result) return { stage: "declared", result };
  return { stage: "none", ...(await register(context, usualFranchise)), rule: usual(subject) };
}

/** How the last ballot of the current item ended; null while it is open, waits to be concluded, was cancelled or annulled. */
export async function lastResult(context: PageContext, hall: Hall): Promise<ResultView | null> {
  const last = hall.ballots.at(-1);
  const ballot = last ? await readBallot(context.tx, context.gathering.id, last.id) : null;
  return ballot?.state === "declared" ? resultView(context, hall, ballot, { names: false }) : null;
}

/**
 * The annulled ballot that is to be voted again: the last of the current item, when it is what the hall sees now; or the
 * one that had decided of what is discussed again because of it.
 */
export async function lastAnnulled(context: PageContext, hall: Hall): Promise<AnnulledView | null> {
  const { moment, ballots, called } = hall;
  const shown = moment.kind === "result" ? ballots.find(({ id }) => id === moment.ballot) : undefined;
  if (shown?.state === "annulled") return viewOf(context, hall, shown.id);
  const asked = called.map(({ id }) => id).sort();
  const again = ballots.findLast((one) => one.state === "annulled" && amendmentsOf(one) === asked.join());
  const view = again && asked.length > 0 ? await viewOf(context, hall, again.id) : null;
  return view?.replacedBy === null ? view : null;
}

async function viewOf(context: PageContext, hall: Hall, id: string): Promise<AnnulledView | null> {
  const ballot = await readBallot(context.tx, context.gathering.id, id);
  return ballot?.state === "annulled" ? annulledView(context, hall, ballot, { names: false }) : null;
}

function amendmentsOf({ subjectKind, subject, subjectHash }: BallotLine): string {
  const put = readSubject({ kind: subjectKind, body: subject, hash: subjectHash });
  return put === null ? "" : [...amendmentsIn(put)].sort().join();
}

const usual = ({ kind }: ConsoleSubject) => usualRule(kind === "whole" ? "text" : "amendment");

async function prepared(context: PageContext, { item }: Hall): Promise<ConsoleBallot | null> {
  const { tx, gathering } = context;
  const lines = await listBallots(tx, gathering.id, ["prepared"]);
  const line = lines.findLast((one) => one.item === item?.id);
  const ballot = line && (await readBallot(tx, gathering.id, line.id));
  if (ballot?.state !== "prepared") return null;
  const number = await nextBallotNumber(tx, gathering.id);
  const { id, question, asking, options, rule, franchise, secrecy } = ballot;
  const said = { question: question ?? "", asking, options: options ?? [], rule, franchise, secrecy };
  return { stage: "prepared", id, number, ...said, ...(await register(context, franchise)) };
}

/** Who would be on the roll if it were frozen now. */
async function register({ tx, gathering }: PageContext, franchise: Franchise) {
  const roll = buildRoll(await readVoters(tx, gathering.id, franchise.unit), { ...franchise, counted: false });
  return { enrolled: roll.length, present: presentOn(roll).length };
}
