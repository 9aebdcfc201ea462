import type { Mandate } from "../people/index.ts";
import type {
  Asking,
  BallotResult,
  ConsentStep,
  Franchise,
  Mark,
  OffRoll,
  RollEntry,
  Rule,
  Secrecy,
  Station,
  StationCount,
  Tally,
} from "../ballots/index.ts";
import type { TextPlace } from "./prose.ts";
import type { Shell } from "./shell.ts";

/** `/scrutins/:n` */
export interface BallotView {
  readonly page: "ballot";
  readonly shell: Shell;
  readonly ballot: BallotStage;
}

/** `/scrutins/:n/emargement`: the roll as it was frozen, and who has voted: never what. */
export interface RollView {
  readonly page: "roll";
  readonly shell: Shell;
  readonly facts: BallotFacts;
  readonly state: "open" | "closed" | "annulled";
  readonly turnout: { readonly voted: number; readonly present: number };
  /** By name. */
  readonly lines: readonly RollLine[];
  /** For a teller, while it is open: whose vote can be entered by hand. Null for everybody else. */
  readonly table: TellerTable | null;
}

export interface RollLine extends Pick<RollEntry, "voter" | "weight" | "channel" | "presence"> {
  readonly name: string;
  readonly zone: number | null;
  /** What the voter is called who carries this vote. */
  readonly holder: string | null;
  readonly mark: Mark;
}

/** Who votes by name, and whether a vote stands: never which. */
export interface TellerTable {
  readonly voters: readonly {
    readonly voter: string;
    readonly name: string;
    readonly standing: { readonly receipt: string; readonly writtenAtMs: number; readonly entered: boolean } | null;
  }[];
  /** Whether anybody votes by hand or on paper: there is a page where these are counted, and one that prints papers. */
  readonly counts: boolean;
  /** For the form of this page. */
  readonly requestKey: string;
  /** A vote that was entered and is not written: one stands already, which its receipt in `replaces` would replace. */
  readonly confirm: { readonly voter: string; readonly choice: string; readonly reason: string } | null;
  /** What was refused, to be filled in again; or whose line was pressed. */
  readonly filled: { readonly voter: string; readonly choice: string | null; readonly reasons: TypedReasons } | null;
}

/** A ballot as somebody may see it at this moment. A result while it is open cannot be written in this type. */
export type BallotStage =
  | { readonly stage: "open"; readonly card: BallotCard }
  /** Closed, and not declared yet: the count is known. */
  | { readonly stage: "closed"; readonly facts: BallotFacts; readonly result: BallotResult }
  | { readonly stage: "declared"; readonly result: ResultView; readonly annul?: AnnulOffer }
  | { readonly stage: "cancelled"; readonly facts: BallotFacts; readonly reason: string | null }
  | ({ readonly stage: "annulled" } & AnnulledView);

/** To whoever may annul a ballot that decided of amendments: what that would do; or why it cannot be now, in words. */
export interface AnnulOffer {
  readonly consequences: readonly Consequence[];
  readonly refused: string | null;
}

/** It counts for nothing any more; what it had given is shown as such, never as a result. */
export interface AnnulledView {
  readonly result: ResultView;
  /** Null once the words were erased. */
  readonly reason: string | null;
  /** Whether its result had been declared. */
  readonly declared: boolean;
  /** The number of the ballot in its place; null while there is none. */
  readonly replacedBy: number | null;
}

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
  readonly asking: Asking;
  /** The words of the options, the first being number 1; empty when the method has none, or they were erased. */
  readonly options: readonly string[];
  readonly rule: Rule;
  readonly franchise: Franchise;
  readonly secrecy: Secrecy;
  /** Of a secret ballot: its single choices were deleted, and traces of them may still stand on the disk. */
  readonly tracesLeft: boolean;
  /** The number of the annulled ballot in whose place this one is. */
  readonly replaces: number | null;
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
      /** What it changes, in a line: the same words as in the lists of amendments. */
      readonly gist: string;
    }
  /** Put together: all adopted or all rejected. */
  | { readonly kind: "block"; readonly items: readonly BlockItem[] }
  | {
      readonly kind: "text";
      readonly id: string;
      readonly title: string;
      readonly version: number;
      readonly hash: string;
    }
  /** The ballot's question is all there is. */
  | { readonly kind: "question" };

/** One of a block, with those identical to it. */
export interface BlockItem {
  readonly amendments: readonly AmendmentName[];
  readonly place: TextPlace;
  readonly gist: string;
}

export interface AmendmentName {
  /** As people call it: `27`, or `27 bis` once it was revised. */
  readonly label: string;
  readonly id: string;
  readonly number: number;
  /** Of a sub-amendment: which of its parent's, whose number it has. */
  readonly sub?: number;
  readonly delegation: string;
}

/** The open ballot. Turnout is a count of voters, never a tendency. */
export interface BallotCard {
  readonly facts: BallotFacts;
  readonly turnout: { readonly voted: number; readonly present: number };
  readonly lastCall: boolean;
  readonly step: ConsentStep | null;
  readonly mine: MyVote;
}

/** Why one casts no vote. `by`: what the voter is called who carries it. */
type OffReason =
  | Exclude<OffRoll, { readonly why: "represented" }>
  | { readonly why: "represented"; readonly by: string }
  | { readonly why: "observer" | "noDelegation" };

export type MyVote =
  /** Nobody is signed in here. */
  | { readonly kind: "public" }
  /** Its delegation votes by hand or on paper; `zone`: counted there without names, null: entered by name at the table. */
  | { readonly kind: "by-hand"; readonly channel: Station["channel"]; readonly zone: number | null }
  /** Not on this roll, and which ballot is the first one votes in. */
  | { readonly kind: "off-roll"; readonly off: OffReason }
  | {
      readonly kind: "voter";
      readonly delegation: { readonly id: string; readonly name: string };
      /** Whose vote this paper is; the others that one casts beside it come on papers of their own. */
      readonly line: MyLine;
      readonly others: readonly (MyLine & { readonly voted: boolean })[];
      /** Of one's own delegation; null: nobody wrote it down. */
      readonly mandate: Mandate | null;
      /** Made by the server for this page's form; with scripts the phone makes its own, one a choice. */
      readonly requestKey: string;
      /** The vote that counts now, whoever of the delegation cast it. */
      readonly cast: CastVote | null;
      /**
       * The choice that was made and is not written: its key was reused, or somebody else of the delegation has voted
       * meanwhile, and `cast` is to be read and replaced; or it is no vote as it was filled in (`saidByPaper`).
       */
      readonly chosen: string | null;
      /** What was typed with it; else the reason of the vote that stands. */
      readonly reasons: TypedReasons;
    };

/** A line of the roll that one casts: one's delegation's, one's own, or one carried for another (by proxy). */
interface MyLine {
  readonly voter: string;
  readonly name: string;
  readonly carried: boolean;
  /** How many votes it has, when they may be said apart; otherwise null. */
  readonly splits: number | null;
}
/** Why, by the answer that it is the reason of. */
export type TypedReasons = Readonly<Record<string, string>>;

export interface CastVote {
  /** In its one written form (`readSaid`). Null in a secret ballot: nobody reads it again, who cast it neither. */
  readonly choice: string | null;
  /** Null when it has none, or it was erased. */
  readonly reason: string | null;
  readonly receipt: string;
  readonly writtenAtMs: number;
  /** Who of the delegation, or the teller who entered it. */
  readonly by: { readonly name: string; readonly me: boolean; readonly teller: boolean };
}

/** A declared ballot, or an annulled one, with its working. All counts are votes. */
export interface ResultView {
  readonly facts: BallotFacts;
  readonly result: BallotResult;
  readonly closedAtMs: number;
  /** Null of a ballot that was annulled before. */
  readonly declaredAtMs: number | null;
  /** The choice of one's own vote; null when it did not vote, nobody is signed in, or the ballot is secret. */
  readonly mine: string | null;
  readonly consequences: readonly Consequence[];
  /** Objections first, then reservations: whose, and why. Empty but in a round of consent. */
  readonly reasons: readonly StatedReason[];
  /** Names of the present or represented voters that did not vote. */
  readonly silent: readonly string[];
  /** Names of the enrolled voters that were neither present nor represented at opening. */
  readonly absent: readonly string[];
  /** What was counted by zones and boxes, without names. */
  readonly counts: readonly StationCount[];
  /** Who voted what: public ballots, after declaring; null of secret ones, and on "Maintenant" and the screen. */
  readonly votes: readonly { readonly voter: string; readonly choice: string }[] | null;
}

export interface StatedReason {
  readonly said: "objection" | "reservation";
  readonly delegation: string;
  /** Null when none was given; `erased` once it was. */
  readonly reason: { readonly words: string } | "erased" | null;
}

/**
 * What the result did to others. `called`: the chair's next amendment, once called. Of an annulled ballot, what that did:
 * to what it had decided (`leaves` the text, `unrejected`), and to others (`live`: it can be called again).
 */
export interface Consequence {
  readonly kind: "fallen" | "satisfied" | "altered" | "called" | "leaves" | "unrejected" | "live";
  readonly amendment: AmendmentName;
}

/** `/scrutins/:n/mains`: where a teller enters what they counted, each for themselves. */
export interface HandCountsView {
  readonly page: "hand-counts";
  readonly shell: Shell;
  readonly facts: BallotFacts;
  /** Counting ends with the ballot. */
  readonly open: boolean;
  readonly stations: readonly StationView[];
}

/** One zone or box as this teller may see it: what another one counted is shown once both have, and only if they differ. */
export interface StationView extends Station {
  readonly present: number;
  readonly state: StationStanding;
  readonly mine: Tally | null;
  readonly others: readonly Tally[];
}

/**
 * `awaited`: nobody counted; `other-awaited`: this teller did; `mine-awaited`: another one did; `differing`: both did, and
 * count again; `agreed`.
 */
export type StationStanding = "awaited" | "other-awaited" | "mine-awaited" | "differing" | "agreed";

/** One zone or box as chair and hall may see it: never a figure of what was counted. */
export interface StationLine extends Station {
  readonly present: number;
  readonly state: "awaited" | "entered-once" | "differing" | "agreed";
}

/** `/scrutins/:n/bulletins`: voting papers to print. */
export interface VotingPapersView {
  readonly page: "voting-papers";
  readonly shell: Shell;
  readonly facts: BallotFacts;
  readonly open: boolean;
  readonly count: number;
}
