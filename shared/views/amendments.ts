import type { Opinion } from "../amendments/index.ts";
import type { Rule, Tally } from "../ballots/index.ts";
import type { Json } from "../journal/index.ts";
import type { AmendmentName, BallotFacts } from "./ballots.ts";
import type { ListState } from "./list-states.ts";
import type { ProseBlock, TextPlace } from "./prose.ts";
import type { Shell } from "./shell.ts";
import type { Amending } from "./texts.ts";

/**
 * What is wrong with the rows of an amendment: its changes cannot be read, or are not what was hashed; where it stands in the
 * text, or what became of it, cannot be read; to carry or to draw it throws.
 */
export type AmendmentFault = "changes" | "hash" | "outline" | "life" | "thrown";

/** The life of an amendment. A ballot stands where one decided. */
export type AmendmentState =
  | { readonly state: "submitted" }
  | { readonly state: "called"; readonly sinceMs: number; readonly ballot: { readonly number: number } | null }
  | {
      readonly state: "adopted" | "rejected";
      readonly ballot: { readonly number: number; readonly tally: Tally | null; readonly rule: Rule };
    }
  /** `withParent`: a sub-amendment, by what became of the amendment that it amends. */
  | { readonly state: "fallen" | "satisfied"; readonly by: AmendmentName | null; readonly withParent?: true }
  | { readonly state: "broken"; readonly fault: AmendmentFault }
  | { readonly state: "withdrawn" | "inadmissible" }
  | { readonly state: "not-moved" };

export interface AmendmentLine {
  readonly id: string;
  readonly number: number;
  /** Of a sub-amendment: which of its parent's, whose number it has. */
  readonly sub?: number;
  /** `27`, or `27 bis` once it was revised; `27-1` of a sub-amendment. */
  readonly label: string;
  readonly delegation: string;
  readonly place: TextPlace;
  /** A few words of what it does, cut by the room: `« doit ouvrir »`; shown in serif. */
  readonly gist: string;
  readonly state: AmendmentState;
  /** Discussed with its neighbours in the list that have the same number here; null: alone. */
  readonly joint: number | null;
  /** The number of one before it that asks for the very same, and is called with it. */
  readonly same: number | null;
  /** Where co-signatures are required and it waits: how many it has, and needs. */
  readonly supporters: { readonly count: number; readonly required: number } | null;
  /** Of several changes, of which what falls does not take the rest along: so its author said. */
  readonly divisible: boolean;
  /** What the text's drafting group thinks of it as it is worded now; null: it has not said. */
  readonly opinion: Opinion | null;
  /** What its adoption would do to others that wait, by their numbers; null: nothing. */
  readonly ahead: { readonly falls: readonly number[]; readonly satisfied: readonly number[] } | null;
}

/** What a delegation thinks of an amendment, or the text's drafting group (no delegation). */
export interface OpinionLine {
  readonly delegation: string | null;
  readonly opinion: Opinion;
  /** Null when none was given or it was erased. */
  readonly reason: string | null;
  readonly reasonErased: boolean;
  /** The revision that it is about, when it is not the one that stands. */
  readonly earlier: number | null;
}

/** One thing said in the discussion of an amendment. */
export interface CommentLine {
  readonly id: string;
  /** The name of the delegation for which it was said; null: by somebody of none. */
  readonly delegation: string | null;
  /** Of those: who drafted the text, the chair, the secretary, or another of the desk. */
  readonly desk: "drafter" | "chair" | "secretary" | "desk";
  readonly saidAtMs: number;
  /** Null once they were erased. */
  readonly words: string | null;
}

export interface DiscussionView {
  /** Oldest first. */
  readonly lines: readonly CommentLine[];
  /** How many were said before these. */
  readonly before: number;
  readonly speaks: boolean;
  readonly takesAway: boolean;
}

/** Those for whom this person may give an opinion: delegations, and the drafting group, whose id is empty. */
export interface Opining {
  readonly voices: readonly { readonly id: string; readonly name: string | null }[];
  /** What was said already, when there is but one of them. */
  readonly said: Opinion | null;
  readonly reason: string;
}

/** `/amendements`: in call order within each text; texts without any amendment are named too. */
export interface AmendmentsView {
  readonly page: "amendments";
  readonly shell: Shell;
  readonly texts: readonly {
    readonly id: string;
    readonly title: string;
    readonly amending: Amending | null;
    readonly deadline: AmendingDeadline | null;
    /** Whether this person says until when amendments may be submitted. */
    readonly setsDeadline: boolean;
    /** Those that were asked for. */
    readonly lines: readonly AmendmentLine[];
    /** How many there are in all. */
    readonly total: number;
    /** How many of them wait: can still be called, voted and adopted. */
    readonly waiting: number;
  }[];
  readonly filter: AmendmentsFilter;
}

/** Which lines of the list were asked for; null: any. And what can be asked for. */
export interface AmendmentsFilter {
  readonly delegation: string | null;
  /** By its number; 0: outside all articles. */
  readonly article: number | null;
  readonly state: ListState | null;
  /** Something was asked for that the list does not know: it is left aside. */
  readonly unknown: boolean;
  readonly delegations: readonly { readonly id: string; readonly name: string }[];
  readonly articles: readonly number[];
  readonly states: readonly ListState[];
}

/** Until when amendments to a text may be submitted; past: they no longer may. */
export interface AmendingDeadline {
  readonly untilMs: number;
  readonly past: boolean;
}

/** `/amendements/:n` */
export interface AmendmentView {
  readonly page: "amendment";
  readonly shell: Shell;
  readonly amendment: AmendmentSheet;
  /** What its adoption would do to the others that are alive; empty once it is decided. */
  readonly effects: readonly {
    readonly kind: "falls" | "satisfied" | "altered" | "stays";
    readonly amendment: AmendmentName;
  }[];
  /** The drafting group's first, then those of delegations in the order in which they were given. */
  readonly opinions: readonly OpinionLine[];
  readonly discussion: DiscussionView;
  /** Null: this person gives none now. */
  readonly opining: Opining | null;
  /** Once it was revised: all its revisions, the first one first. */
  readonly revisions: readonly RevisionView[];
  /** Acts this person may do now. */
  readonly may: {
    readonly withdraw: boolean;
    readonly revise: boolean;
    readonly subAmend: boolean;
    /** Keep what still holds of it, now that part of it fell. */
    readonly divide: boolean;
    readonly inadmissible: boolean;
    /** For which delegation; null: for none. */
    readonly takeOver: string | null;
  };
  /** Its sub-amendments, by number. */
  readonly subs: readonly (AmendmentName & { readonly state: AmendmentState })[];
  readonly support: Support;
  /** What the chair said who ruled it out; its reason is null once erased. */
  readonly ruledOut: { readonly reason: string | null } | null;
  /** The delegation that had withdrawn it before its author took it over. */
  readonly takenOver: string | null;
}

interface Support {
  /** Of its last revision, by name, its author aside. */
  readonly cosignatories: readonly string[];
  /** How many had signed the revision before, when nobody's name was carried over. */
  readonly before: number;
  /** How many it needs to be called; 0: none. */
  readonly required: number;
  /** The delegation for which this person may sign, or take the name back; null: none. */
  readonly cosigning: string | null;
  readonly uncosigning: string | null;
}

/** One revision of an amendment, with what it changed. */
export interface RevisionView {
  readonly label: string;
  readonly hash: string;
  readonly origin: RevisionOrigin;
  readonly atMs: number;
  /** `before`: from the revision before it; else from the text, which had come to another version where that is said. */
  readonly against: "text" | "before" | "other-version";
  readonly version: number;
  readonly redline: readonly ProseBlock[];
}

type RevisionOrigin = "submitted" | "revised" | "divided" | "subAmended";

export interface AmendmentSheet {
  readonly id: string;
  readonly number: number;
  /** Of a sub-amendment: which of its parent's, whose number it has. */
  readonly sub?: number;
  /** `27`, or `27 bis` once it was revised; `27-1` of a sub-amendment. */
  readonly label: string;
  readonly delegation: string;
  /** How its last revision came about, and when. */
  readonly origin: RevisionOrigin;
  readonly submittedAtMs: number;
  /** Of the submitted change set; its short form is shown. */
  readonly hash: string;
  readonly text: { readonly id: string; readonly title: string; readonly version: number };
  readonly place: TextPlace;
  /** The lines of the printed base that it changes, or after which it brings something; null: none that is numbered. */
  readonly lines: { readonly first: number; readonly last: number; readonly after: boolean } | null;
  /** Only the changed blocks and their neighbours, in order. */
  readonly redline: readonly ProseBlock[];
  /** Typed words, paragraphs parted by blank lines; null when none were given or they were erased. */
  readonly rationale: string | null;
  readonly rationaleErased: boolean;
  readonly divisible: boolean;
  readonly state: AmendmentState;
  /** What became of it in the text since: part of it already stands, or what it suppresses has changed. */
  readonly since?: "reduced" | "altered";
  /** Of a sub-amendment: what it amends, at which revision. */
  readonly parent?: AmendmentName;
  /** The sub-amendment whose adoption made the last revision. */
  readonly subAmendedBy?: AmendmentName;
  /** Its ballots, oldest first. */
  readonly ballots: readonly (Pick<BallotFacts, "id" | "number"> & { readonly annulled: boolean })[];
}

/** An amendment that waits, and what would become of it; null: it is not among those tried. */
export type WhatIfLine = AmendmentLine & {
  readonly fate:
    | { readonly fate: "enters" | "satisfied" }
    /** By the adoption of that amendment before it; null: by itself. */
    | { readonly fate: "falls"; readonly by: number | null }
    | null;
};

/** `/textes/:t/et-si`: the tabled text as it would read with the amendments that were chosen. */
export interface WhatIfView {
  readonly page: "what-if";
  readonly shell: Shell;
  readonly text: { readonly id: string; readonly title: string; readonly version: number };
  /** Those that can still be adopted, in the order of calls. */
  readonly lines: readonly WhatIfLine[];
  /** To how many the drafting group is favourable. */
  readonly favourable: number;
  /** How many can be tried at once, and how many more were asked for. */
  readonly most: number;
  readonly untried: number;
  /** From the text as it stands to what it would be: only the changed blocks and their neighbours. */
  readonly redline: readonly ProseBlock[];
}

/** Of a sub-amendment that is being composed: what it amends, and how that amends the text. */
export interface SubAmending {
  readonly amendment: AmendmentName;
  readonly revision: number;
  /** The text whose numbers the sheet bears: the one on which the parent was written. */
  readonly numbered: Json;
  readonly redline: readonly ProseBlock[];
}

/** `/textes/:t/amender`: a delegate edits the tabled text in place, on their own device. */
export interface AmendView {
  readonly page: "amend";
  readonly shell: Shell;
  readonly text: { readonly id: string; readonly title: string; readonly version: number };
  /**
   * The text at that version, as its JSON; of a revision, at the version on which the amendment was written; of a
   * sub-amendment, with its parent in it. Null when only `others` was asked for.
   */
  readonly document: Json;
  /** What is edited when an amendment is revised: the text as its last revision wants it. */
  readonly revising: Revising | null;
  /** Until when it may be submitted; null of a revision, which comes never too late. */
  readonly deadline: AmendingDeadline | null;
  /** In whose name the secretary may submit; empty for a delegate, who has a delegation. */
  readonly delegations: readonly { readonly id: string; readonly name: string }[];
  /** Asked for by `?autres=1`: what waits on this text, as it stands at this version. */
  readonly others: WaitingAmendments | null;
  readonly parent?: SubAmending;
}

interface Revising {
  readonly amendment: string;
  readonly number: number;
  /** What it is called, and what it will be called. */
  readonly label: string;
  readonly next: string;
  readonly delegation: string;
  readonly revision: number;
  readonly version: number;
  readonly amended: Json;
  readonly rationale: string;
  readonly divisible: boolean;
}

/** For a device that composes: what others ask for. At most `limits.othersCharacters`; `left` of them are not told. */
export interface WaitingAmendments {
  readonly list: readonly {
    readonly amendment: string;
    readonly number: number;
    readonly revision: number;
    readonly delegation: string;
    /** Of whoever asks: not to be co-signed. */
    readonly mine: boolean;
    /** What is signed by who co-signs it. */
    readonly hash: string;
    /** A change set, as `changeSetBody` writes it. */
    readonly changes: string;
  }[];
  readonly left: number;
}
