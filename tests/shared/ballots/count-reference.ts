import type { Roll, Vote } from "../../../shared/ballots/index.ts";

/**
 * The same counting as `shared/ballots/count.ts`, written slowly from docs/record-format.md alone: it walks the votes
 * for every line of the roll, reads the rule's words, and compares fractions of big integers.
 */
export function slowOutcome(rule: string, roll: Roll, votes: readonly Vote[]): string {
  const numbers: Record<string, bigint> = {
    for: 0n,
    against: 0n,
    abstention: 0n,
    notTakingPart: 0n,
    enrolled: 0n,
    present: 0n,
  };
  const add = (name: string, weight: number): void => {
    numbers[name] = (numbers[name] ?? 0n) + BigInt(weight);
  };
  for (const line of roll) {
    add("enrolled", line.weight);
    if (line.presence !== "present") continue;
    add("present", line.weight);
    let last: Vote | undefined;
    for (const vote of votes) if (vote.voter === line.voter && (!last || vote.order > last.order)) last = vote;
    if (last) add(last.choice, line.weight);
  }
  const number = (name: string): bigint => numbers[name] ?? 0n;
  numbers["expressed"] = number("for") + number("against");
  numbers["cast"] = number("expressed") + number("abstention");
  numbers["voted"] = number("cast") + number("notTakingPart");

  const [majority = "", quorum] = rule.split(" quorum ");
  if (quorum) {
    const [fraction = "", part = ""] = quorum.split(" ");
    if (!holds(fraction, number(part), number("enrolled"))) return "no-quorum";
  }
  if (number("expressed") === 0n) return "no-result";
  if (majority === "simple") return number("for") > number("against") ? "adopted" : "rejected";
  const [fraction = "", base = ""] = majority.split(" ");
  return holds(fraction, number("for"), number(base)) ? "adopted" : "rejected";
}

function holds(fraction: string, part: bigint, whole: bigint): boolean {
  const strictly = !fraction.includes("=");
  const [n = 0n, d = 1n] = fraction.replace(/[>=]/g, "").split("/").map(BigInt);
  return strictly ? part * d > whole * n : part * d >= whole * n;
}
