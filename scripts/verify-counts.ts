/** The outcomes of the methods that `verify.ts` alone does not count (docs/ballot-format.md), by Cahier's own rules. */
import { parseAsking, parseRule, readSaid, resultOf, type Roll } from "../shared/ballots/index.ts";
import { expect, integer, string, type CheckedRecord, type Entry, type Fields } from "./verify.ts";

/**
 * To be given the acts in their order. Throws a `Fault` at a vote that says nothing of its ballot, at an outcome that its
 * tally does not give.
 */
export function recounting({ ballots }: CheckedRecord): (entry: Entry) => void {
  const tallies = new Map<unknown, Fields>();
  return ({ act, data }) => {
    if (act === "ballot.closed") tallies.set(data["ballot"], data);
    const book = ballots.get(String(data["ballot"]));
    if (
      act !== "ballot.declared" ||
      book === undefined ||
      ["yes-no", "evident"].includes(string(book.opened, "method"))
    )
      return;
    const outcome = outcomeOf(book.opened, book.roll, tallyOf(tallies.get(data["ballot"]) ?? {}));
    expect(outcome === data["outcome"], "ce n’est pas l’issue que donne le décompte.");
  };
}

function outcomeOf(opened: Fields, lines: readonly Fields[], tally: ReadonlyMap<string, number>): string {
  const { options } = opened;
  const asking = parseAsking({
    method: string(opened, "method"),
    ...(opened["method"] !== "consent" && Array.isArray(options) ? { options: options.length } : {}),
    ...("seats" in opened ? { seats: integer(opened, "seats") } : {}),
  });
  const rule = parseRule(string(opened, "rule"));
  expect(asking !== null && rule.ok, "sa méthode ou sa règle est inconnue.");
  for (const said of tally.keys()) expect(readSaid(asking, said) === said, `la réponse « ${said} » n’existe pas.`);
  const roll: Roll = lines.map((line) => ({
    voter: string(line, "voter"),
    delegation: string(line, "delegation"),
    weight: integer(line, "weight"),
    channel: "phone",
    presence: line["presence"] === "present" || line["presence"] === "represented" ? "present" : "absent",
  }));
  return resultOf(asking, rule.value, roll, Object.fromEntries(tally)).outcome;
}

function tallyOf(closed: Fields): ReadonlyMap<string, number> {
  const { tally } = closed;
  expect(typeof tally === "object" && tally !== null, "son décompte manque.");
  const counts: Fields = { ...tally };
  return new Map(Object.keys(counts).map((said) => [said, integer(counts, said)]));
}
