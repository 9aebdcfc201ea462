import { collab, receiveTransaction, sendableSteps } from "prosemirror-collab";
import { EditorState, type Plugin, type Transaction } from "prosemirror-state";
import { Step } from "prosemirror-transform";

import { limits } from "../../shared/limits.ts";
import type { ClientMessage } from "../../shared/protocol.ts";
import { codeSteps, stepsJson, textSchema, type TextNode, type ToldCommit } from "../../shared/texts/index.ts";
import { fromOthers, keepForm } from "./own-changes.ts";
import {
  insertedRanges,
  mapRanges,
  mergeRanges,
  missingWords,
  vanishedRanges,
  wordsIn,
  type OfferedWords,
  type Range,
} from "./words-of-steps.ts";

export type PushMessage = Extract<ClientMessage, { type: "push" }>;

/** The push that waits for its answer. `surviving`: how many of its steps the commits received since have left. */
interface InFlight {
  readonly message: PushMessage;
  readonly surviving: number;
  /** False after a cut: the same message is sent again, same sequence, same bytes. */
  readonly sent: boolean;
}

/** A text being written in one page: the confirmed version and, over it, the steps that are not confirmed yet. */
export interface Sheet {
  readonly client: string;
  readonly editor: EditorState;
  /** Counts commits (stock `getVersion` counts steps). */
  readonly version: number;
  readonly nextSequence: number;
  readonly inFlight: InFlight | null;
  /** Where the words typed in this page stand now, confirmed or not. */
  readonly own: readonly Range[];
}

export function openSheet(client: string, doc: TextNode, version: number, plugins: readonly Plugin[]): Sheet {
  const editor = EditorState.create({ doc, plugins: [...plugins, keepForm(), collab({ clientID: client })] });
  return { client, editor, version, nextSequence: 1, inFlight: null, own: [] };
}

/** A transaction of the author. */
export function typeOn(sheet: Sheet, transaction: Transaction): Sheet {
  const { state: editor, transactions } = sheet.editor.applyTransaction(transaction);
  const steps = transactions.flatMap((applied) => applied.steps);
  const own = steps.reduce((ranges, step) => mapRanges(ranges, step.getMap()), sheet.own);
  return { ...sheet, editor, own: mergeRanges([...own, ...insertedRanges(steps, () => true)]) };
}

/**
 * The sheet after one more version, and the words of own steps that its commit left no place for. Null when an own push
 * comes back other than this page rebased it: the two histories differ, and the text is to be loaded anew.
 */
export function receiveCommit(
  sheet: Sheet,
  commit: ToldCommit,
): { sheet: Sheet; lost: readonly OfferedWords[] } | null {
  const own = commit.client === sheet.client;
  const confirmed = own ? commit.steps.length : 0;
  if (own && !isMyPush(sheet, commit)) return null;
  const steps = [...commit.steps, ...commit.repairs].map((json) => Step.fromJSON(textSchema, json));
  const authors = steps.map((_, i) => (i < confirmed ? sheet.client : ""));
  const waiting = unconfirmedSteps(sheet).slice(confirmed);
  const transaction = receiveTransaction(sheet.editor, steps, authors, { mapSelectionBackward: true });
  const kept = keptSteps(transaction, waiting.length);
  const received = sheet.editor.applyTransaction(transaction.setMeta(fromOthers, true)).state;
  const flight = own ? null : sheet.inFlight;
  const surviving = kept.slice(0, flight?.surviving ?? 0).filter(Boolean).length;
  return {
    sheet: {
      ...sheet,
      editor: received,
      version: commit.version,
      inFlight: flight && { ...flight, surviving },
      own: mapRanges(sheet.own, transaction.mapping),
    },
    lost: lostWords(sheet.editor.doc, waiting, kept, transaction),
  };
}

/** The answer that nothing of the push in flight was left. Null when this page still holds steps of it. */
export function receiveDropped(sheet: Sheet): Sheet | null {
  return sheet.inFlight?.surviving === 0 ? { ...sheet, inFlight: null } : null;
}

/**
 * The push to send now: after a cut the one in flight, byte for byte; else what is not confirmed, when none is in flight
 * (several in flight would diverge). Null when there is nothing to send or its answer is awaited.
 */
export function nextPush(sheet: Sheet, text: string): { sheet: Sheet; message: PushMessage } | null {
  const { inFlight } = sheet;
  if (inFlight)
    return inFlight.sent
      ? null
      : { sheet: { ...sheet, inFlight: { ...inFlight, sent: true } }, message: inFlight.message };
  const steps = unconfirmedSteps(sheet).slice(0, limits.stepsPerPush);
  if (steps.length === 0) return null;
  const message = fittingPush({
    type: "push",
    text,
    base: sheet.version,
    client: sheet.client,
    sequence: sheet.nextSequence,
    steps: codeSteps(stepsJson(steps)),
  });
  const sent = { message, surviving: message.steps.length, sent: true };
  return { sheet: { ...sheet, nextSequence: sheet.nextSequence + 1, inFlight: sent }, message };
}

/** The push in flight is to be sent again, as it was. */
export const sendAgain = (sheet: Sheet): Sheet =>
  sheet.inFlight ? { ...sheet, inFlight: { ...sheet.inFlight, sent: false } } : sheet;

export const unconfirmedSteps = (sheet: Sheet): readonly Step[] => sendableSteps(sheet.editor)?.steps ?? [];

/** The words that no answer has confirmed yet. */
export const unconfirmedWords = (sheet: Sheet): readonly OfferedWords[] =>
  wordsIn(
    sheet.editor.doc,
    insertedRanges(unconfirmedSteps(sheet), () => true),
  );

/** Half as many steps until the frame is small enough; a single step that is too large is refused by the server. */
function fittingPush(message: PushMessage): PushMessage {
  if (message.steps.length === 1 || JSON.stringify(message).length <= limits.frameBytes / 4) return message;
  return fittingPush({ ...message, steps: message.steps.slice(0, Math.ceil(message.steps.length / 2)) });
}

function isMyPush(sheet: Sheet, commit: ToldCommit): boolean {
  const { inFlight } = sheet;
  if (inFlight?.message.sequence !== commit.sequence || inFlight.surviving !== commit.steps.length) return false;
  const mine = stepsJson(unconfirmedSteps(sheet).slice(0, inFlight.surviving));
  return sameJson(mine, commit.steps);
}

/**
 * The words of dropped steps, and those of kept ones of which nothing is left (an own erasure, carried to another place,
 * can reach over them), less what other steps brought or left standing all the same.
 */
function lostWords(
  before: TextNode,
  waiting: readonly Step[],
  kept: readonly boolean[],
  { doc, mapping }: Transaction,
): readonly OfferedWords[] {
  const dropped = insertedRanges(waiting, (i) => kept[i] === false);
  const reachedOver = vanishedRanges(
    before,
    insertedRanges(waiting, (i) => kept[i] !== false),
    mapping,
  );
  return missingWords(wordsIn(before, mergeRanges([...dropped, ...reachedOver])), doc);
}

/** Which of the rebased steps were carried over: each that was is the mirror of its own inverse. */
function keptSteps(transaction: Transaction, waiting: number): readonly boolean[] {
  const rebased = transaction.steps.length > 0;
  return Array.from(
    { length: waiting },
    (_, i) => !rebased || transaction.mapping.getMirror(waiting - 1 - i) !== undefined,
  );
}

function sameJson(a: unknown, b: unknown): boolean {
  if (typeof a !== "object" || a === null || typeof b !== "object" || b === null) return a === b;
  const entries = Object.entries(a);
  const others = new Map(Object.entries(b));
  return (
    entries.length === others.size &&
    entries.every(([key, value]) => others.has(key) && sameJson(value, others.get(key)))
  );
}
