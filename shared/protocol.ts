import type { RefusalCode } from "./refusals.ts";

/** The socket of a page, `/r/:slug/direct`. Every frame is one JSON message. Votes go by POST only. */
export const protocolVersion = 1;

/** A commit as it is told: one unit of history, its own steps and the id repairs that end it. */
export interface WireCommit {
  readonly version: number;
  readonly client: string;
  readonly sequence: number;
  readonly steps: readonly unknown[];
  readonly repairs: readonly unknown[];
  readonly hash: string;
}

export type ClientMessage =
  | { readonly type: "hello"; readonly protocol: number; readonly epoch: string | null; readonly cursor: number }
  | { readonly type: "open"; readonly text: string; readonly version: number | null }
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
  | { readonly type: "commits"; readonly text: string; readonly commits: readonly WireCommit[] }
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
