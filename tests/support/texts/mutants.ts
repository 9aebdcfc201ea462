import { collab, receiveTransaction, sendableSteps } from "prosemirror-collab";
import { Node } from "prosemirror-model";
import { EditorState, type Transaction } from "prosemirror-state";
import { Mapping, Step } from "prosemirror-transform";

import { CollabSession, giveIds, type OfferedWords, type SessionPage } from "../../../client/texts/index.ts";
import { ok, refuse } from "../../../shared/refusals.ts";
import {
  afterSteps,
  commitAtHead,
  floorVersion,
  rebaseOver,
  repairedIds,
  repairIds,
  stepsJson,
  textSchema,
  toldCommits,
  type Confirmed,
  type KnownCommit,
  type Outcome,
  type Push,
  type TextHistory,
} from "../../../shared/texts/index.ts";
import type { Result } from "../../../shared/refusals.ts";
import type { DeskClient } from "./desk.ts";
import { goodRules, toldCommit } from "./memory-authority.ts";
import type { Room } from "./room.ts";

/** Wrong rules, each one of which looks right: the random runs must tell them from the good ones. */
export const mutants: Readonly<Record<string, Room>> = {
  "several commits folded into one rebase": { rules: { ...goodRules, accept: acceptFolded } },
  "rebase without mirrors": { rules: { ...goodRules, accept: acceptBy(rebaseWithoutMirrors) } },
  "pushes pipelined": { makeClient: (page) => new PipeliningClient(page) },
  "ids repaired under the pusher's name": { rules: { ...goodRules, tell: tellRepairsAsOwn } },
  "ids repaired by a commit of its own": {
    rules: { ...goodRules, accept: acceptWithoutRepair, after: repairAfterwards },
  },
  "ids not repaired": { rules: { ...goodRules, accept: acceptWithoutRepair } },
  "an acknowledgement lost with the line, and the push taken again": {
    rules: { ...goodRules, remembersOutcomes: false },
  },
  "an acknowledgement not recognised": { makeClient: (page) => new ForgetfulClient(page) },
};

/** Pushes with the whole of what came since mapped at once. */
function acceptFolded(history: TextHistory, push: Push): Result<Outcome> {
  const since = history.recent.slice(push.base - floorVersion(history));
  const folded = { steps: since.flatMap((commit) => commit.steps), doc: history.doc };
  return atHead(history, push, since.length === 0 ? push.steps : rebaseOver(push.steps, folded));
}

function acceptBy(rebase: (steps: readonly Step[], commit: Confirmed) => readonly Step[]) {
  return (history: TextHistory, push: Push): Result<Outcome> => {
    const since = history.recent.slice(push.base - floorVersion(history));
    return atHead(history, push, since.reduce(rebase, push.steps));
  };
}

function rebaseWithoutMirrors(steps: readonly Step[], commit: Confirmed): readonly Step[] {
  const mapping = new Mapping([...steps].reverse().map((step) => step.getMap().invert()));
  for (const step of commit.steps) mapping.appendMap(step.getMap());
  const kept: Step[] = [];
  for (const [i, step] of steps.entries()) {
    const mapped = step.map(mapping.slice(steps.length - i));
    const doc = mapped && afterSteps([...kept, mapped], commit.doc);
    if (!mapped || !doc) continue;
    mapping.appendMap(mapped.getMap());
    kept.push(mapped);
  }
  return kept;
}

function atHead(history: TextHistory, push: Push, steps: readonly Step[]): Result<Outcome> {
  if (steps.length === 0) return ok({ kind: "dropped" });
  const commit = commitAtHead(history, steps, push, { author: push.client }, 0);
  return commit ? ok({ kind: "commit", commit }) : refuse("bad-step");
}

function tellRepairsAsOwn(commit: KnownCommit) {
  return [{ ...toldCommit(commit), steps: stepsJson([...commit.own, ...commit.repairs]), repairs: [] }];
}

function acceptWithoutRepair(history: TextHistory, push: Push): Result<Outcome> {
  const accepted = goodRules.accept(history, push);
  if (!accepted.ok || accepted.value.kind === "dropped") return accepted;
  const { commit } = accepted.value;
  const doc = afterSteps(commit.own, history.doc) ?? history.doc;
  return ok({ kind: "commit", commit: { ...commit, repairs: [], steps: commit.own, doc } });
}

function repairAfterwards(history: TextHistory): KnownCommit | null {
  const repairs = repairIds(history.doc, new Mapping(), history.doc, repairedIds(history.version + 1));
  return commitAtHead(history, repairs, { client: "authority", sequence: history.version }, { author: "authority" }, 0);
}

/** Sends what it has as soon as it has it, without waiting for the answer to what it sent before. */
class PipeliningClient implements DeskClient {
  editor: EditorState | null = null;
  readonly offered: readonly OfferedWords[] = [];
  private readonly page: SessionPage;
  private readonly client: string;
  private version = 0;
  private sequence = 0;
  private sent = 0;

  constructor(page: SessionPage) {
    this.page = page;
    this.client = page.newClientId();
  }

  socketOpened(): void {
    this.page.send({ type: "open", text: "t", version: this.editor ? this.version : null, writes: true });
  }

  socketClosed(): void {
    this.sent = 0;
  }

  type(transaction: Transaction): void {
    if (!this.editor) return;
    this.editor = this.editor.applyTransaction(transaction).state;
    const waiting = sendableSteps(this.editor)?.steps ?? [];
    const steps = stepsJson(waiting.slice(this.sent));
    if (steps.length === 0) return;
    this.page.send({
      type: "push",
      text: "t",
      base: this.version,
      client: this.client,
      sequence: ++this.sequence,
      steps,
    });
    this.sent = waiting.length;
  }

  receive(message: Parameters<CollabSession["receive"]>[0]): void {
    if (message.type === "snapshot") {
      const plugins = [giveIds(() => this.page.newBlockId()), collab({ clientID: this.client })];
      this.editor = EditorState.create({ doc: Node.fromJSON(textSchema, message.doc), plugins });
      this.version = message.version;
    }
    if (message.type !== "commits") return;
    for (const commit of toldCommits(message)) {
      if (!this.editor || commit.version <= this.version) continue;
      const steps = [...commit.steps, ...commit.repairs].map((json) => Step.fromJSON(textSchema, json));
      const own = commit.client === this.client ? commit.steps.length : 0;
      const names = steps.map((_, i) => (i < own ? this.client : "authority"));
      this.editor = this.editor.applyTransaction(receiveTransaction(this.editor, steps, names)).state;
      this.version = commit.version;
      this.sent -= own;
    }
  }
}

/** Takes every commit for somebody else's. */
class ForgetfulClient extends CollabSession {
  override receive(message: Parameters<CollabSession["receive"]>[0]): void {
    if (message.type !== "commits") return super.receive(message);
    super.receive({ ...message, commits: message.commits.map(([, ...rest]) => ["", ...rest] as const) });
  }
}
