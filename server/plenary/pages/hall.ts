import { eq } from "drizzle-orm";

import type { AmendmentLife } from "../../../shared/amendments/index.ts";
import {
  amendmentsIn,
  currentItem,
  currentMoment,
  readSubject,
  type AgendaItem,
  type Moment,
  type MomentBallot,
  type ScreenChoice,
} from "../../../shared/plenary/index.ts";
import { AmendmentShower, isAlive, readAmendments, type AmendmentFacts } from "../../amendments/index.ts";
import { listBallots, type BallotLine } from "../../ballots/index.ts";
import type { PageContext } from "../../http/index.ts";
import type { Tx } from "../../storage/index.ts";
import { readTexts, type TextFacts } from "../../texts/index.ts";
import { readAgenda } from "../agenda-store.ts";
import { beingVoted } from "../being-voted.ts";

/** What the hall's pages all start from: the agenda, the texts and amendments, the ballots, and what is happening. */
export interface Hall {
  readonly agenda: readonly AgendaItem[];
  readonly item: AgendaItem | null;
  readonly texts: readonly TextFacts[];
  readonly amendments: readonly AmendmentFacts[];
  /** The amendment called last, with those identical to it. */
  readonly called: readonly AmendmentFacts[];
  /** Those opened under the current item, by number. */
  readonly ballots: readonly BallotLine[];
  readonly moment: Moment;
  /** The text that the current item is about. */
  readonly text: TextFacts | null;
  readonly screen: ScreenChoice;
  readonly shower: AmendmentShower;
}

export async function readHall(context: PageContext): Promise<Hall> {
  const { tx, gathering } = context;
  const agenda = await readAgenda(tx, gathering.id);
  const item = currentItem(agenda);
  const texts = await readTexts(tx, gathering.id);
  const amendments = await readAmendments(tx, gathering.id);
  const called = calledLast(amendments);
  const ballots = (await listBallots(tx, gathering.id, ["open", "closed", "declared", "annulled", "cancelled"])).filter(
    (ballot) => ballot.item === item?.id && ballot.number !== null,
  );
  const last = ballots.at(-1);
  const since = last?.state === "cancelled" ? 0 : (last?.openedAtMs ?? 0);
  const moment = currentMoment({
    closed: gathering.state === "closed",
    item: item?.id ?? null,
    ballots: ballots.map(momentBallot),
    // What was called before the last ballot was its subject, or waits: the result shows until the chair goes on.
    called: called.filter((one) => (one.calledAtMs ?? 0) > since).map((one) => one.id),
  });
  return {
    agenda,
    item,
    texts,
    amendments,
    called,
    ballots,
    moment,
    text: textOf(item, texts, called),
    screen: await readScreen(tx, gathering.id),
    shower: new AmendmentShower(tx, gathering, beingVoted),
  };
}

/** How many amendments of a text wait to be called. */
export const waitingOn = ({ amendments }: Hall, text: string): number =>
  amendments.filter((one) => one.text === text && isAlive(one) && isState(one.life, "submitted")).length;

export const aliveOn = ({ amendments }: Hall, text: string): readonly AmendmentFacts[] =>
  amendments.filter((one) => one.text === text && isAlive(one));

const isState = (life: AmendmentLife, state: AmendmentLife["state"]): boolean => life.state === state;

function calledLast(amendments: readonly AmendmentFacts[]): readonly AmendmentFacts[] {
  const called = amendments.filter((one) => isAlive(one) && isState(one.life, "called"));
  const last = called.reduce((latest, one) => Math.max(latest, one.calledAtMs ?? 0), 0);
  return called.filter((one) => one.calledAtMs === last);
}

const momentBallot = ({ id, number, state, subjectKind, subject, subjectHash }: BallotLine): MomentBallot => {
  const read = readSubject({ kind: subjectKind, body: subject, hash: subjectHash });
  return {
    id,
    number: number ?? 0,
    state,
    amendments: read === null ? [] : amendmentsIn(read),
  };
};

const debating: readonly AgendaItem["kind"][] = ["plenary", "vote", "declaration"];

/** The text that was called on; or the item's own; or, when texts are debated, the first that is tabled. */
function textOf(
  item: AgendaItem | null,
  texts: readonly TextFacts[],
  called: readonly AmendmentFacts[],
): TextFacts | null {
  const [amendment] = called;
  const named = amendment?.text ?? item?.text;
  if (named) return texts.find((text) => text.id === named) ?? null;
  if (!item || !debating.includes(item.kind)) return null;
  return texts.find((text) => text.life.state === "tabled") ?? null;
}

async function readScreen(tx: Tx, gathering: string): Promise<ScreenChoice> {
  const { gatherings } = tx.tables;
  const [row] = await tx.db.select({ screen: gatherings.screen }).from(gatherings).where(eq(gatherings.id, gathering));
  return row?.screen ?? "auto";
}
