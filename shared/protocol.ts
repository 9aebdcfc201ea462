import type { RefusalCode } from "./refusals.ts";

/** The socket of a page, `/r/:slug/direct` (docs/protocol.md). Every message is one JSON object. Votes go by POST only. */
export const protocolVersion = 2;

/** A commit as whoever writes is told it: whose push it was, its own steps and, when there are any, the id repairs that end it. */
export type WireCommit = readonly [
  client: string,
  sequence: number,
  steps: readonly unknown[],
  repairs?: readonly unknown[],
];

/** Steps are coded (shared/texts, `CodedStep`) in `push`, `commits` and `steps`. */
export type ClientMessage =
  | {
      readonly type: "hello";
      readonly protocol: number;
      readonly epoch: string | null;
      readonly cursor: number;
      /** The page can inflate: long messages may come deflated (RFC 1951), as binary frames. */
      readonly inflates?: boolean;
    }
  | { readonly type: "open"; readonly text: string; readonly version: number | null; readonly writes: boolean }
  | { readonly type: "leave"; readonly text: string }
  | {
      readonly type: "push";
      readonly text: string;
      readonly base: number;
      readonly client: string;
      readonly sequence: number;
      readonly steps: readonly unknown[];
    };

export type ServerMessage =
  | { readonly type: "welcome"; readonly epoch: string; readonly cursor: number }
  | {
      readonly type: "snapshot";
      readonly text: string;
      readonly version: number;
      readonly head: string;
      readonly doc: unknown;
    }
  /** To whoever writes: each commit as a unit. They are the versions `after` + 1, + 2…; `head` is the hash of the last. */
  | {
      readonly type: "commits";
      readonly text: string;
      readonly after: number;
      readonly head: string;
      readonly commits: readonly WireCommit[];
    }
  /** To whoever reads: all that leads from the version `after` to `version`. */
  | {
      readonly type: "steps";
      readonly text: string;
      readonly after: number;
      readonly version: number;
      readonly steps: readonly unknown[];
    }
  | {
      readonly type: "dropped";
      readonly text: string;
      readonly client: string;
      readonly sequence: number;
      readonly version: number;
    }
  | { readonly type: "entries"; readonly from: number; readonly entries: readonly { sequence: number; act: string }[] }
  | { readonly type: "turnout"; readonly ballot: string; readonly voted: number; readonly present: number }
  | { readonly type: "discussion"; readonly amendment: string }
  | { readonly type: "refused"; readonly code: RefusalCode; readonly about: RefusedAbout }
  | { readonly type: "reload"; readonly epoch: string };

export type RefusedAbout = { readonly text?: string; readonly client?: string; readonly sequence?: number };
