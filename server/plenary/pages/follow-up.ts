import type { ConsoleView, FollowUp, ResultView } from "../../../shared/views/index.ts";

/** What a declared result leaves to be put to the vote anew, filled in beforehand; null when it is settled. */
export function followUp({ ballot, lastResult }: Pick<ConsoleView, "ballot" | "lastResult">): FollowUp | null {
  const result = ballot.stage === "declared" ? ballot.result : ballot.stage === "none" ? lastResult : null;
  return result?.facts.subject.kind === "question" ? after(result) : null;
}

function after({ facts, result }: ResultView): FollowUp | null {
  const { question, asking, rule, secrecy } = facts;
  const again = { question, asking, options: facts.options, rule, secrecy };
  return result.outcome === "objections" ? { ...again, kind: "integrate" } : null;
}
