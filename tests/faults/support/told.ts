import type { Page } from "playwright-core";

/** All that the server told the people of a hall, on whichever page: what must be true for ever after. */
export interface Told {
  /** The act of each journal entry, by its number. */
  readonly entries: ReadonlyMap<number, string>;
  /** The hash of each commit, by text and version. */
  readonly commits: ReadonlyMap<string, string>;
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
      for (const { version, hash } of message.commits) keep(commits, `${message.text} ${version}`, hash);
    }
    if (message.type === "turnout") {
      turnouts.set(message.ballot, Math.max(turnouts.get(message.ballot) ?? 0, message.voted));
    }
  };
  return {
    entries,
    commits,
    turnouts,
    contradictions,
    cursor: () => Math.max(cursor, ...entries.keys()),
    listen(page) {
      page.on("websocket", (socket) => {
        socket.on("framereceived", ({ payload }) => hear(JSON.parse(String(payload)) as Heard));
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
      readonly commits: readonly { readonly version: number; readonly hash: string }[];
    }
  | { readonly type: "turnout"; readonly ballot: string; readonly voted: number };
