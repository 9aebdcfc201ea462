import { adoptionCommit, canonicalise, rebase, relation, type ChangeSet } from "../../../shared/amendments/index.ts";
import { accepted } from "./laws.ts";
import { readAloud, sheet } from "./sheet.ts";

/** A case of the assembly: two delegations amend one text, the first is adopted; what becomes of the second, and of the text. */
export interface Case {
  readonly title: string;
  readonly base: string;
  readonly first: string;
  readonly second: string;
  readonly relation: "identical" | "independent" | "sameGap" | "conflict";
  /** Of the second once the first is adopted; `reduced`: live, part of it already stands. */
  readonly becomes: "live" | "reduced" | "altered" | "satisfied" | "fallen";
  /** What is read when the second is adopted too; the title left out. */
  readonly reads?: string;
}

type Answer = Pick<Case, "relation" | "becomes" | "reads">;

/** What the model answers, to be held against what the case says; the words are read only where the case says them. */
export function answerTo(one: Case): Answer {
  const base = sheet(one.base);
  const first = accepted(canonicalise(base, sheet(one.first)));
  const second = accepted(canonicalise(base, sheet(one.second)));
  const adopted = accepted(adoptionCommit(base, first, 1)).doc;
  const rebased = rebase(second, base, adopted);
  const answer: Answer = {
    relation: relation(first, second, base),
    becomes: rebased.reduced ? "reduced" : rebased.state,
  };
  if (one.reads === undefined) return answer;
  const both = accepted(adoptionCommit(adopted, rebased.changes, 2)).doc;
  return { ...answer, reads: readAloud(both).split("\n").slice(1).join("\n") };
}

export function rightAnswer(one: Case): Answer {
  const { becomes, reads } = one;
  const answer = { relation: one.relation, becomes };
  return reads === undefined ? answer : { ...answer, reads: reads.trim().replace(/\n\s+/gu, "\n") };
}

/** The changes in a few words each. */
export const tell = (changes: ChangeSet): readonly string[] =>
  changes.map((change) => {
    switch (change.kind) {
      case "text": {
        const breaks = change.inserted.filter((piece) => "break" in piece).map(() => "¶");
        return `text ${change.block} ${change.from}-${change.to}${breaks.length > 0 ? ` ${breaks.join("")}` : ""}`;
      }
      case "join":
        return `join ${change.block} into ${change.into}`;
      case "insert":
        return `insert after ${change.after}`;
      case "move":
        return `move ${change.block} into ${change.parent}${change.after === null ? "" : ` after ${change.after}`}`;
      case "delete":
        return `delete ${change.subtree.join(" ")}`;
      default:
        return `${change.kind} ${change.block}`;
    }
  });
