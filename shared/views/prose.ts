import type { RedlineMove, Form } from "../amendments/index.ts";

/**
 * A text as pages show it: blocks in reading order, each with its runs of words. The same shape serves the reader, the
 * declaration and a redline; without changes every `change` is null. Numbers are given, never counted by a page.
 */
export type ProseBlock =
  | {
      readonly kind: "title" | "heading";
      readonly id: string;
      readonly change: BlockChange;
      readonly moved?: RedlineMove;
      readonly runs: readonly ProseRun[];
    }
  | {
      readonly kind: "article";
      readonly id: string;
      /** The article's own number; null in a new one, which has none before its adoption. */
      readonly number: number | null;
      readonly change: BlockChange;
      readonly moved?: RedlineMove;
      /** The words of the article's title. */
      readonly runs: readonly ProseRun[];
    }
  | {
      readonly kind: "paragraph" | "item" | "quote";
      readonly id: string;
      /** The paragraph's number in the one sequence of the text; null in a new one. */
      readonly number: number | null;
      /** How deep in lists or quotes: 0 at the margin. */
      readonly depth: number;
      /** An item's place in its ordered list, from 1; null when the list is not ordered or this is no item. */
      readonly ordinal: number | null;
      readonly preamble: boolean;
      readonly change: BlockChange;
      readonly moved?: RedlineMove;
      readonly runs: readonly ProseRun[];
    };

/**
 * What an amendment does to the whole block. `departed`, `arrived`: where a block that is moved stood, and where it goes;
 * `moved` says so in words at its beginning. `context`: an untouched neighbour, shown so that one finds the place.
 */
export type BlockChange = null | "changed" | "new" | "deleted" | "departed" | "arrived" | "context";

export interface ProseRun {
  /** May hold `\n`: a line break. */
  readonly text: string;
  readonly strong: boolean;
  readonly em: boolean;
  /** Allowed links only: they are checked where they enter. */
  readonly href: string | null;
  /**
   * `formatted`: the same words in another form. `split`: the paragraph ends here; `joined`: it goes on here, where it
   * ended; neither has words.
   */
  readonly change: null | "inserted" | "deleted" | "formatted" | "split" | "joined";
  /** On what is formatted: how, each to be said in words. */
  readonly forms?: readonly (Form | "ordered" | "bulleted")[];
}

/** Where in a text, by the labels frozen with its base snapshot; null: not in an article, or not at one paragraph. */
export interface TextPlace {
  readonly article: number | null;
  readonly paragraph: number | null;
  /** True when something comes after that paragraph rather than changing it. */
  readonly after: boolean;
}
