import { readdir, writeFile } from "node:fs/promises";

import { describe, expect, test } from "vitest";

import { replayRecord } from "../../../scripts/verify-replay.ts";
import { checkRecord } from "../../../scripts/verify.ts";
import { makeBackup, restoreBackup } from "../../../server/backup/index.ts";
import { appendEntry, readEntries } from "../../../server/journal/index.ts";
import { keyFile, openInstallation, type Storage } from "../../../server/storage/index.ts";
import { firstBrokenEntry } from "../../../shared/journal/index.ts";
import { ok } from "../../../shared/refusals.ts";
import { freshApp, getPage } from "../../support/app.ts";
import { backupFile, command, enginesWithBackups, environmentOf, nowMs, passphrase } from "../../support/backups.ts";
import { addGathering, rowCounts } from "../../support/storage.ts";
import { everythingKept } from "../../support/unchanged.ts";
import { wholeRoad } from "../../support/whole-road.ts";

describe.each(enginesWithBackups)("$name", ({ name, installed, nowhere }) => {
  test("STO-35 a backup taken while others write holds all that was acknowledged before it, whole", async () => {
    await using at = await backupFile();
    await using from = await installed();
    await using to = await nowhere();
    const { key } = await openInstallation(from.storage, from.kept.dataDir);
    const gathering = await addGathering(from.storage);
    for (let n = 0; n < 50; n++) await arrive(from.storage, gathering, n);

    const writing = new AbortController();
    const writer = (async () => {
      for (let n = 50; !writing.signal.aborted; n++) await arrive(from.storage, gathering, n);
    })();
    await command("backup", at.file, environmentOf(from.kept));
    writing.abort();
    await writer;
    const said = await command("restore", at.file, to.environment);
    expect(said.stdout).toContain("the same codes open the same seats");

    const left = name === "SQLite" ? ["cahier.sqlite", "key", "lock"] : ["key"];
    expect((await readdir(to.kept.dataDir)).toSorted()).toEqual(left);
    const restored = await to.open();
    const entries = await restored.read((tx) => readEntries(tx, gathering, 0, 100_000));
    const { words } = await rowCounts(restored);
    expect(firstBrokenEntry(entries)).toBeNull();
    expect(entries.length).toBeGreaterThan(50);
    // Each arrival wrote an entry and a word at once; the restore, an entry alone.
    expect(words).toBe(entries.length - 1);
    expect((await openInstallation(restored, to.kept.dataDir)).key).toEqual(key);
  });

  test("STO-36 a restore makes a new epoch and minutes it in each gathering, and nothing else differs", async () => {
    await using at = await backupFile();
    await using from = await installed();
    await using to = await nowhere();
    const before = await openInstallation(from.storage, from.kept.dataDir);
    for (const id of ["g1", "g2"]) await addGathering(from.storage, id);
    await arrive(from.storage, "g2", 1);
    const counts = await rowCounts(from.storage);
    await makeBackup(from.kept, at.file, passphrase);
    const { epoch, slugs } = await restoreBackup(to.kept, at.file, passphrase, nowMs);

    const storage = await to.open();
    const journals = await storage.read(async (tx) => [
      await readEntries(tx, "g1", 0, 9),
      await readEntries(tx, "g2", 0, 9),
    ]);
    expect(await openInstallation(storage, to.kept.dataDir)).toEqual({ key: before.key, epoch });
    expect(epoch).not.toBe(before.epoch);
    expect(slugs).toEqual(["g1", "g2"]);
    expect(await rowCounts(storage)).toEqual({ ...counts, journal: (counts["journal"] ?? 0) + 2 });
    expect(journals.map((entries): unknown => JSON.parse(entries.at(-1)?.body ?? ""))).toMatchObject([
      { act: "record.restored", by: "operator", sequence: 1, atMs: nowMs, data: { epoch, head: "0".repeat(64) } },
      { act: "record.restored", sequence: 2, data: { epoch, head: journals[1]?.[0]?.hash } },
    ]);
  });

  test("STO-43 what does not fit into one part of a backup or one statement comes back whole", async () => {
    await using at = await backupFile();
    await using from = await installed();
    await using to = await nowhere();
    await openInstallation(from.storage, from.kept.dataDir);
    const rows = Array.from({ length: 6_000 }, (_, n) => ({ key: `${n}`, value: `${hard.repeat(60)}${n}` }));
    await from.storage.act(async ({ db, tables }) => {
      for (let at = 0; at < rows.length; at += 1_000) {
        await db.insert(tables.installation).values(rows.slice(at, at + 1_000));
      }
      return ok(null);
    });
    await makeBackup(from.kept, at.file, passphrase);
    await restoreBackup(to.kept, at.file, passphrase, nowMs);
    const facts = async (storage: Storage) =>
      (await everythingKept(storage))["installation"]?.filter((row) => !row.includes('"epoch"'));
    expect(await facts(await to.open())).toEqual(await facts(from.storage));
  });
});

/** What a format of lines and quotes could break. */
const hard = "é👩🏽‍🌾\n\"\\'\u2028\u0001";

const roads = enginesWithBackups.flatMap((from) => enginesWithBackups.map((to) => ({ from, to })));

test.each(roads)("STO-44 what was kept in $from.name stands again in $to.name, row by row", async ({ from, to }) => {
  await using at = await backupFile();
  await using here = await from.installed();
  await using there = await to.nowhere();
  const { road, text } = await wholeRoad(here);
  await using _ = road;
  await writeFile(keyFile(here.kept.dataDir), Buffer.from(road.fresh.key).toString("hex"));
  await openInstallation(here.storage, here.kept.dataDir);
  await here.storage.act(async (tx) => {
    const push = { client: "page", sequence: 2 ** 40, version: 1, dropped: true, stepsHash: "" };
    await tx.insert(tx.tables.pushes, { text, ...push });
    // A secret ballot that is open: its urn is carried over too.
    const [open] = await tx.db.select().from(tx.tables.ballots);
    const mark = { voter: "v1", requestKey: "k1", entered: true, castBy: "p1", atMs: 1, receipt: "r1" };
    await tx.insert(tx.tables.marks, { ballot: open?.id ?? "", ...mark });
    const count = {
      ordinal: 1,
      channel: "hands",
      zone: 2,
      inFavour: 3,
      against: 1,
      abstention: 0,
      notTakingPart: 0,
    } as const;
    await tx.insert(tx.tables.counts, { ballot: open?.id ?? "", ...count, enteredBy: "p1", atMs: 1 });
    await tx.insert(tx.tables.choices, { ballot: open?.id ?? "", key: "00ff", choice: "for" });
    const [amended] = await tx.db.select().from(tx.tables.amendments);
    const said = { amendment: amended?.id ?? "", delegation: "d1", revision: 1 };
    await tx.insert(tx.tables.cosignatures, { ...said, signedAtMs: 1 });
    await tx.insert(tx.tables.opinions, { ...said, opinion: "wisdom", reasonWords: null, saidAtMs: 1 });
    const { revision: _, ...under } = said;
    await tx.insert(tx.tables.comments, { id: "c1", ...under, participant: "p1", words: "w1", saidAtMs: 1 });
    await tx.insert(tx.tables.amending, { text, untilMs: 1, runningOrder: "[]" });
    await tx.db
      .insert(tx.tables.chronicles)
      .values({ text, version: 1, map: "m", moments: "[]" })
      .onConflictDoNothing();
    await tx.insert(tx.tables.milestones, { text, version: 1, name: "Un nom", restores: null });
    return ok(null);
  });
  const before = await everythingKept(here.storage);
  expect(Object.entries(before).filter(([, rows]) => rows.length === 0)).toEqual([]);
  await makeBackup(here.kept, at.file, passphrase);
  const { epoch } = await restoreBackup(there.kept, at.file, passphrase, nowMs);

  const storage = await there.open();
  const after = await everythingKept(storage);
  const changed = Object.keys(before).filter((table) => before[table]?.join("\n") !== after[table]?.join("\n"));
  // The new epoch, its entry, and where the journal stands since.
  expect(changed.toSorted()).toEqual(["gatherings", "installation", "journal"]);
  expect(after["journal"]?.filter((row) => !before["journal"]?.includes(row))).toHaveLength(1);
  expect(after["journal"]).toHaveLength((before["journal"]?.length ?? 0) + 1);

  await using app = await freshApp({ epoch }, { ...here, storage });
  const record = (await getPage(app.app, `/r/${road.assembly.slug}/registre.json`)).body;
  const checked = checkRecord(record, undefined);
  expect(checked.entries.at(-1)?.act).toBe("record.restored");
  expect(() => replayRecord(checked)).not.toThrow();
  const seat = await getPage(app.app, `/r/${road.assembly.slug}/etat.json?page=/moi`, { cookie: road.three[0].cookie });
  expect(seat.json()).toMatchObject({ shell: { me: { delegation: { id: road.three[0].delegation } } } });
});

/** Two tables in one unit of work. */
async function arrive(storage: Storage, gathering: string, n: number): Promise<void> {
  await storage.act(async (tx) => {
    await tx.insert(tx.tables.words, { id: `w${n}`, gathering, kind: "rationale", salt: "", text: "", hash: `${n}` });
    const entry = {
      act: "delegation.arrived",
      by: "p1",
      role: "teller",
      atMs: n,
      data: { delegation: `d${n}` },
    } as const;
    return ok(await appendEntry(tx, gathering, entry));
  });
}
