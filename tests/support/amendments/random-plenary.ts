import fc from "fast-check";
import { expect } from "vitest";

import { changeSetBody, type ChangeSet, type Move } from "../../../shared/amendments/index.ts";
import { inspectText, plainJson, type TextNode } from "../../../shared/texts/index.ts";
import { arbStrokes, arbText, edit, type Stroke } from "./french.ts";
import { Plenary, type Rules } from "./plenary.ts";
import { SlowReference } from "./slow-reference.ts";

/** One act of a random plenary, as numbers that fit any state of it. */
interface Turn {
  readonly kind: number;
  readonly pick: number;
  readonly strokes: readonly Stroke[];
}

const arbTurn: fc.Arbitrary<Turn> = fc.record({
  kind: fc.nat(99),
  pick: fc.nat(1000),
  // Authors want the same few paragraphs, and are in each other's way.
  strokes: arbStrokes(2).map((strokes) =>
    strokes.map((stroke) => ({ ...stroke, block: stroke.block % 5, at: stroke.at % 5 })),
  ),
});

const arbPlenary = fc.record({
  text: arbText(20, 60),
  first: fc.array(arbTurn, { minLength: 4, maxLength: 8 }),
  turns: fc.array(arbTurn, { minLength: 8, maxLength: 20 }),
});

/** What the plenaries of a run came through: each must have been there often. */
export interface Witnessed {
  adopted: number;
  blocks: number;
  rejected: number;
  revised: number;
  corrected: number;
  undone: number;
  inTheMiddle: number;
  refused: number;
  raised: number;
}
const nothingYet = (): Witnessed => ({
  adopted: 0,
  blocks: 0,
  rejected: 0,
  revised: 0,
  corrected: 0,
  undone: 0,
  inTheMiddle: 0,
  refused: 0,
  raised: 0,
});

/** Leads plenaries by the rules, and after each act holds them against the slow reference. */
export function tryPlenaries(is: Rules, seed: number, numRuns: number, stopsAtFirst = false) {
  const witnessed = nothingYet();
  const result = fc.check(
    fc.property(arbPlenary, ({ text, first, turns }) => {
      const plenary = new Plenary(text, is);
      const reference = new SlowReference(text);
      for (const { strokes } of first) plenary.submit(edit(text, strokes, `e${plenary.amendments.length}`));
      for (const [k, turn] of turns.entries()) {
        take(plenary, reference, turn, `t${k}`, witnessed);
        holds(plenary, reference);
      }
    }),
    { numRuns, seed, endOnFailure: stopsAtFirst },
  );
  return { failed: result.failed, witnessed, report: result.failed ? (fc.defaultReportMessage(result) ?? "") : "" };
}

function take(plenary: Plenary, reference: SlowReference, turn: Turn, fresh: string, seen: Witnessed): void {
  const { kind, pick, strokes } = turn;
  const among = <T>(all: readonly T[]): T | undefined => all[pick % Math.max(1, all.length)];
  const one = among(plenary.callable);
  const waits = among(plenary.pending);
  const ballot = among(plenary.decided);
  if (kind < 18) plenary.submit(edit(plenary.head, strokes, fresh));
  else if (kind < 26 && waits) {
    const written = pick % 2 === 0 ? plenary.head : waits.base;
    if (plenary.revise(waits, written, edit(written, strokes, fresh))) seen.revised++;
  } else if (kind < 55 && one) {
    const [before, moves] = [stateOf(plenary), plenary.moves];
    if (!plenary.adopt([one])) return;
    seen.adopted++;
    onlyItsWords(plenary, moves);
    // Undoing the last adoption restores every state.
    if (kind < 30) {
      const decided = plenary.moves.at(-1);
      holds(plenary, reference);
      expect(plenary.annul(decided?.kind === "adoption" ? decided.ballot : "").ok).toBe(true);
      expect(stateOf(plenary)).toEqual(before);
    }
  } else if (kind < 62) {
    const chosen = plenary.callable.filter((_, k) => k % 3 === pick % 3).slice(0, 3);
    if (chosen.length > 1 && plenary.adopt(chosen)) seen.blocks++;
  } else if (kind < 68 && one) {
    plenary.reject(one);
    seen.rejected++;
  } else if (kind < 70 && waits) plenary.withdraw(waits);
  else if (kind < 76) {
    const typed = strokes.map((stroke) => ({ ...stroke, kind: stroke.kind % 6 }));
    if (plenary.correct(edit(plenary.head, typed, fresh))) seen.corrected++;
  } else if (kind < 84) thinkAgain(plenary, strokes, fresh);
  else if (ballot !== undefined) annul(plenary, reference, ballot, seen);
}

/** An amendment to the very paragraph that the last move changed, adopted at once: it may stand on those words. */
function thinkAgain(plenary: Plenary, strokes: readonly Stroke[], fresh: string): void {
  const last = plenary.moves.at(-1);
  if (!last) return;
  const before = new Set(textBlocks(last.before).map(said));
  const changed = textBlocks(plenary.head).findIndex((block) => !before.has(said(block)));
  if (changed < 0) return;
  const typed = strokes.map((stroke) => ({ ...stroke, block: changed, kind: stroke.kind % 6 }));
  if (!plenary.submit(edit(plenary.head, typed, fresh))) return;
  const one = plenary.amendments.at(-1);
  if (one) plenary.adopt([one]);
}

const said = (block: TextNode): string => JSON.stringify(block.toJSON());

function textBlocks(doc: TextNode): readonly TextNode[] {
  const blocks: TextNode[] = [];
  doc.descendants((node) => {
    if (node.isTextblock) blocks.push(node);
  });
  return blocks;
}

function annul(plenary: Plenary, reference: SlowReference, ballot: string, seen: Witnessed): void {
  const before = plenary.amendments;
  const left = plenary.moves.filter((move) => move.kind !== "adoption" || move.ballot !== ballot);
  const middle = left.some((move, k) => plenary.moves[k] !== move);
  const inTheWay = reference.refused(left);
  const head = plenary.head;
  const undone = plenary.annul(ballot);
  if (inTheWay !== null) {
    expect(undone).toMatchObject({ ok: false, code: "not-adoptable" });
    if (!undone.ok && inTheWay.kind === "adoption") expect(undone.amendment).toBe(inTheWay.amendments[0]);
    expect(plenary.head).toBe(head);
    seen.refused++;
    return;
  }
  expect(undone.ok).toBe(true);
  seen.undone++;
  if (middle) seen.inTheMiddle++;
  for (const one of plenary.amendments) {
    const was = before.find(({ id }) => id === one.id)?.standing.standing;
    if (was !== "live" && one.standing.standing === "live") seen.raised++;
  }
}

/** The text and the states are those of the reference; each block has one name. */
function holds(plenary: Plenary, reference: SlowReference): void {
  expect(inspectText(plenary.head)).toBeNull();
  const text = reference.text(plenary.moves);
  expect(plainJson(plenary.head.toJSON())).toEqual(text && plainJson(text.toJSON()));
  const ids = new Set<unknown>();
  plenary.head.descendants((node) => {
    if (node.isText) return;
    expect(ids.has(node.attrs["id"])).toBe(false);
    ids.add(node.attrs["id"]);
  });
  for (const one of plenary.pending)
    expect([one.id, one.standing]).toEqual([one.id, reference.standing(plenary.moves, one)]);
}

/** All that annulling may change, for people. */
const stateOf = (plenary: Plenary) => ({
  text: plainJson(plenary.head.toJSON()),
  // What was submitted is called before it is put to the vote, and stays called.
  amendments: plenary.amendments.map(({ id, life, standing }) => ({
    id,
    standing,
    life: life.state === "submitted" ? { state: "called" } : life,
  })),
});

/** The words that an adoption brought are those of its amendment, those that went are those that it takes away. */
function onlyItsWords(plenary: Plenary, moves: readonly Move[]): void {
  const made = plenary.moves.at(-1);
  if (made?.kind !== "adoption" || plenary.moves.length !== moves.length + 1) return;
  const { before, changes } = made;
  // Where paragraphs are joined two words become one; the reference sees to those.
  if (changes.some((change) => change.kind === "join")) return;
  const [was, is] = [wordsIn(before), wordsIn(plenary.head)];
  const brought = tally(plain(changes, "inserted"));
  const taken = tally(plain(changes, "removed"));
  const suppressed = changes.flatMap((change) => (change.kind === "delete" ? change.subtree : []));
  before.descendants((node) => {
    if (node.isTextblock && inside(before, node, suppressed)) tally(node.textContent, taken);
  });
  for (const [word, count] of is) expect(count).toBeLessThanOrEqual((was.get(word) ?? 0) + (brought.get(word) ?? 0));
  for (const [word, count] of was) expect(is.get(word) ?? 0).toBeGreaterThanOrEqual(count - (taken.get(word) ?? 0));
}

function inside(doc: TextNode, block: TextNode, suppressed: readonly string[]): boolean {
  let within = false;
  doc.descendants((node) => {
    if (node.isText || !suppressed.includes(String(node.attrs["id"]))) return;
    if (node === block) within = true;
    node.descendants((child) => {
      if (child === block) within = true;
    });
  });
  return within;
}

/** All that the words of a change set say, with a blank where one piece ends. */
function plain(changes: ChangeSet, side: "inserted" | "removed"): string {
  let said = "";
  const gather = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) gather(one);
    else if (typeof value === "object" && value !== null) {
      for (const [key, one] of Object.entries(value)) {
        if (key === "text" && typeof one === "string") said += one;
        else gather(one);
      }
    }
  };
  for (const change of changes) {
    if (change.kind === "text") gather(change[side]);
    else if (change.kind === "insert" && side === "inserted") gather(JSON.parse(changeSetBody([change])));
    said += " ";
  }
  return said;
}

const wordsIn = (doc: TextNode): Map<string, number> => {
  const words = new Map<string, number>();
  doc.descendants((node) => {
    if (node.isTextblock) tally(node.textContent, words);
  });
  return words;
};

function tally(text: string, words = new Map<string, number>()): Map<string, number> {
  for (const [word] of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) words.set(word, (words.get(word) ?? 0) + 1);
  return words;
}
