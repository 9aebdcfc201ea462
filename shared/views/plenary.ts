import type { Asking, BallotResult, ConsentStep, Franchise, Rule, Secrecy } from "../ballots/index.ts";
import type { ItemKind, ItemState, ScreenChoice, Step } from "../plenary/index.ts";
import type { AmendmentLine, AmendmentSheet } from "./amendments.ts";
import type {
  AmendmentName,
  BlockItem,
  AnnulledView,
  BallotCard,
  BallotFacts,
  BallotStage,
  ResultView,
  StationLine,
} from "./ballots.ts";
import type { ProseBlock, TextPlace } from "./prose.ts";
import type { Shell } from "./shell.ts";
import type { Amending } from "./texts.ts";

export interface AgendaLine {
  readonly id: string;
  readonly title: string;
  readonly kind: ItemKind;
  /** Day counted from 1, the gathering's first. */
  readonly day: number;
  /** That day at its noon in UTC: the same day in every zone where people gather. */
  readonly dayMs: number;
  /** Minutes after midnight, of the gathering's zone; null: not said. */
  readonly startMinutes: number | null;
  readonly endMinutes: number | null;
  readonly note: string | null;
  readonly state: ItemState;
  /** A text that this item is about. */
  readonly text: { readonly id: string; readonly title: string } | null;
}

export interface AgendaDay {
  readonly day: number;
  readonly atMs: number;
  readonly items: readonly AgendaLine[];
}

/** `/programme` */
export interface AgendaView {
  readonly page: "agenda";
  readonly shell: Shell;
  /** In order; a day without items is left out. */
  readonly days: readonly AgendaDay[];
  readonly mayEdit: boolean;
  /** Texts that an item can be about; empty for who may not edit. */
  readonly texts: readonly { readonly id: string; readonly title: string }[];
}

/** `/`: what is happening in the hall, and the one thing I can do. */
export interface NowView {
  readonly page: "now";
  readonly shell: Shell;
  readonly moment: Moment;
  /** The item of the programme that is current. */
  readonly item: AgendaLine | null;
  /** The next item of the programme. */
  readonly next: AgendaLine | null;
  /**
   * Would this person's delegation vote in a ballot that opened now? `absent`: not checked in yet. Null: nobody is signed
   * in, or by a role without delegation only.
   */
  readonly standing: "votes" | "absent" | "observer" | "withdrawn" | null;
  /** While nothing is before the assembly: what this person has to do next to prepare or to begin. */
  readonly step: Step | null;
  /** Leads or keeps the console of a gathering that is not closed. */
  readonly console: boolean;
  /** The gathering's texts in a few words, so that a first visit finds them. */
  readonly texts: readonly TextLine[];
  /** What the assembly adopted as a whole, to sign until it is published; the last adopted first. */
  readonly declarations: readonly DeclarationLine[];
}

export interface DeclarationLine {
  readonly id: string;
  readonly title: string;
  readonly state: "adopted" | "published";
  /** May this person still sign it, or decline? */
  readonly maySign: boolean;
}

export interface TextLine {
  readonly id: string;
  readonly title: string;
  readonly state: "draft" | "tabled" | "adopted" | "rejected" | "published" | "withdrawn";
  /** May this person write in it now? */
  readonly mayWrite: boolean;
  readonly amending: Amending | null;
}

export type Moment =
  /** No item is current, or one without a text. */
  | { readonly kind: "idle" }
  /** A text is under discussion and no amendment is called. */
  | { readonly kind: "text"; readonly text: TextLine; readonly waiting: number }
  | { readonly kind: "discussion"; readonly amendment: CalledAmendment }
  /** Amendments called together. `asking`: the delegation that may have one of them taken out, one's own. */
  | { readonly kind: "block"; readonly items: readonly BlockItem[]; readonly asking: string | null }
  | { readonly kind: "ballot"; readonly card: BallotCard }
  /** The last ballot that was counted, until the chair goes on. Closed alone, it is counted and decides nothing yet. */
  | { readonly kind: "result"; readonly stage: Extract<BallotStage, { stage: "closed" | "declared" | "annulled" }> }
  | { readonly kind: "closed"; readonly ending: Ending };

export interface CalledAmendment {
  readonly id: string;
  readonly number: number;
  /** Of a sub-amendment: which of its parent's, whose number it has. */
  readonly sub?: number;
  readonly label: string;
  readonly delegation: string;
  /** Identical amendments called with it. */
  readonly identical: readonly AmendmentName[];
  readonly text: { readonly id: string; readonly title: string; readonly version: number };
  readonly place: TextPlace;
  readonly redline: readonly ProseBlock[];
  readonly hash: string;
  readonly sinceMs: number;
}

/** How the gathering ended. Neither published nor adopted: none was adopted, and that is said. */
export interface Ending {
  readonly declarations: readonly { readonly id: string; readonly title: string }[];
  /** Adopted, and never published. */
  readonly adopted: readonly { readonly id: string; readonly title: string }[];
  readonly rejected: readonly { readonly id: string; readonly title: string }[];
  /** Texts that were never put to the vote, or without a result. */
  readonly undecided: readonly { readonly id: string; readonly title: string }[];
  /** The short code of the journal's head. */
  readonly journalCode: string;
  readonly closedAtMs: number;
}

/** `/tribune`: the chair's console. The secretary reads it; `may` says which acts have a button. */
export interface ConsoleView {
  readonly page: "console";
  readonly shell: Shell;
  /** The gathering is over: nobody has an act any more. */
  readonly closed: boolean;
  readonly days: readonly AgendaDay[];
  /** The day of the current item, or of the first to come; null without a programme. */
  readonly today: number | null;
  readonly text: ConsoleText | null;
  readonly callOrder: readonly AmendmentLine[];
  /** Whether that order is the chair's own. */
  readonly ordered: boolean;
  /** Ids of those that can be proposed en bloc: the drafting group is favourable, and they leave all others alone. */
  readonly favourable: readonly string[];
  readonly subject: ConsoleSubject;
  readonly ballot: ConsoleBallot;
  /** How the ballot before ended, while the next one could be opened. */
  readonly lastResult: ResultView | null;
  /** The last ballot, when it was annulled and nothing else came before the assembly since, nor is prepared. */
  readonly lastAnnulled: AnnulledView | null;
  /** The ballot that the last result leaves to be put, where it does. */
  readonly next: FollowUp | null;
  readonly screen: ScreenChoice;
  /** Acts of this person that their state allows at this moment: `agenda.start`, `ballot.open`, … */
  readonly may: readonly ConsoleAct[];
  /** All texts of the gathering, the one under discussion too, each with what may be done with it now. */
  readonly texts: readonly ConsoleText[];
}

/**
 * A ballot to be prepared after another, filled in beforehand. `integrate`: objections stand against what was asked; `tie`:
 * between the options still in the race, and in `stv` for the seats left.
 */
export interface FollowUp {
  readonly kind: "integrate" | "tie";
  readonly question: string;
  readonly asking: Asking;
  readonly options: readonly string[];
  readonly rule: Rule;
  readonly secrecy: Secrecy;
}

export type ConsoleAct =
  | "agenda.start"
  | "agenda.end"
  | "agenda.reserve"
  | "amendment.call"
  | "amendment.callTogether"
  | "amendment.divide"
  | "amendment.reorder"
  | "amendment.reserve"
  | "amendment.notMoved"
  | "ballot.prepare"
  /** Preparing a question of its own, whatever is before the assembly. */
  | "ballot.ask"
  | "ballot.open"
  | "ballot.lastCall"
  /** Concluding what the chair sees, or counting it instead. */
  | "ballot.seeEvident"
  | "ballot.step"
  | "ballot.close"
  | "ballot.conclude"
  | "ballot.closeAndConclude"
  | "ballot.cancel"
  | "ballot.annul"
  /** Putting an annulled ballot to the vote again. */
  | "ballot.again"
  | "screen.show"
  | "text.table"
  | "text.untable"
  | "text.withdraw"
  | "declaration.publish"
  | "gathering.close";

export interface ConsoleText extends TextLine {
  readonly version: number;
  readonly hash: string;
  /** Amendments that are submitted or called: the final ballot opens at 0. */
  readonly alive: number;
  /** The workshop marked it as handed over. */
  readonly handedOver: boolean;
  readonly may: readonly ("text.table" | "text.untable" | "text.withdraw" | "declaration.publish")[];
}

export type ConsoleSubject =
  | { readonly kind: "none" }
  | {
      readonly kind: "amendment";
      readonly sheet: AmendmentSheet;
      readonly identical: readonly AmendmentName[];
      readonly effects: readonly ConsoleEffect[];
      readonly sinceMs: number;
    }
  /** Called together, to be put to the vote en bloc. */
  | { readonly kind: "block"; readonly items: readonly BlockItem[]; readonly sinceMs: number }
  | { readonly kind: "whole"; readonly text: ConsoleText };

export interface ConsoleEffect {
  readonly kind: "falls" | "satisfied" | "altered";
  readonly amendment: AmendmentName;
}

/** The ballot of the current item, if any. */
export type ConsoleBallot =
  /** None: what would be put to the vote is set here before preparing. */
  | { readonly stage: "none"; readonly enrolled: number; readonly present: number; readonly rule: Rule }
  | {
      readonly stage: "prepared";
      readonly id: string;
      readonly number: number;
      readonly question: string;
      readonly asking: Asking;
      /** In words; empty when the method has none. */
      readonly options: readonly string[];
      readonly rule: Rule;
      readonly franchise: Franchise;
      readonly secrecy: Secrecy;
      readonly enrolled: number;
      readonly present: number;
    }
  | {
      readonly stage: "open";
      readonly facts: BallotFacts;
      readonly turnout: { readonly voted: number; readonly present: number };
      readonly lastCall: boolean;
      readonly step: ConsentStep | null;
      /** Where hands and papers are counted; while one is not agreed, the ballot cannot be closed. */
      readonly stations: readonly StationLine[];
    }
  /** Closed and not concluded: the count stands. `conflict`: why the adoption does not apply, when it does not. */
  | {
      readonly stage: "closed";
      readonly facts: BallotFacts;
      readonly result: BallotResult;
      readonly conflict: string | null;
    }
  | { readonly stage: "declared"; readonly result: ResultView };

/** `/ecran`: the hall's screen. Nothing private, no name of a person, no tendency. */
export interface ScreenView {
  readonly page: "screen";
  readonly shell: Shell;
  readonly scene: Scene;
  /** Full address to join, as printed, and its QR. */
  readonly join: { readonly url: string };
}

export type Scene =
  | { readonly kind: "join"; readonly next: AgendaLine | null }
  | { readonly kind: "item"; readonly item: AgendaLine }
  | {
      readonly kind: "text";
      readonly text: { readonly id: string; readonly title: string; readonly version: number; readonly hash: string };
      readonly waiting: number;
    }
  | { readonly kind: "amendment"; readonly amendment: CalledAmendment }
  | { readonly kind: "block"; readonly items: readonly BlockItem[] }
  | {
      readonly kind: "ballot";
      readonly facts: BallotFacts;
      readonly turnout: { readonly voted: number; readonly present: number };
      readonly lastCall: boolean;
      readonly step: ConsentStep | null;
    }
  | {
      readonly kind: "result";
      readonly stage: Exclude<BallotStage, { stage: "open" }>;
      /** The declaration that came of it, once it is published; its full address, as printed. */
      readonly published: { readonly title: string; readonly url: string } | null;
    }
  | { readonly kind: "closed"; readonly ending: Ending };
