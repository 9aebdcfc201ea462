import type { ClientMessage, ServerMessage } from "../../../shared/protocol.ts";
import type { Result } from "../../../shared/refusals.ts";
import {
  acceptPush,
  decodeSteps,
  emptyHistory,
  extendHistory,
  historyFrom,
  parseSteps,
  stepsJson,
  wireCommit,
  type KnownCommit,
  type Outcome,
  type Push,
  type TextHistory,
  type TextNode,
  type ToldCommit,
} from "../../../shared/texts/index.ts";
import type { HeldLine } from "./held-line.ts";

/** The rules that a mutant breaks, one at a time. */
export interface Rules {
  accept(history: TextHistory, push: Push): Result<Outcome>;
  /** What is told of a commit; several when the mutant tells it in parts. */
  tell(commit: KnownCommit): readonly ToldCommit[];
  /** Commits that come by themselves after one. */
  after(history: TextHistory): KnownCommit | null;
  readonly remembersOutcomes: boolean;
}

export const goodRules: Rules = {
  accept: (history, push) => acceptPush(history, push, { author: push.client }, 0),
  tell: (commit) => [toldCommit(commit)],
  after: () => null,
  remembersOutcomes: true,
};

type PushMessage = Extract<ClientMessage, { type: "push" }>;

/** The authority of one text without storage: pushes wait for the end of the turn, as they wait for the disk. */
export class MemoryAuthority {
  history: TextHistory;
  readonly versions: TextNode[];
  readonly commits: ToldCommit[] = [];
  private readonly rules: Rules;
  private readonly outcomes = new Map<string, "commit" | "dropped">();
  private readonly lines = new Set<HeldLine>();
  private pending: { line: HeldLine; push: PushMessage }[] = [];

  constructor(rules: Rules = goodRules, doc: TextNode = emptyHistory("t").doc) {
    this.rules = rules;
    this.history = historyFrom("t", 0, emptyHistory("t").head, doc);
    this.versions = [doc];
  }

  receive(line: HeldLine, message: ClientMessage): void {
    if (message.type === "push") this.pending.push({ line, push: message });
    if (message.type === "leave") this.lines.delete(line);
    if (message.type !== "open") return;
    this.lines.add(line);
    const { version, head, doc } = this.history;
    const answer =
      message.version === null
        ? { type: "snapshot", text: "t", version, head, doc: doc.toJSON() }
        : commitsMessage(message.version, this.commits.slice(message.version));
    line.serverSends(JSON.stringify(answer));
  }

  /** Decides all that waits, then tells it in one frame; answers to one client follow. */
  endTurn(): void {
    const told: ToldCommit[] = [];
    const dropped: (() => void)[] = [];
    for (const { line, push } of this.pending) {
      const { client, sequence } = push;
      const name = `${client} ${sequence}`;
      const drop = (): void =>
        line.serverSends(
          JSON.stringify({ type: "dropped", text: "t", client, sequence, version: this.history.version }),
        );
      const known = this.rules.remembersOutcomes ? this.outcomes.get(name) : undefined;
      if (known === "dropped") dropped.push(drop);
      if (known) continue;
      const steps = parseSteps(decodeSteps(push.steps));
      const outcome = steps.ok ? this.rules.accept(this.history, { ...push, steps: steps.value }) : steps;
      if (!outcome.ok) throw new Error(`Refused ${outcome.code}: ${JSON.stringify(push)}`);
      this.outcomes.set(name, outcome.value.kind);
      if (outcome.value.kind === "dropped") dropped.push(drop);
      else told.push(...this.write(outcome.value.commit));
    }
    this.pending = [];
    const frame = JSON.stringify(commitsMessage(this.history.version - told.length, told));
    if (told.length > 0) for (const line of this.lines) line.serverSends(frame);
    for (const tell of dropped) tell();
  }

  private write(commit: KnownCommit): readonly ToldCommit[] {
    this.history = extendHistory(this.history, commit, Number.POSITIVE_INFINITY);
    this.versions.push(commit.doc);
    const told = [...this.rules.tell(commit)];
    const next = this.rules.after(this.history);
    if (next) {
      this.history = extendHistory(this.history, next, Number.POSITIVE_INFINITY);
      this.versions.push(next.doc);
      told.push(...this.rules.tell(next));
    }
    this.commits.push(...told);
    return told;
  }
}

/** Those that are versions `after` + 1, + 2… */
const commitsMessage = (after: number, told: readonly ToldCommit[]): Extract<ServerMessage, { type: "commits" }> => ({
  type: "commits",
  text: "t",
  after,
  head: "",
  commits: told.map(wireCommit),
});

export const toldCommit = ({ push, own, repairs, sealed }: KnownCommit): ToldCommit => ({
  version: sealed.version,
  client: push.client,
  sequence: push.sequence,
  steps: stepsJson(own),
  repairs: stepsJson(repairs),
});
