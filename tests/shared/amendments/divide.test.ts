import { describe, expect, it, test } from "vitest";

import {
  apply,
  canonicalise,
  changeSetBody,
  divide,
  rebase,
  type ChangeSet,
} from "../../../shared/amendments/index.ts";
import type { Result } from "../../../shared/refusals.ts";
import { accepted, type Law } from "../../support/amendments/laws.ts";
import { tryLaw } from "../../support/amendments/samples.ts";
import { sheet } from "../../support/amendments/sheet.ts";
import { runs, seeds } from "../../support/runs.ts";

const before = `
  a1 article: Des biens
    p1: Chaque commune peut ouvrir une maison.
    p2: Les forêts ne se vendent pas.
  p4: Fin.`;

const base = sheet(before);
const asked = (to: string): ChangeSet => accepted(canonicalise(base, sheet(to)));
const head = (to: string) => accepted(apply(base, asked(to), 1));
const codeOf = (result: Result<unknown>): string => (result.ok ? "ok" : `${result.code} ${result.detail}`);

const numRuns = runs(60, 3_000, 10);

/** What is kept of what fell, if anything. */
const keepsWhatHolds: Law = (_, { base: from, a, b }) => {
  const [others, changes] = [accepted(canonicalise(from, a)), accepted(canonicalise(from, b))];
  const current = accepted(apply(from, others, 1));
  const whole = rebase(changes, from, current);
  const left = divide(changes, from, current);
  if (whole.state !== "fallen") {
    expect(codeOf(left)).toBe("wrong-state amendment-not-fallen");
    return false;
  }
  if (!left.ok) {
    expect(codeOf(left)).toBe("not-adoptable overlap");
    return false;
  }
  const made = accepted(apply(from, left.value, 2));
  expect(changeSetBody(accepted(canonicalise(from, made)))).toBe(changeSetBody(left.value));
  expect(["live", "altered"]).toContain(rebase(left.value, from, current).state);
  addsNothing(made.textContent, [from.textContent, b.textContent]);
  return true;
};

/** No sign more often than the text and the amended text have it between them. */
function addsNothing(made: string, [from = "", amended = ""]: readonly string[]): void {
  const most = new Map<string, number>();
  for (const sign of from + amended) most.set(sign, (most.get(sign) ?? 0) + 1);
  for (const sign of made) most.set(sign, (most.get(sign) ?? 0) - 1);
  expect([...most].filter(([, count]) => count < 0)).toEqual([]);
}

describe("an amendment of which a part fell", () => {
  it("AMD-78 keeps what can enter: canonical on its base, live, nothing added", { timeout: 600_000 }, () => {
    for (const seed of seeds([1, 7])) {
      const long = tryLaw(keepsWhatHolds, "long", seed, numRuns);
      expect(long.report).toBe("");
      const short = tryLaw(keepsWhatHolds, "short", seed, numRuns * 4);
      expect(short.report).toBe("");
      expect(long.telling + short.telling).toBeGreaterThan(0);
    }
  });
});

test("AMD-78 keeps the words that nobody else changed, and refuses when nothing is left", () => {
  const two = asked(before.replace("peut", "doit").replace("ne se vendent pas", "sont à tous"));
  const current = head(before.replace("peut", "devra"));
  expect(accepted(divide(two, base, current))).toEqual(asked(before.replace("ne se vendent pas", "sont à tous")));
  const one = asked(before.replace("peut", "doit"));
  expect(codeOf(divide(one, base, current))).toBe("not-adoptable overlap");
  expect(codeOf(divide(two, base, base))).toBe("wrong-state amendment-not-fallen");
});

test("AMD-78 keeps a paragraph of a new article only with that article", () => {
  const brings = asked(
    before
      .replace("peut", "doit")
      .replace("  p4: Fin.", "  n1 article: De l’eau\n    n2: Elle est à tous.\n  p4: Fin."),
  );
  const left = accepted(divide(brings, base, head(before.replace("peut", "devra"))));
  expect(left.map(({ kind }) => kind)).toEqual(["insert"]);
  expect(accepted(apply(base, left, 3)).textContent).toContain("De l’eauElle est à tous.");
});

test("AMD-78 what stands in the text already is not kept", () => {
  const three = asked(
    before.replace("peut", "doit").replace("maison", "salle").replace("ne se vendent pas", "sont à tous"),
  );
  const current = head(before.replace("peut", "devra").replace("maison", "salle"));
  expect(accepted(divide(three, base, current))).toEqual(asked(before.replace("ne se vendent pas", "sont à tous")));
});
