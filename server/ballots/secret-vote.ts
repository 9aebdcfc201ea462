import { castSecretly, type RollMark } from "../../shared/ballots/index.ts";
import { ok, type Result } from "../../shared/refusals.ts";
import type { ActAnswer, ActContext } from "../http/index.ts";
import { seeAfter } from "./see-after.ts";
import { countMarks, putInUrn, readMarksOf } from "./urn-store.ts";
import { readRollEntry, type CastAt } from "./vote-store.ts";

/** What is asked: the choice is read and in its one written form. */
interface SecretRequest {
  readonly ballot: string;
  readonly voter: string;
  readonly choice: string;
  readonly requestKey: string;
  /** The voter as whom it is cast; null: a teller enters it. */
  readonly as: string | null;
}

/** A vote in a secret ballot. The answer says that it was put in, never what it says; nor does anything else. */
export async function castInUrn(
  { tx, gathering, atMs, newSalt, afterDisk }: ActContext,
  by: string,
  at: CastAt,
  { ballot, voter, choice, requestKey, as }: SecretRequest,
): Promise<Result<ActAnswer>> {
  const entry = await readRollEntry(tx, ballot, voter);
  const marks = await readMarksOf(tx, ballot, voter, requestKey);
  const casting = castSecretly(at.on, entry, { requestKey, by, as }, marks, atMs);
  if (!casting.ok) return casting;
  const { kind, mark } = casting.value;
  if (kind === "written") {
    await putInUrn(tx, ballot, mark, { choice, key: newSalt() });
    const turnout = { ballot, voted: await countMarks(tx, ballot), present: at.present };
    afterDisk((hub) => hub.turnout(gathering.id, turnout));
  }
  return ok({ see: seeAfter({ voter, as, number: at.number }), body: { kind, vote: shown(mark) } });
}

const shown = ({ receipt, atMs, entered }: RollMark) => ({ receipt, atMs, entered });
