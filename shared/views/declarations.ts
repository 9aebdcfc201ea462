import type { Outcome, Tally } from "../ballots/index.ts";
import type { BallotFacts, StatedReason } from "./ballots.ts";
import type { Ending } from "./plenary.ts";
import type { ProseBlock, TextPlace } from "./prose.ts";
import type { Shell } from "./shell.ts";

/** `/declarations` */
export interface DeclarationsView {
  readonly page: "declarations";
  readonly shell: Shell;
  readonly published: readonly {
    readonly id: string;
    readonly title: string;
    readonly publishedAtMs: number;
    readonly signatories: number;
  }[];
  /** Adopted, and not published yet. */
  readonly adopted: readonly { readonly id: string; readonly title: string }[];
  readonly rejected: readonly { readonly id: string; readonly title: string; readonly ballot: number }[];
  /** Tabled texts without a decision. */
  readonly undecided: readonly { readonly id: string; readonly title: string }[];
  /** When the gathering is closed. Nothing published then: none was adopted, and the page says so. */
  readonly ending: Ending | null;
}

/** `/declarations/:t`: the public page of a text that was put to the vote as a whole. */
export interface DeclarationView {
  readonly page: "declaration";
  readonly shell: Shell;
  readonly title: string;
  readonly text: { readonly id: string; readonly version: number; readonly hash: string };
  readonly place: string;
  readonly state:
    | { readonly kind: "adopted" }
    | { readonly kind: "published"; readonly atMs: number }
    | { readonly kind: "rejected" };
  /** The text without its title. */
  readonly blocks: readonly ProseBlock[];
  readonly signatories: readonly Signatory[];
  readonly declined: number;
  /** Enrolled delegations that said neither. */
  readonly silent: number;
  /** Every declared ballot on this text, in order; the last is the whole. */
  readonly votes: readonly VoteLine[];
  /** The ballot on the whole, declared. */
  readonly final: Pick<BallotFacts, "number" | "rule" | "enrolled" | "present"> & { readonly tally: Tally };
  /** Signing, for a delegate of an enrolled delegation, until publication. Null: nothing to do here. */
  readonly signing: Signing | null;
  /** For the secretary, until publication: the enrolled delegations, to sign or decline on behalf of one. */
  readonly behalf: readonly { readonly id: string; readonly name: string }[];
  /** May this person publish it now? */
  readonly mayPublish: boolean;
  /** The record's address within the gathering. */
  readonly record: string;
  /** The whole address of this page, for the QR code that a printed copy bears. */
  readonly address: string;
}

interface Signatory {
  readonly delegation: string;
  /** Typed words; null without one. */
  readonly reservation: string | null;
}

export interface VoteLine {
  readonly ballot: Pick<BallotFacts, "number">;
  /** Null: the whole. */
  readonly amendment: number | null;
  readonly outcome: Outcome;
  /** Null: seen by the chair, and not counted. */
  readonly tally: Tally | null;
  readonly rule: BallotFacts["rule"];
}

export interface Signing {
  readonly delegation: { readonly id: string; readonly name: string };
  readonly mine:
    | { readonly kind: "none" }
    | { readonly kind: "signed"; readonly reservation: string | null }
    | { readonly kind: "declined" };
}

/** `/proces-verbal`: sentences in order, already in the gathering's language, each said by the room of its act. */
export interface MinutesView {
  readonly page: "minutes";
  readonly shell: Shell;
  readonly place: string;
  readonly days: readonly {
    readonly atMs: number;
    readonly sections: readonly {
      /** The agenda item, or null before the first. */
      readonly title: string | null;
      readonly sentences: readonly MinutesSentence[];
    }[];
  }[];
  readonly closedAtMs: number | null;
  /** The short code of the journal's head, and how many entries it covers. */
  readonly journalCode: string;
  readonly entries: number;
}

export interface MinutesSentence {
  readonly sequence: number;
  readonly atMs: number;
  readonly words: string;
  /** Typed words that belong to the act (a reason, a reservation); `erased` when they were erased. */
  readonly typed: { readonly words: string } | "erased" | null;
  /** Of a round of consent: the objections and reservations, whose and why. */
  readonly reasons: readonly StatedReason[];
  /** A count or a result that was annulled later. */
  readonly annulled: boolean;
  /** The amendments that it submits or decides: where in the text, and a few of their words. */
  readonly quotes: readonly { readonly number: string; readonly place: TextPlace; readonly gist: string }[];
  /** What else it speaks of, and where that is within the gathering. */
  readonly links: readonly { readonly words: string; readonly path: string }[];
}

/** `/journal`: the chain itself, a page of entries, newest last. */
export interface JournalView {
  readonly page: "journal";
  readonly shell: Shell;
  readonly entries: readonly JournalLine[];
  readonly total: number;
  /** Sequences to go to; null at an end. */
  readonly older: number | null;
  readonly newer: number | null;
  readonly headCode: string;
  readonly headHash: string;
  readonly record: string;
}

export interface JournalLine {
  readonly sequence: number;
  readonly atMs: number;
  readonly act: string;
  /** The same sentence as in the minutes. */
  readonly words: string;
  /** By which role, and for which delegation when on behalf; null: the operator. */
  readonly by: { readonly role: string; readonly behalf: string | null } | null;
  readonly hash: string;
  readonly previous: string;
}
