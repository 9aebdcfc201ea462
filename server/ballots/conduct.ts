import {
  buildRoll,
  countsByStation,
  cancelBallot,
  closeBallot,
  closedFact,
  openBallot,
  openedFact,
  type AnnulledBallot,
  type Asking,
  type CancelledBallot,
  type ClosedBallot,
  type Franchise,
  type EvidentSide,
  type OpenBallot,
  type PreparedBallot,
  type Rule,
  type Secrecy,
  type Subject,
  votesBody,
} from "../../shared/ballots/index.ts";
import { ok, refuse, type Result } from "../../shared/refusals.ts";
import type { ActContext } from "../http/index.ts";
import { headForEntry, keepWords } from "../journal/index.ts";
import { readBox } from "./count-store.ts";
import { readVoters } from "./register.ts";
import {
  addPrepared,
  listBallots,
  nextBallotNumber,
  readBallot,
  writeAnnulled,
  writeCancelled,
  writeClosed,
  writeOpened,
} from "./store.ts";
import { emptyUrn, openUrn } from "./urn-store.ts";

/** What the chair or the secretary sets down before opening. */
export interface Preparation {
  readonly item: string;
  readonly subject: Subject;
  readonly question: string;
  readonly asking: Asking;
  /** The words of each option, none of which holds a line's end. */
  readonly options: readonly string[] | null;
  readonly rule: Rule;
  readonly franchise: Franchise;
  readonly secrecy: Secrecy;
  /** The id of the annulled ballot in whose place it is put to the vote. */
  readonly replaces: string | null;
}

/** Writes a prepared ballot. No act of the assembly yet: the journal hears of it at opening. */
export async function prepareBallot(context: ActContext, asked: Preparation): Promise<PreparedBallot> {
  const { tx, gathering } = context;
  const question = await keepTyped(context, "question", asked.question);
  const options = asked.options === null ? null : await keepTyped(context, "options", asked.options.join("\n"));
  const ballot: PreparedBallot = {
    ...asked,
    state: "prepared",
    id: context.newId(),
    questionHash: question.hash,
    optionsHash: options?.hash ?? null,
  };
  await addPrepared(tx, gathering.id, ballot, { questionWords: question.id, optionsWords: options?.id ?? null });
  return ballot;
}

/**
 * Freezes the register into the roll and fixes everything; only then is the ballot's code known. The subject is that of
 * this moment: the text may have moved since it was prepared. `unencrypted`: the words in which the chair confirms that a
 * secret ballot be held over plain HTTP.
 */
export async function openPrepared(
  context: ActContext,
  ballot: PreparedBallot,
  unencrypted: string | null,
): Promise<Result<OpenBallot>> {
  const { tx, gathering, atMs, encrypted } = context;
  const asksWords = ballot.secrecy === "secret" && !encrypted && unencrypted !== null;
  const words = asksWords ? await keepTyped(context, "unencrypted", unencrypted) : null;
  const { hash: head } = await headForEntry(tx, gathering.id, atMs);
  const opened = openBallot(ballot, {
    number: await nextBallotNumber(tx, gathering.id),
    head,
    roll: buildRoll(await readVoters(tx, gathering.id, ballot.franchise.unit), {
      ...ballot.franchise,
      counted: countsByStation(ballot),
    }),
    atMs,
    ...(encrypted ? {} : { plainHttp: { confirmation: words?.hash ?? null } }),
  });
  if (!opened.ok) return opened;
  await writeOpened(tx, gathering.id, opened.value, words?.id ?? null);
  await context.record("ballot.opened", openedFact(opened.value));
  return opened;
}

/** Closes and counts, whatever can be made of the result: closing never depends on an adoption being possible. */
export async function closeAndCount(
  context: ActContext,
  id: string,
  evident?: EvidentSide,
): Promise<Result<ClosedBallot>> {
  const { tx, gathering, atMs } = context;
  const ballot = await readBallot(tx, gathering.id, id);
  if (!ballot) return refuse("not-found");
  const received =
    ballot.secrecy === "secret"
      ? await openUrn(tx, id)
      : ok({ ...(await readBox(tx, { id, roll: "roll" in ballot ? ballot.roll : [] })), ...(evident && { evident }) });
  if (!received.ok) return ballot.state === "open" ? received : refuse("wrong-state", `ballot-${ballot.state}`);
  const closed = closeBallot(ballot, received.value, atMs);
  if (!closed.ok) return closed;
  await writeClosed(tx, closed.value);
  if (ballot.secrecy === "secret") await leaveNoTrace(context, id, votesBody(received.value));
  await context.record("ballot.closed", closedFact(closed.value));
  return closed;
}

/** Cancels before closing. The journal hears of it only when it had heard of the opening. */
export async function cancel(context: ActContext, id: string, reason: string | null): Promise<Result<CancelledBallot>> {
  const { tx, gathering, atMs } = context;
  const ballot = await readBallot(tx, gathering.id, id);
  if (!ballot) return refuse("not-found");
  const cancelled = cancelBallot(ballot, atMs);
  if (!cancelled.ok) return cancelled;
  const words = reason === null ? null : await keepTyped(context, "reason", reason);
  await writeCancelled(tx, cancelled.value, words?.id ?? null);
  if (cancelled.value.opened !== null) {
    if (ballot.secrecy === "secret") await leaveNoTrace(context, id, null);
    await context.record("ballot.cancelled", { ballot: id, ...(words && { reasonHash: words.hash }) });
  }
  return ok(cancelled.value);
}

/** Its count and its votes stay; the journal says that they count no more, and the salted hash of why. */
export async function recordAnnulled(context: ActContext, ballot: AnnulledBallot, reason: string): Promise<void> {
  const words = await keepTyped(context, "reason", reason);
  await writeAnnulled(context.tx, ballot, words.id);
  await context.record("ballot.annulled", { ballot: ballot.id, reasonHash: words.hash });
}

/** What was prepared under an item and never opened gives way, without a word in the journal. */
export async function cancelPrepared({ tx, gathering, atMs }: ActContext, item: string): Promise<void> {
  for (const line of await listBallots(tx, gathering.id, ["prepared"])) {
    const ballot = line.item === item ? await readBallot(tx, gathering.id, line.id) : null;
    const cancelled = ballot && cancelBallot(ballot, atMs);
    if (cancelled?.ok) await writeCancelled(tx, cancelled.value, null);
  }
}

/** The single choices go; what is left of them on the disk is scrubbed once that is written. */
async function leaveNoTrace({ tx, scrub }: ActContext, id: string, kept: string | null): Promise<void> {
  await emptyUrn(tx, id, kept);
  scrub();
}

async function keepTyped({ tx, gathering, newId, newSalt }: ActContext, kind: string, words: string) {
  const id = newId();
  return { id, hash: await keepWords(tx, gathering.id, { id, kind, words, salt: newSalt() }) };
}
