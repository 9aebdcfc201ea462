import { ok, refuse, type Refused, type Result } from "../refusals.ts";
import type { Rebased } from "./rebase.ts";

/** What the assembly did with an amendment. Composing stays on its author's device. */
export type AmendmentLife =
  | { readonly state: "submitted" }
  | { readonly state: "called" }
  | { readonly state: "withdrawn" }
  | { readonly state: "notMoved" }
  | { readonly state: "inadmissible" }
  | { readonly state: "adopted"; readonly ballot: string; readonly version: number }
  | { readonly state: "rejected"; readonly ballot: string };

type AmendmentState = AmendmentLife["state"];

/**
 * What became of its words in the text as it stands, never decided by hand: derived by carrying it there.
 * `by`: the amendment whose adoption made it fall, or be satisfied.
 */
export type Standing =
  | { readonly standing: "live"; readonly reduced: boolean; readonly altered: boolean }
  | { readonly standing: "satisfied"; readonly by: string | null }
  | { readonly standing: "fallen"; readonly by: string | null };

export function standingOf(rebased: Rebased, by: string | null): Standing {
  switch (rebased.state) {
    case "fallen":
      return { standing: "fallen", by };
    case "satisfied":
      return { standing: "satisfied", by };
    default:
      return { standing: "live", reduced: rebased.reduced, altered: rebased.state === "altered" };
  }
}

/** What an adoption made of one that waited. What had fallen or was satisfied stays so until what made it so is undone. */
export const standingAfter = (before: Standing, rebased: Rebased, by: string): Standing =>
  before.standing === "live" ? standingOf(rebased, by) : before;

const detailOf = (state: AmendmentState): string => `amendment-${state === "notMoved" ? "not-moved" : state}`;

const wrongState = (life: AmendmentLife): Refused => refuse("wrong-state", detailOf(life.state));

/** Submitted or called: the chair or its author can still act on it, and the final ballot waits for it. */
export const isPending = (life: AmendmentLife): boolean => life.state === "submitted" || life.state === "called";

type Lives = { readonly [S in AmendmentState]: Extract<AmendmentLife, { state: S }> };

/** Called only while its words can still enter the text. */
export function callAmendment(life: AmendmentLife, standing: Standing): Result<Lives["called"]> {
  if (life.state !== "submitted") return wrongState(life);
  return standing.standing === "live"
    ? ok({ state: "called" })
    : refuse("wrong-state", `amendment-${standing.standing}`);
}

/** Its author takes it back; no longer once a ballot on it is open. */
export function withdrawAmendment(life: AmendmentLife, ballotOpen: boolean): Result<Lives["withdrawn"]> {
  if (!isPending(life)) return wrongState(life);
  return ballotOpen ? refuse("ballot-open") : ok({ state: "withdrawn" });
}

/**
 * Its author edits what it asks for; then it waits to be called, even if it was: nobody votes on what was not called. What
 * fell, or is in the text already, is not brought back under its number.
 */
export function reviseAmendment(
  life: AmendmentLife,
  standing: Standing,
  ballotOpen: boolean,
): Result<Lives["submitted"]> {
  if (!isPending(life)) return wrongState(life);
  if (standing.standing !== "live") return refuse("wrong-state", `amendment-${standing.standing}`);
  return ballotOpen ? refuse("ballot-open") : ok({ state: "submitted" });
}

/**
 * Part of it fell, and with it the whole, though its author said that it may be divided: the chair keeps what still holds,
 * which waits to be called.
 */
export function divideAmendment(
  {
    life,
    standing,
    divisible,
  }: { readonly life: AmendmentLife; readonly standing: Standing; readonly divisible: boolean },
  ballotOpen: boolean,
): Result<Lives["submitted"]> {
  if (!isPending(life)) return wrongState(life);
  if (standing.standing !== "fallen") return refuse("wrong-state", "amendment-not-fallen");
  if (!divisible) return refuse("wrong-state", "amendment-not-divisible");
  return ballotOpen ? refuse("ballot-open") : ok({ state: "submitted" });
}

/** Put off: it waits to be called again. */
export function reserveAmendment(life: AmendmentLife, ballotOpen: boolean): Result<Lives["submitted"]> {
  if (life.state !== "called") return wrongState(life);
  return ballotOpen ? refuse("ballot-open") : ok({ state: "submitted" });
}

/** Nobody moves it. */
export function declareNotMoved(life: AmendmentLife, ballotOpen: boolean): Result<Lives["notMoved"]> {
  if (!isPending(life)) return wrongState(life);
  return ballotOpen ? refuse("ballot-open") : ok({ state: "notMoved" });
}

/** The chair rules it out. It stays so: its author may submit another. */
export function declareInadmissible(life: AmendmentLife, ballotOpen: boolean): Result<Lives["inadmissible"]> {
  if (!isPending(life)) return wrongState(life);
  return ballotOpen ? refuse("ballot-open") : ok({ state: "inadmissible" });
}

/** What was withdrawn, and can still enter the text, another delegation makes its own. */
export function takeOverAmendment(
  life: AmendmentLife,
  standing: Standing,
  { author, delegation }: { readonly author: string; readonly delegation: string },
): Result<Lives["submitted"]> {
  if (life.state === "submitted") return refuse("wrong-state", "amendment-waits");
  if (life.state !== "withdrawn") return wrongState(life);
  if (author === delegation) return refuse("wrong-state", "amendment-withdrawn-by-own");
  return standing.standing === "live"
    ? ok({ state: "submitted" })
    : refuse("wrong-state", `amendment-${standing.standing}`);
}

/** A delegation puts its name to the words that it read, beside the author's. */
export function cosignAmendment(
  amendment: {
    readonly life: AmendmentLife;
    readonly standing: Standing;
    readonly author: string;
    readonly hash: string;
  },
  { delegation, hash }: { readonly delegation: string; readonly hash: string },
  ballotOpen: boolean,
): Result<null> {
  const { life, standing, author } = amendment;
  if (!isPending(life)) return wrongState(life);
  if (standing.standing !== "live") return refuse("wrong-state", `amendment-${standing.standing}`);
  if (author === delegation) return refuse("wrong-state", "cosign-own");
  if (amendment.hash !== hash) return refuse("wrong-state", "amendment-other-words");
  return ballotOpen ? refuse("ballot-open") : ok(null);
}

/** It takes its name back, as long as the vote has not begun. */
export function uncosignAmendment(life: AmendmentLife, signed: boolean, ballotOpen: boolean): Result<null> {
  if (!isPending(life)) return wrongState(life);
  if (!signed) return refuse("wrong-state", "not-cosigned");
  return ballotOpen ? refuse("ballot-open") : ok(null);
}

/** Called only with as many co-signatures as the gathering asks for. */
export function checkSupporters(signed: number, required: number): Result<null> {
  return signed >= required ? ok(null) : refuse("wrong-state", `supporters-missing:${required - signed}`);
}

/** Only what was called is decided, and only by a ballot. */
export function adoptAmendment(life: AmendmentLife, ballot: string, version: number): Result<Lives["adopted"]> {
  return life.state === "called" ? ok({ state: "adopted", ballot, version }) : wrongState(life);
}

export function rejectAmendment(life: AmendmentLife, ballot: string): Result<Lives["rejected"]> {
  return life.state === "called" ? ok({ state: "rejected", ballot }) : wrongState(life);
}

/** The ballot that decided it was annulled: it is before the assembly again, as it was when that ballot opened. */
export function undecide(life: AmendmentLife, ballot: string): Result<Lives["called"]> {
  if (life.state !== "adopted" && life.state !== "rejected") return wrongState(life);
  return life.ballot === ballot ? ok({ state: "called" }) : wrongState(life);
}
