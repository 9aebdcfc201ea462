import { hunksOf } from "./hunks.ts";
import type { AuthoredCommit } from "./provenance.ts";
import type { TextNode } from "./schema.ts";
import { writtenBetween } from "./written.ts";

/** What one author, or one adoption, did in a moment: how many letters came, how many went. */
interface Hand {
  readonly author: string;
  readonly ballot?: string;
  readonly came: number;
  readonly went: number;
}

/** Versions written in one go. */
export interface Moment {
  readonly from: number;
  readonly to: number;
  /** Whole minutes, in milliseconds. */
  readonly fromMs: number;
  readonly toMs: number;
  /** In the order in which they began. */
  readonly hands: readonly Hand[];
}

const pauseMs = 10 * 60_000;
const longestMs = 60 * 60_000;

/**
 * The moments of a text with one more commit. Another one begins after a pause of ten minutes, after an hour, and with every
 * adoption, which stands alone.
 */
export function followMoments(moments: readonly Moment[], before: TextNode, commit: AuthoredCommit): readonly Moment[] {
  const { author, ballot, version } = commit;
  const atMs = Math.floor(commit.atMs / 60_000) * 60_000;
  const hand: Hand = { author, ...(ballot === undefined ? {} : { ballot }), ...lettersOf(before, commit) };
  const last = moments[moments.length - 1];
  if (!last || !goesOn(last, hand, atMs)) {
    return [...moments, { from: version, to: version, fromMs: atMs, toMs: atMs, hands: [hand] }];
  }
  const toMs = Math.max(last.toMs, atMs);
  return [...moments.slice(0, -1), { ...last, to: version, toMs, hands: withHand(last.hands, hand) }];
}

function goesOn({ fromMs, toMs, hands }: Moment, { ballot }: Hand, atMs: number): boolean {
  if (ballot !== undefined || hands.some((hand) => hand.ballot !== undefined)) return false;
  return atMs - toMs < pauseMs && atMs - fromMs < longestMs;
}

function withHand(hands: readonly Hand[], hand: Hand): readonly Hand[] {
  const known = hands.findIndex(({ author }) => author === hand.author);
  if (known < 0) return [...hands, hand];
  return hands.map((one, i) =>
    i === known ? { ...one, came: one.came + hand.came, went: one.went + hand.went } : one,
  );
}

function lettersOf(before: TextNode, { steps, doc }: AuthoredCommit): { readonly came: number; readonly went: number } {
  let [came, went] = [0, 0];
  for (const hunk of hunksOf(steps, before.content.size)) {
    came += letters(writtenBetween(doc, hunk.after.from, hunk.after.to).signs);
    went += letters(writtenBetween(before, hunk.before.from, hunk.before.to).signs);
  }
  return { came, went };
}

/** Where blocks begin and end is no letter. */
const letters = (signs: string): number => signs.replaceAll(/[\u0001-\u001f]/gu, "").length;
