import type { Step } from "prosemirror-transform";

import { ok, refuse, type Accepted, type Refused } from "../refusals.ts";
import type { TextNode } from "../texts/index.ts";
import { replaceDifference } from "./adopt.ts";
import { Course, type Move } from "./course.ts";
import type { Standing } from "./life.ts";

/** A tabled text: as it was tabled, as it stands, and what moved it since and still holds. */
interface TextCourse {
  readonly tabled: TextNode;
  readonly head: TextNode;
  readonly moves: readonly Move[];
}

/** The text without what a ballot had adopted: the steps of the one commit that leads there, and the way of the others. */
interface Undoing {
  readonly steps: readonly Step[];
  readonly doc: TextNode;
  readonly course: Course;
}

/** `amendment`: the one that was adopted since and no longer applies without what would be undone. */
type NotUndone = Refused & { readonly amendment: string | null };

/**
 * Undoes all that `ballot` adopted: every other move is made again from the tabled version, in its order. (The steps of
 * the adoption turned round would be right for the last one only.) Refuses `not-adoptable` when a later adoption no
 * longer applies; the chair may annul that one first. And when the moves do not make the text as it stands: one of them is
 * broken, and without it words would leave the text that nobody annulled.
 */
export function undo({ tabled, head, moves }: TextCourse, ballot: string): Accepted<Undoing> | NotUndone {
  const whole = Course.of(tabled, moves);
  if (!whole.holds || !whole.course.doc.eq(head)) return { ...refuse("not-adoptable", "changed"), amendment: null };
  const left = moves.filter((move) => move.kind !== "adoption" || move.ballot !== ballot);
  const replay = Course.of(tabled, left);
  if (!replay.holds) return { ...refuse("not-adoptable", "needed-by"), amendment: replay.amendment };
  const { course } = replay;
  const steps = head.eq(course.doc) ? [] : [replaceDifference(head, course.doc)];
  return ok({ steps, doc: course.doc, course });
}

/** Ids of amendments, sorted, whose standing an undoing changed: by what they are now. */
export interface UndoingEffects {
  readonly live: readonly string[];
  readonly fallen: readonly string[];
  readonly satisfied: readonly string[];
  readonly altered: readonly string[];
}

/** `before` is null of those that the undone ballot had decided: that they are before the assembly again goes without saying. */
export interface Restanding {
  readonly id: string;
  readonly before: Standing | null;
  readonly now: Standing;
}

export function undoingEffects(all: readonly Restanding[]): UndoingEffects {
  const idsOf = (word: keyof UndoingEffects): readonly string[] =>
    all
      .flatMap(({ id, before, now }) => (wordOf(now) === word && wordOf(before ?? untouched) !== word ? [id] : []))
      .sort();
  return { live: idsOf("live"), fallen: idsOf("fallen"), satisfied: idsOf("satisfied"), altered: idsOf("altered") };
}

const untouched: Standing = { standing: "live", reduced: false, altered: false };

const wordOf = (standing: Standing): keyof UndoingEffects =>
  standing.standing === "live" && standing.altered ? "altered" : standing.standing;
