import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  callOrder,
  canonicalise,
  changeSetHash,
  relation,
  relations,
  relationsOfAllPairs,
  type Callable,
  type ChangeSet,
} from "../../../shared/amendments/index.ts";
import type { TextNode } from "../../../shared/texts/index.ts";
import { arbStrokes, arbText, edit } from "../../support/amendments/french.ts";
import { accepted } from "../../support/amendments/laws.ts";
import { sheet } from "../../support/amendments/sheet.ts";
import { runs, seeds } from "../../support/runs.ts";

const text = `
  p1: Nous vivons des mêmes rivières et des mêmes forêts.
  a1 article: Des biens communs
    p2: L’eau ne se vend pas, ni la terre, ni la forêt, ni le vent.
    p3: Chaque commune peut ouvrir une maison du peuple, gérée par celles et ceux qui l’utilisent.
  a2 article: De la parole
    p4: Chacune et chacun parle à son tour, et la parole tourne.
  p5: Cette déclaration engage les communes.`;

/** What an assembly proposes on the text above, by the words that each has instead of others. */
const without = (from: string, to: string) => `${text.slice(0, text.indexOf(from))}${text.slice(text.indexOf(to))}`;
const proposals = {
  "suppresses article 1": without("  a1 article", "  a2 article"),
  "suppresses p3": without("    p3:", "  a2 article"),
  "rewrites p3": text.replace(/p3: .+/u, "p3: Les villages ouvriront partout des lieux à toutes les personnes."),
  "rewrites article 2": text.replace(/p4: .+/u, "p4: Personne ne coupe les autres.").replace("De la parole", "Du tour"),
  "peut→doit": text.replace("peut ouvrir", "doit ouvrir"),
  "peut→devra": text.replace("peut ouvrir", "devra ouvrir"),
  "peut ouvrir une→ouvre sa": text.replace("peut ouvrir une", "ouvre sa"),
  "less of p3": text.replace(", gérée par celles et ceux qui l’utilisent", ""),
  "more in p2": text.replace("ni le vent", "ni le vent, ni le soleil"),
  "less of p2": text.replace(", ni la terre", ""),
  "after article 1": text.replace("  a2 article", "  p9: Toute vente est nulle.\n  a2 article"),
  "p1 begins otherwise": text.replace("Nous vivons", "Nous vivons toutes et tous"),
  "suppresses p2": text.replace(/ {4}p2: .+\n/u, ""),
  "p2 to article 2": text.replace(/ {4}p2: .+\n/u, "").replace("  p5", `    ${/p2: .+/u.exec(text)?.[0] ?? ""}\n  p5`),
  "p2 to the end": `${text.replace(/ {4}p2: .+\n/u, "")}\n  ${/p2: .+/u.exec(text)?.[0] ?? ""}`,
  "p5 otherwise": text.replace("engage", "oblige"),
} as const;

type Proposal = keyof typeof proposals;

const base = sheet(text);
const changesOf = (name: Proposal): ChangeSet => accepted(canonicalise(base, sheet(proposals[name])));

/** The order as words: discussions parted by `|`, calls of one by `,`, identical ones by `=`. */
function said(names: readonly Proposal[]): string {
  const amendments = names.map((name, i) => ({ number: i + 1, changes: changesOf(name) }));
  return callOrder(amendments, base)
    .map(({ calls }) => calls.map((call) => call.map((number) => names[number - 1]).join(" = ")).join(", "))
    .join(" | ");
}

describe("the order of calls", () => {
  it.for<readonly [title: string, given: readonly Proposal[], order: string]>([
    [
      "AMD-43 unit by unit as they stand in the text, what comes between two of them after the first",
      ["p5 otherwise", "rewrites article 2", "after article 1", "more in p2", "p1 begins otherwise"],
      "p1 begins otherwise | more in p2 | after article 1 | rewrites article 2 | p5 otherwise",
    ],
    [
      "AMD-43 of a unit first its suppression, then the rest by place",
      ["peut→doit", "less of p2", "suppresses article 1"],
      "suppresses article 1 | less of p2 | peut→doit",
    ],
    [
      "AMD-43 what rewrites a unit comes before what changes a word of it",
      ["rewrites article 2", "p5 otherwise"],
      "rewrites article 2 | p5 otherwise",
    ],
    [
      "AMD-44 those that touch the same words are discussed together, what removes most first",
      ["peut→doit", "peut→devra", "more in p2", "peut ouvrir une→ouvre sa"],
      "more in p2 | peut ouvrir une→ouvre sa, peut→doit, peut→devra",
    ],
    [
      "AMD-44 within a discussion a suppression is called before what rewrites the same words",
      ["rewrites p3", "peut→doit", "suppresses p3"],
      "suppresses p3, rewrites p3, peut→doit",
    ],
    [
      "AMD-44 the suppression of an article does not draw together what is proposed within it",
      ["less of p2", "peut→doit", "suppresses article 1", "less of p3"],
      "suppresses article 1 | less of p2 | peut→doit | less of p3",
    ],
    [
      "AMD-57 what moves a paragraph is called where it stands, after what suppresses it",
      ["peut→doit", "p2 to the end", "suppresses p2", "p2 to article 2", "more in p2"],
      "suppresses p2, p2 to the end, p2 to article 2, more in p2 | peut→doit",
    ],
    [
      "AMD-45 those that ask for the very same are one call, by their numbers",
      ["peut→doit", "more in p2", "peut→doit"],
      "more in p2 | peut→doit = peut→doit",
    ],
  ])("%s", ([, given, order]) => expect(said(given)).toBe(order));

  it(
    "AMD-45 whatever the order in which they are given, each is called once, and in one order",
    { timeout: 600_000 },
    () => {
      const law = fc.property(arbAmended, fc.integer(), ({ base: tabled, amendments }, turn) => {
        const order = callOrder(amendments, tabled);
        const numbers = order.flatMap(({ calls }) => calls.flat());
        expect(numbers.toSorted((a, b) => a - b)).toEqual(amendments.map(({ number }) => number));
        expect(callOrder(shuffled(amendments, turn), tabled)).toEqual(order);
        for (const call of order.flatMap(({ calls }) => calls)) {
          const hashes = call.map((number) => changeSetHash(amendments[number - 1]?.changes ?? []));
          expect(new Set(hashes).size).toBe(1);
        }
      });
      for (const seed of seeds([1])) fc.assert(law, { seed, numRuns: runs(100, 3_000, 10) });
    },
  );

  it("AMD-46 only those that share a block or a gap are compared, and nothing is missed", { timeout: 600_000 }, () => {
    let told = 0;
    const law = fc.property(arbAmended, ({ base: tabled, amendments }) => {
      const sets = amendments.map(({ changes }) => changes);
      const all = sets.flatMap((one, a) =>
        sets.flatMap((other, b) => {
          const how = relation(one, other, tabled);
          return b <= a || how === "independent" ? [] : [{ a, b, relation: how }];
        }),
      );
      const { related, compared } = relations(sets, tabled);
      expect(related).toEqual(all);
      expect(relationsOfAllPairs(sets, tabled)).toEqual(all);
      expect(compared).toBeGreaterThanOrEqual(all.length);
      told += all.length;
    });
    for (const seed of seeds([1])) fc.assert(law, { seed, numRuns: runs(100, 3_000, 10) });
    expect(told).toBeGreaterThan(runs(100, 3_000, 10));
  });
});

const arbAmended: fc.Arbitrary<{ readonly base: TextNode; readonly amendments: readonly Callable[] }> = fc
  .record({ base: arbText(4, 20), authors: fc.array(arbStrokes(4), { minLength: 2, maxLength: 8 }) })
  .map(({ base: tabled, authors }) => {
    const sets = authors.map((strokes, k) => accepted(canonicalise(tabled, edit(tabled, strokes, `n${k}`))));
    const changed = sets.filter((changes) => changes.length > 0);
    return { base: tabled, amendments: changed.map((changes, k) => ({ number: k + 1, changes })) };
  });

function shuffled<T>(all: readonly T[], turn: number): readonly T[] {
  const at = all.length === 0 ? 0 : Math.abs(turn) % all.length;
  return [...all.slice(at), ...all.slice(0, at)].toReversed();
}
