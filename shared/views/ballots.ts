import type { ProseBlock, TextPlace } from "./prose.ts";
import type { Shell } from "./shell.ts";

export type Choice = "for" | "against" | "abstention" | "notTakingPart";
/** In the order of every ballot paper and tally. */
export const choices = ["for", "against", "abstention", "notTakingPart"] as const satisfies readonly Choice[];

/** `/scrutins/:n` */
export interface BallotView {
  readonly page: "ballot";
  readonly shell: Shell;
  readonly ballot: BallotStage;
}

/** A ballot as somebody may see it at this moment. A result while it is open cannot be written in this type. */
export type BallotStage =
  | { readonly stage: "open"; readonly card: BallotCard }
  /** Closed, and not declared yet: the tally is known. */
  | { readonly stage: "closed"; readonly facts: BallotFacts; readonly tally: TallyView }
  | { readonly stage: "declared"; readonly result: ResultView }
  | { readonly stage: "cancelled"; readonly facts: BallotFacts; readonly reason: string | null };

/** What was fixed at opening. */
export interface BallotFacts {
  readonly id: string;
  readonly number: number;
  /** The short code that phones and screen compare: `7F3K-92QD`. It shows mix-ups; what binds is `hash`. */
  readonly code: string;
  readonly hash: string;
  readonly subject: SubjectView;
  /** Typed by the chair, or the standing question: "Adoptez-vous l’amendement 27 ?" */
  readonly question: string;
  readonly rule: RuleView;
  readonly quorum: QuorumView | null;
  readonly openedAtMs: number;
  readonly enrolled: number;
  readonly present: number;
}

export type SubjectView =
  | {
      readonly kind: "amendment";
      /** Identical ones share a ballot: more than one number then. */
      readonly amendments: readonly AmendmentName[];
      readonly place: TextPlace;
      readonly redline: readonly ProseBlock[];
    }
  | {
      readonly kind: "text";
      readonly id: string;
      readonly title: string;
      readonly version: number;
      readonly hash: string;
    };

export interface AmendmentName {
  readonly id: string;
  readonly number: number;
  readonly delegation: string;
}

/** Simple: more for than against. A fraction: `strict` asks for more than it, otherwise it is enough to reach it. */
export type RuleView =
  | { readonly kind: "simple" }
  | {
      readonly kind: "fraction";
      readonly numerator: number;
      readonly denominator: number;
      readonly strict: boolean;
      readonly base: "expressed" | "cast" | "present" | "enrolled";
    };

export interface QuorumView {
  readonly numerator: number;
  readonly denominator: number;
  /** Of those enrolled: how many must be present, or must have voted. */
  readonly of: "present" | "voted";
}

export interface TallyView {
  readonly for: number;
  readonly against: number;
  readonly abstention: number;
  readonly notTakingPart: number;
}

/** The open ballot. Turnout is a count of delegations, never a tendency. */
export interface BallotCard {
  readonly facts: BallotFacts;
  readonly turnout: { readonly voted: number; readonly present: number };
  readonly lastCall: boolean;
  readonly mine: MyVote;
}

export type MyVote =
  /** Nobody is signed in here. */
  | { readonly kind: "public" }
  /** Not on this roll, and which ballot is the first one votes in. */
  | { readonly kind: "off-roll"; readonly why: OffRoll; readonly first: FirstBallot }
  | {
      readonly kind: "voter";
      readonly delegation: { readonly id: string; readonly name: string };
      /** Made by the server for this page's form; with scripts the phone makes its own, one a choice. */
      readonly requestKey: string;
      /** The vote that counts now, whoever of the delegation cast it. */
      readonly cast: CastVote | null;
      /** After a refused key: the choice that was made, checked again. */
      readonly chosen: Choice | null;
    };

/**
 * observer: without a mandate; arrived-late: checked in after the opening; absent: the delegation is not checked in;
 * no-delegation: comes alone; withdrawn: the delegation was withdrawn.
 */
export type OffRoll = "observer" | "arrived-late" | "absent" | "no-delegation" | "withdrawn";

/** `next`: the one after this. `after-arrival`: the first that opens once the delegation is checked in. `none`: never. */
export type FirstBallot = "next" | "after-arrival" | "none";

export interface CastVote {
  readonly choice: Choice;
  readonly receipt: string;
  readonly writtenAtMs: number;
  /** Who of the delegation, or the teller who entered it. */
  readonly by: { readonly name: string; readonly me: boolean; readonly teller: boolean };
}

/** A declared ballot with its working. All counts are delegations. */
export interface ResultView {
  readonly facts: BallotFacts;
  readonly outcome: "adopted" | "rejected" | "no-result" | "no-quorum";
  readonly tally: TallyView;
  readonly voted: number;
  /** for + against */
  readonly expressed: number;
  /** What the rule counts on (expressed, cast, present or enrolled). */
  readonly base: number;
  /** The fewest votes for that adopt; null when nothing was expressed. */
  readonly needed: number | null;
  /** Reached and required, of those enrolled; null without a quorum. */
  readonly quorum: { readonly reached: number; readonly required: number } | null;
  readonly closedAtMs: number;
  readonly declaredAtMs: number;
  /** The choice of one's own delegation; null when it did not vote or nobody is signed in. */
  readonly mine: Choice | null;
  readonly consequences: readonly Consequence[];
  /** Names of the present delegations that did not vote. */
  readonly silent: readonly string[];
  /** Who voted what: public ballots, after declaring; null on "Maintenant" and the screen, where it is not shown. */
  readonly votes: readonly { readonly delegation: string; readonly choice: Choice }[] | null;
}

/** What the result did to others. `called`: the chair's next amendment, once called. */
export interface Consequence {
  readonly kind: "fallen" | "satisfied" | "altered" | "called";
  readonly amendment: AmendmentName;
}
