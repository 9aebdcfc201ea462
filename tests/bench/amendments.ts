/**
 * `npm run bench -- amendments`: what a text of 300 blocks with 500 and with 2,000 amendments costs. One line of JSON a
 * case, medians of the runs in milliseconds: `canonicaliseMs` for one amendment, all else for all of them at once.
 */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

import {
  adoptionCommit,
  callOrder,
  canonicalise,
  passageBetween,
  rebaseOver,
  relations,
  relationsOfAllPairs,
  type ChangeSet,
} from "../../shared/amendments/index.ts";
import type { TextNode } from "../../shared/texts/index.ts";
import { amendmentsOn, changeSetsOf, longText } from "./support/amended-text.ts";

const runs = 5;
const base = longText(300, 1);

setFlagsFromString("--expose-gc");
const collect: () => void = runInNewContext("gc");

const only = process.argv[2];
for (const count of [500, 2_000]) if (only === undefined || only === String(count)) measure(count);

function measure(count: number): void {
  const { changes, canonicaliseMs } = proposed(count);
  const amendments = changes.map((set, i) => ({ number: i + 1, changes: set }));
  const { related, compared } = relations(changes, base);
  const all = (count * (count - 1)) / 2;

  const relationsMs = median(() => relations(changes, base));
  const callOrderMs = median(() => callOrder(amendments, base));
  const adoptMs = median(() => adopted(changes[0] ?? []));
  const after = adopted(changes[0] ?? []);
  const rebaseAllMs = median(() => rebaseAll(changes, after));
  collect();
  const heapMb = process.memoryUsage().heapUsed / 1_048_576;

  const figures = { canonicaliseMs, relationsMs, comparedPairs: compared, rebaseAllMs, adoptMs, callOrderMs, heapMb };
  const rounded = Object.fromEntries(Object.entries(figures).map(([name, figure]) => [name, round(figure)]));
  console.log(JSON.stringify({ bench: "amendments", case: String(count), system: "cahier", ...rounded }));
  const same = JSON.stringify(related) === JSON.stringify(relationsOfAllPairs(changes, base));
  console.error(
    `${count}: ${round((100 * compared) / all)} % of ${all} pairs compared, ${related.length} related, ${same ? "the same as" : "NOT the same as"} by comparing all; a text of ${base.textContent.length} characters`,
  );
  if (!same) process.exitCode = 1;
}

/** The amended texts are let go of: only their changes are kept, as in a database. */
function proposed(count: number): { readonly changes: readonly ChangeSet[]; readonly canonicaliseMs: number } {
  const amended = amendmentsOn(base, count, 2);
  const some = amended.slice(0, 200);
  const canonicaliseMs = median(() => some.forEach((text) => canonicalise(base, text))) / some.length;
  return { changes: changeSetsOf(base, amended), canonicaliseMs };
}

/** The text once an amendment that fits is adopted. */
function adopted(changes: ChangeSet): TextNode {
  const commit = adoptionCommit(base, changes, 1);
  if (!commit.ok) throw new Error(commit.code);
  return commit.value.doc;
}

function rebaseAll(changes: readonly ChangeSet[], after: TextNode): void {
  const passage = passageBetween(base, after);
  if (!passage.ok) throw new Error(passage.code);
  for (const set of changes) rebaseOver(set, passage.value, after);
}

function median(work: () => void): number {
  const times = Array.from({ length: runs }, () => {
    const from = performance.now();
    work();
    return performance.now() - from;
  });
  return times.toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? Number.NaN;
}

function round(figure: number): number {
  return Math.round(figure * 100) / 100;
}
