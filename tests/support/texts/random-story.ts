import { history, undo } from "prosemirror-history";
import { EditorState, type Transaction } from "prosemirror-state";
import type { Step } from "prosemirror-transform";

import {
  acceptPush,
  emptyHistory,
  extendHistory,
  stepsJson,
  type AuthoredCommit,
  type TextHistory,
  type TextNode,
} from "../../../shared/texts/index.ts";
import { randomFrom } from "../runs.ts";
import { randomEdit } from "./random-edit.ts";
import { below, pick, type Random } from "./random-text.ts";

/** A text from its first version: each commit with the document before it. */
export interface Told {
  readonly before: TextNode;
  readonly commit: AuthoredCommit;
}

const authors = ["kerloch", "saint-loup", "valbrune", "t"];

/** A random life of a text: people type, split, move, undo; now and then an adoption enters by a ballot. */
export function randomStory(seed: number, commits: number): readonly Told[] {
  const random = randomFrom(seed);
  const told: Told[] = [];
  let known = emptyHistory("t");
  let state = EditorState.create({ doc: known.doc, plugins: [history()] });
  let atMs = 0;
  for (let tries = 0; told.length < commits && tries < commits * 20; tries++) {
    const made = randomChange(state, random, told.length);
    if (!made || made.steps.length === 0) continue;
    atMs += below(random, 50_000);
    const ballot = random() < 0.1 ? { ballot: `s${told.length}` } : {};
    const origin = { author: ballot.ballot === undefined ? pick(random, authors) : `a${told.length}`, ...ballot };
    const next = written(known, made.steps, origin, atMs);
    if (!next) continue;
    const { commit, after } = next;
    told.push({
      before: known.doc,
      commit: { version: after.version, atMs, ...origin, steps: commit.steps, doc: commit.doc },
    });
    const applied = state.apply(made);
    // What the authority repaired comes as somebody else's change, as it does on a sheet.
    const repair = applied.tr.setMeta("addToHistory", false);
    for (const step of commit.repairs) repair.step(step);
    state = applied.apply(repair);
    known = after;
  }
  return told;
}

function written(
  known: TextHistory,
  steps: readonly Step[],
  origin: { author: string; ballot?: string },
  atMs: number,
) {
  const push = { client: "x", sequence: 1, base: known.version, steps };
  const outcome = acceptPush(known, push, origin, atMs);
  if (!outcome.ok || outcome.value.kind !== "commit") return null;
  if (stepsJson(outcome.value.commit.own).length !== steps.length) return null;
  return { commit: outcome.value.commit, after: extendHistory(known, outcome.value.commit, 1) };
}

function randomChange(state: EditorState, random: Random, number: number): Transaction | null {
  const kind = random();
  if (kind < 0.1) return undone(state);
  if (kind < 0.25) return moved(state, random);
  return randomEdit(state, random, () => `mot${number}`);
}

function undone(state: EditorState): Transaction | null {
  let made: Transaction | null = null;
  try {
    undo(state, (transaction) => void (made = transaction));
  } catch {
    return null;
  }
  return made;
}

/** A block of the outermost level taken from where it stands and put elsewhere, under its id. */
function moved(state: EditorState, random: Random): Transaction | null {
  const { doc } = state;
  const places: number[] = [];
  doc.forEach((_, at) => places.push(at));
  const from = pick(random, places);
  const node = doc.nodeAt(from);
  const to = pick(random, places);
  if (!node || from === to || node.type.name === "title" || to === 0) return null;
  const transaction = state.tr;
  if (random() < 0.5) {
    transaction.delete(from, from + node.nodeSize);
    transaction.insert(transaction.mapping.map(to), node);
  } else {
    transaction.insert(to, node);
    transaction.delete(transaction.mapping.map(from), transaction.mapping.map(from) + node.nodeSize);
  }
  return transaction;
}
