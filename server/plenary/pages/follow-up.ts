import { tieLeft } from "../../../shared/ballots/index.ts";
import type { Translate } from "../../../shared/i18n/index.ts";
import { limits } from "../../../shared/limits.ts";
import type { ConsoleView, FollowUp, ResultView } from "../../../shared/views/index.ts";

type Before = Pick<ConsoleView, "ballot" | "lastResult">;

/** What a declared result leaves to be put to the vote anew, filled in beforehand; null when it is settled. */
export function followUp({ ballot, lastResult }: Before, t: Translate): FollowUp | null {
  const result = ballot.stage === "declared" ? ballot.result : ballot.stage === "none" ? lastResult : null;
  return result?.facts.subject.kind === "question" ? after(result, t) : null;
}

function after({ facts, result }: ResultView, t: Translate): FollowUp | null {
  const { question, asking, rule, secrecy, options } = facts;
  const again = { question, asking, options, rule, secrecy };
  if (result.outcome === "objections") return { ...again, kind: "integrate" };
  const tied = "answer" in result ? tieLeft(asking, result) : null;
  // Without its words an option cannot be put again.
  if (tied === null || options.length === 0) return null;
  const words = tied.options.flatMap((option) => options[Number(option) - 1] ?? []);
  // Anybody who reads the next ballot reads which one it settles.
  const asked = t("console.after-tie", { question, number: facts.number });
  const fits = asked.length <= limits.questionCharacters ? asked : question;
  return { ...again, kind: "tie", question: fits, asking: tied.asking, options: words };
}
