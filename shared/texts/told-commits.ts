import type { ServerMessage, WireCommit } from "../protocol.ts";
import { codeSteps, decodeSteps } from "./coded-steps.ts";

/** A commit as a page that writes reads it: one unit of history, its own steps and the id repairs that end it, as JSON. */
export interface ToldCommit {
  readonly version: number;
  readonly client: string;
  readonly sequence: number;
  readonly steps: readonly unknown[];
  readonly repairs: readonly unknown[];
}

type CommitsMessage = Extract<ServerMessage, { type: "commits" }>;

export const wireCommit = ({ client, sequence, steps, repairs }: Omit<ToldCommit, "version">): WireCommit =>
  repairs.length === 0
    ? [client, sequence, codeSteps(steps)]
    : [client, sequence, codeSteps(steps), codeSteps(repairs)];

export const toldCommits = ({ after, commits }: CommitsMessage): readonly ToldCommit[] =>
  commits.map(([client, sequence, steps, repairs = []], k) => ({
    version: after + k + 1,
    client,
    sequence,
    steps: decodeSteps(steps),
    repairs: decodeSteps(repairs),
  }));
