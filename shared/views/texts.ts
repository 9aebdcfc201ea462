import type { TextLine } from "./plenary.ts";
import type { ProseBlock } from "./prose.ts";
import type { Shell } from "./shell.ts";

/**
 * Whether this person may propose an amendment to a text now: then there is a link; or could, were there not an open
 * ballot on the whole of it: then that is said. Null: neither.
 */
export type Amending = "open" | "voting";

/** `/textes`: in the order of creation; drafts that one may not read are left out. */
export interface TextsView {
  readonly page: "texts";
  readonly shell: Shell;
  readonly texts: readonly TextLine[];
  /** For whoever may open a text: the request key of the form. */
  readonly create: { readonly requestKey: string } | null;
}

/** `/textes/:t`: the text as it stands, whole without scripts; with them it follows each commit. */
export interface TextView {
  readonly page: "text";
  readonly shell: Shell;
  readonly text: TextFactsView;
  /** Without the title. */
  readonly blocks: readonly ProseBlock[];
  /** What this person may do with it now. */
  readonly may: {
    readonly write: boolean;
    readonly table: boolean;
    readonly untable: boolean;
    readonly withdraw: boolean;
    /** May enter the writing code of the workshop. */
    readonly join: boolean;
  };
  readonly amending: Amending | null;
  /** Until when amendments to it may be submitted, as a day and a time are said; `past`: since when no longer. */
  readonly deadline: { readonly when: string; readonly past: boolean } | null;
  /** For those who set up the workshop: what drafters type to write here. */
  readonly writingCode: string | null;
}

export interface TextFactsView {
  readonly id: string;
  readonly title: string;
  readonly state: TextLine["state"];
  readonly handedOver: boolean;
  readonly version: number;
  /** Of the words at this version, ids included. */
  readonly hash: string;
}

/** `/textes/:t/ecrire`: the sheet itself comes over the socket. */
export interface WriteView {
  readonly page: "write";
  readonly shell: Shell;
  readonly text: TextFactsView;
  readonly blocks: readonly ProseBlock[];
  readonly writingCode: string;
}
