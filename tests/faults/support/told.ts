import type { Page } from "playwright-core";

import { messageIn } from "../../support/message-in.ts";

/** All that the server told the people of a hall, on whichever page: what must be true for ever after. */
export interface Told {
  /** The act of each journal entry, by its number. */
  readonly entries: ReadonlyMap<number, string>;
  /** The hash of the last commit of each frame to a writer, by text and version. */
  readonly commits: ReadonlyMap<string, string>;
  /** The last version of each text of which anybody was told. */
  readonly versions: ReadonlyMap<string, number>;
  /** How many delegations had voted, by ballot. */
  readonly turnouts: ReadonlyMap<string, number>;
  /** How far the journal went. */
  readonly cursor: () => number;
  /** Things that were told twice and not alike. */
  readonly contradictions: readonly string[];
  listen(page: Page): void;
}

export function makeTold(): Told {
  const entries = new Map<number, string>();
  const commits = new Map<string, string>();
  const versions = new Map<string, number>();
  const turnouts = new Map<string, number>();
  const contradictions: string[] = [];
  let cursor = 0;
  const keep = <K>(map: Map<K, string>, key: K, value: string): void => {
    const before = map.get(key);
    if (before !== undefined && before !== value) contradictions.push(`${String(key)}: ${before}, then ${value}`);
    map.set(key, value);
  };
  const hear = (message: Heard): void => {
    if (message.type === "welcome") cursor = Math.max(cursor, message.cursor);
    if (message.type === "entries") for (const { sequence, act } of message.entries) keep(entries, sequence, act);
    if (message.type === "commits") {
      const version = message.after + message.commits.length;
      keep(commits, `${message.text} ${version}`, message.head);
      versions.set(message.text, Math.max(versions.get(message.text) ?? 0, version));
    }
    if (message.type === "steps") {
      versions.set(message.text, Math.max(versions.get(message.text) ?? 0, message.version));
    }
    if (message.type === "turnout") {
      turnouts.set(message.ballot, Math.max(turnouts.get(message.ballot) ?? 0, message.voted));
    }
  };
  return {
    entries,
    commits,
    versions,
    turnouts,
    contradictions,
    cursor: () => Math.max(cursor, ...entries.keys()),
    listen(page) {
      page.on("websocket", (socket) => {
        socket.on("framereceived", ({ payload }) => hear(JSON.parse(messageIn(payload)) as Heard));
      });
    },
  };
}

/** What a page's socket says, as `docs/protocol.md` has it. */
type Heard =
  | { readonly type: "welcome"; readonly cursor: number }
  | { readonly type: "entries"; readonly entries: readonly { readonly sequence: number; readonly act: string }[] }
  | {
      readonly type: "commits";
      readonly text: string;
      readonly after: number;
      readonly head: string;
      readonly commits: readonly unknown[];
    }
  | { readonly type: "steps"; readonly text: string; readonly version: number }
  | { readonly type: "turnout"; readonly ballot: string; readonly voted: number };
