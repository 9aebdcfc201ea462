import { describe, expect, test } from "vitest";

import type { Storage } from "../../../server/storage/index.ts";
import {
  appendCommits,
  createText,
  keepChronicle,
  loadHistory,
  readChronicle,
  writtenByAct,
} from "../../../server/texts/index.ts";
import { limits } from "../../../shared/limits.ts";
import { ok } from "../../../shared/refusals.ts";
import { commitAtHead, extendHistory, parseSteps, type Chronicle } from "../../../shared/texts/index.ts";
import { addGathering } from "../../support/storage.ts";
import { engines } from "../storage/engines.ts";

describe.each(engines)("$name", ({ fresh }) => {
  test("HIS-7 who wrote what is kept some commits at a time, and reads the same whatever is kept of it", async () => {
    await using store = await fresh();
    const { storage } = store;
    await begin(storage);
    await type(storage, limits.chronicleCommits + 30);
    const anew = await read(storage);
    expect(anew.provenance.version).toBe(limits.chronicleCommits + 31);
    expect(anew.moments.flatMap(({ hands }) => hands.map(({ author, came }) => [author, came]))).toEqual([
      ["t", 5],
      ["kerloch", limits.chronicleCommits + 30],
    ]);

    expect(await keep(storage)).toBe(true);
    expect(said(await read(storage))).toEqual(said(anew));
    expect(await keep(storage)).toBe(false);
    expect(said(await read(storage))).toEqual(said(anew));
    await type(storage, 3);
    expect((await read(storage)).provenance.version).toBe(limits.chronicleCommits + 34);
  });
});

const said = ({ provenance: { sources, runs }, moments }: Chronicle) => ({
  moments,
  runs: runs.map(({ length, of }) => [length, sources[of]]),
});

async function begin(storage: Storage): Promise<void> {
  const gathering = await addGathering(storage);
  await storage.act(async (tx) => {
    await createText(tx, { id: "t", gathering, title: "L’eau", language: "fr", atMs: 0 });
    return ok(null);
  });
}

const keep = async (storage: Storage): Promise<boolean> => {
  const kept = await storage.act(async (tx) => ok(await keepChronicle(tx, "t")));
  if (!kept.ok) throw new Error(kept.code);
  return kept.value;
};

const read = async (storage: Storage): Promise<Chronicle> => {
  const told = await storage.read(async (tx) => readChronicle(tx, "t", (await loadHistory(tx, "t", 0)).version));
  if (!told.ok) throw new Error(told.code);
  return told.value;
};

/** A letter a commit, a quarter of an hour after the text was made. */
async function type(storage: Storage, letters: number): Promise<void> {
  const steps = parseSteps([
    { stepType: "replace", from: 8, to: 8, slice: { content: [{ type: "text", text: "a" }] } },
  ]);
  if (!steps.ok) throw new Error(steps.code);
  await storage.act(async (tx) => {
    let history = await loadHistory(tx, "t", 0);
    for (let i = 0; i < letters; i++) {
      const commit = commitAtHead(history, steps.value, writtenByAct, { author: "kerloch" }, 15 * 60_000);
      if (!commit) throw new Error("A letter has no place");
      await appendCommits(tx, "t", [commit]);
      history = extendHistory(history, commit, 0);
    }
    return ok(null);
  });
}
