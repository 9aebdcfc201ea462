import type { FoundTable } from "./found-tables.ts";
import { scoreIn, type Scores } from "./scores.ts";

/** What the test knows and nobody else is to find out. */
export interface KnownVoter {
  readonly delegation: string;
  readonly participant: string;
  readonly requestKey: string;
  readonly choice: string;
}

type Row = FoundTable["rows"][number];

/** Rows that each name a voter. */
interface Who {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly voter: KnownVoter; readonly cells: Row }[];
}

/** Rows that each hold a choice. */
interface What {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly choice: string; readonly cells: Row }[];
}

/**
 * Joins every table that names voters to every table (and every stored list) that holds choices: on each pair of columns
 * with equal values, and on each pair of orders, both ways. How often each join names a voter's choice rightly.
 */
export function scoreJoins(tables: readonly FoundTable[], voters: readonly KnownVoter[]): Scores {
  const scores: Scores = new Map();
  const [who, what] = [
    tables.flatMap((table) => whoIn(table, voters)),
    tables.flatMap((table) => whatIn(table, voters)),
  ];
  for (const one of who) {
    for (const other of what) {
      for (const [a, left] of one.columns.entries()) {
        for (const [b, right] of other.columns.entries()) {
          const named = `${one.name}.${left} ~ ${other.name}.${right}`;
          byValue(scoreIn(scores, `${named}, equal`), one, a, other, b);
          if (one.rows.length !== other.rows.length) continue;
          byOrder(scoreIn(scores, `${named}, in order`), one, a, other, b, false);
          byOrder(scoreIn(scores, `${named}, against the order`), one, a, other, b, true);
        }
      }
    }
  }
  return scores;
}

type Score = ReturnType<typeof scoreIn>;

/** The choice that most rows with the same value hold; none when as many hold another. */
function byValue(score: Score, who: Who, a: number, what: What, b: number): void {
  const leads = new Map<unknown, Map<string, number>>();
  for (const { choice, cells } of what.rows) {
    const counts = leads.get(cells[b]) ?? new Map<string, number>();
    counts.set(choice, (counts.get(choice) ?? 0) + 1);
    leads.set(cells[b], counts);
  }
  for (const { voter, cells } of who.rows) {
    if (cells[a] === null) continue;
    const [first, second] = [...(leads.get(cells[a]) ?? [])].sort(([, x], [, y]) => y - x);
    if (first !== undefined && first[1] !== second?.[1]) score.guess(first[0] === voter.choice);
  }
}

/** The nth of the one is the nth of the other. */
function byOrder(score: Score, who: Who, a: number, what: What, b: number, backwards: boolean): void {
  const sorted = what.rows.toSorted((x, y) => compare(x.cells[b], y.cells[b]));
  const choices = backwards ? sorted.toReversed() : sorted;
  for (const [at, { voter }] of who.rows.toSorted((x, y) => compare(x.cells[a], y.cells[a])).entries())
    score.guess(choices[at]?.choice === voter.choice);
}

function compare(a: Row[number] | undefined, b: Row[number] | undefined): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0;
}

/** By each column that names at least half of the voters. A voter's first row counts. */
function whoIn({ name, columns, rows }: FoundTable, voters: readonly KnownVoter[]): readonly Who[] {
  const known = new Map(
    voters.flatMap((voter) =>
      [voter.delegation, voter.participant, voter.requestKey].map((id) => [id, voter] as const),
    ),
  );
  return columns.flatMap((column, at) => {
    const named = new Map<KnownVoter, Row>();
    for (const cells of rows) {
      const voter = known.get(String(cells[at]));
      if (voter && !named.has(voter)) named.set(voter, cells);
    }
    if (named.size < voters.length / 2) return [];
    return { name: `${name}(${column})`, columns, rows: [...named].map(([voter, cells]) => ({ voter, cells })) };
  });
}

/** By each column that holds choices, and each cell that holds a list of them. */
function whatIn({ name, columns, rows }: FoundTable, voters: readonly KnownVoter[]): readonly What[] {
  const known = new Set(voters.map(({ choice }) => choice));
  const enough = voters.length / 2;
  return columns.flatMap((column, at) => {
    const held = rows.flatMap((cells) => (known.has(String(cells[at])) ? [{ choice: String(cells[at]), cells }] : []));
    const lists = rows.flatMap((cells): What[] => {
      const list = listIn(cells[at]).filter((one) => known.has(one));
      if (list.length < enough) return [];
      return [
        {
          name: `${name}(${column}: list)`,
          columns: ["(place)", "choice"],
          rows: list.map((choice, place) => ({ choice, cells: [place, choice] })),
        },
      ];
    });
    return held.length < enough ? lists : [...lists, { name: `${name}(${column})`, columns, rows: held }];
  });
}

function listIn(cell: Row[number] | undefined): readonly string[] {
  if (typeof cell !== "string" || !cell.startsWith("[")) return [];
  const value: unknown = JSON.parse(cell);
  return Array.isArray(value) ? value.map(String) : [];
}
