import type { ProseBlock, ProseRun } from "./prose.ts";
import type { TextLine } from "./plenary.ts";
import type { Shell } from "./shell.ts";

/** Whose words: a workshop's, a delegation's, or an amendment's by the ballot that decided it. Never a person's. */
export type HandView =
  | { readonly kind: "workshop" }
  | { readonly kind: "delegation"; readonly name: string }
  | {
      readonly kind: "amendment";
      readonly number: number;
      readonly label: string;
      readonly delegation: string;
      /** The number under which the ballot was opened. */
      readonly ballot: number | null;
    };

export interface HistoryText {
  readonly id: string;
  readonly title: string;
  readonly state: TextLine["state"];
  readonly version: number;
}

/** `/textes/:t/qui`: who wrote what, of the text as it stands. */
export interface WhoView {
  readonly page: "who";
  readonly shell: Shell;
  readonly text: HistoryText;
  /** Of whom words stand in the text, most first: `mark` counts from 1. */
  readonly hands: readonly {
    readonly mark: number;
    readonly by: HandView;
    /** Letters of the text's body that are theirs. */
    readonly letters: number;
  }[];
  /** Letters of the text's body. */
  readonly letters: number;
  /** The one whose words alone are marked; null: all. */
  readonly only: number | null;
  readonly blocks: readonly WhoBlock[];
}

export interface WhoBlock {
  /** Its runs stand in `spans`. */
  readonly block: ProseBlock;
  readonly spans: readonly { readonly mark: number; readonly runs: readonly ProseRun[] }[];
}

/** A version of a text by what is said of it. */
export interface VersionName {
  readonly version: number;
  /** Whole minutes; null of the empty text. */
  readonly atMs: number | null;
  readonly name: string | null;
  readonly restores: number | null;
}

/** `/textes/:t/histoire`: the moments of a text, the newest first. */
export interface HistoryView {
  readonly page: "history";
  readonly shell: Shell;
  readonly text: HistoryText;
  readonly moments: readonly {
    readonly from: number;
    readonly to: number;
    readonly fromMs: number;
    readonly toMs: number;
    readonly hands: readonly { readonly by: HandView; readonly came: number; readonly went: number }[];
    /** Versions of this moment of which something is said. */
    readonly milestones: readonly VersionName[];
  }[];
  /** What can be compared: the empty text, what is named, and where each moment ended; oldest first. */
  readonly versions: readonly VersionName[];
}

/** `/textes/:t/histoire/:version`: the text as it stood. */
export interface VersionView {
  readonly page: "version";
  readonly shell: Shell;
  readonly text: HistoryText;
  readonly version: VersionName;
  readonly by: HandView;
  readonly title: string;
  readonly blocks: readonly ProseBlock[];
  /** Where the moment before ended, and this one or the next does; null: there is none. */
  readonly before: number | null;
  readonly after: number | null;
  /** Where one stops on the way through the whole history, oldest first; this version is one of them. */
  readonly stops: readonly VersionName[];
  readonly may: { readonly name: boolean; readonly restore: boolean };
}

/** `/textes/:t/comparer?de=3&a=9`: what changed between two versions. */
export interface CompareView {
  readonly page: "compare";
  readonly shell: Shell;
  readonly text: HistoryText;
  readonly from: VersionName;
  readonly to: VersionName;
  /** Unchanged blocks are shown too. */
  readonly whole: boolean;
  readonly redline: readonly ProseBlock[];
}
