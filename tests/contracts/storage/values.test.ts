import { and, asc, count, desc, eq, gt, inArray, isNull, max, ne, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";

import { ConstraintBreach, type Tx } from "../../../server/storage/index.ts";
import { ok } from "../../../shared/refusals.ts";
import { addGathering, rowCounts } from "../../support/storage.ts";
import { engines } from "./engines.ts";

const delegation = (id: string, ordinal: number, name = id) => {
  return { id, gathering: "g1", name, delegates: 2, observers: 3, ordinal };
};

const ballot = (id: string, number: number, item: string, state: "open" | "prepared" = "open") => {
  return {
    id,
    gathering: "g1",
    number,
    item,
    state,
    subjectKind: "amendment",
    subject: "{}",
    subjectHash: "",
    questionWords: "",
    rule: "simple",
  };
};

describe.each(engines)("$name", ({ fresh }) => {
  test("STO-10 values come back as they were given", async () => {
    await using store = await fresh();
    await addGathering(store.storage);
    const texts = [
      "",
      " ",
      "L’eau, l'été",
      "e\u0301",
      "é",
      "𝔸👩🏽‍🌾",
      '"\\\n\t',
      "x".repeat(400_000),
      "?1 $1 %s",
      "\uFFFD\uFFFE",
    ];
    const numbers = [0, 1, -1, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, 1_579_334_400_000];
    const given = texts.map((text, i) => ({
      id: `p${i}`,
      gathering: "g1",
      name: i === 3 ? null : text,
      delegation: null,
      contact: null,
      checkedIn: i % 2 === 0,
      proxy: i % 4 === 0 ? text : null,
      createdAtMs: numbers[i % numbers.length] ?? 0,
      erased: i % 3 === 0,
    }));
    await store.storage.act(async ({ db, tables }) => ok(await db.insert(tables.participants).values(given)));
    const read = await store.storage.read(({ db, tables }) =>
      db.select().from(tables.participants).orderBy(asc(tables.participants.id)),
    );
    expect(read).toEqual(given);
  });

  test("STO-11 U+0000 and unpaired surrogates are refused as malformed and write nothing", async () => {
    await using store = await fresh();
    const before = await rowCounts(store.storage);
    for (const value of ["\0", "a\0b", "\uD83D", "x\uDC69y", "\uDC69\uD83D"]) {
      const builder = store.storage.act(async ({ db, tables }) =>
        ok(await db.insert(tables.installation).values({ key: "k", value })),
      );
      expect(await builder).toEqual({ ok: false, code: "malformed" });
      const quick = store.storage.act(async (tx) => ok(await tx.insert(tx.tables.installation, { key: "k", value })));
      expect(await quick).toEqual({ ok: false, code: "malformed" });
    }
    expect(await rowCounts(store.storage)).toEqual(before);
  });

  test("STO-12 texts sort by their bytes", async () => {
    await using store = await fresh();
    const names = ["é", "E", "e", "Z", "a", "-", "😀", "\uFFFD", "10", "9", "a b", "ab"];
    await store.storage.act(async ({ db, tables }) =>
      ok(await db.insert(tables.installation).values(names.map((key) => ({ key, value: "" })))),
    );
    const read = await store.storage.read(({ db, tables }) =>
      db.select().from(tables.installation).orderBy(asc(tables.installation.key)),
    );
    const byBytes = names.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    expect(read.map((row) => row.key)).toEqual(byBytes);
  });

  test("STO-13 a second open ballot of an agenda item is refused as ballot-open, a prepared one is not", async () => {
    await using store = await fresh();
    await addGathering(store.storage);
    const open = (id: string, number: number, item: string, state?: "prepared") =>
      store.storage.act(async (tx) => ok(await tx.insert(tx.tables.ballots, ballot(id, number, item, state))));
    expect((await open("b1", 1, "item1")).ok).toBe(true);
    expect(await open("b2", 2, "item1")).toEqual({ ok: false, code: "ballot-open" });
    expect((await open("b3", 3, "item1", "prepared")).ok).toBe(true);
    expect((await open("b4", 4, "item2")).ok).toBe(true);
    const reopened = store.storage.act(async ({ db, tables }) =>
      ok(await db.update(tables.ballots).set({ state: "open" }).where(eq(tables.ballots.id, "b3"))),
    );
    expect(await reopened).toEqual({ ok: false, code: "ballot-open" });
  });

  test("STO-14 any other breach is thrown with its kind and, for a unique key, its name, without people's words", async () => {
    await using store = await fresh();
    await addGathering(store.storage);
    const breach = (work: (tx: Tx) => Promise<unknown>) =>
      store.storage
        .act(async (tx) => ok(await work(tx)))
        .then(
          () => null,
          (error: unknown) =>
            error instanceof ConstraintBreach ? { kind: error.kind, key: error.key, words: String(error) } : error,
        );
    const add = ({ db, tables }: Tx, row: ReturnType<typeof delegation>) => db.insert(tables.delegations).values(row);
    await store.storage.act(async (tx) => ok(await add(tx, delegation("kerloch", 1, "Kerloc’h"))));
    expect(await breach((tx) => add(tx, delegation("kerloch", 2)))).toMatchObject({
      kind: "unique",
      key: "delegations_pkey",
    });
    expect(await breach((tx) => add(tx, delegation("other", 1)))).toMatchObject({
      kind: "unique",
      key: "delegations_gathering_ordinal",
    });
    const twice = await breach(async (tx) => {
      for (const hash of ["a", "b"])
        await tx.insert(tx.tables.journal, { gathering: "g1", sequence: 1, hash, body: "{}" });
    });
    expect(twice).toMatchObject({ kind: "unique", key: "journal_gathering_sequence_pk" });
    expect(await breach((tx) => add(tx, { ...delegation("x", 3), gathering: "nowhere" }))).toMatchObject({
      kind: "foreign",
    });
    const words = await breach((tx) => add(tx, delegation("kerloch", 9, "un nom")));
    expect(JSON.stringify(words)).not.toContain("un nom");
  });

  test("STO-15 the quick insert writes the row that the builder writes, defaults included", async () => {
    await using store = await fresh();
    await addGathering(store.storage);
    await store.storage.act(async (tx) => {
      await tx.insert(tx.tables.delegations, delegation("quick", 1));
      await tx.db.insert(tx.tables.delegations).values(delegation("built", 2));
      return ok(null);
    });
    const [quick, built] = await store.storage.read(({ db, tables }) =>
      db.select().from(tables.delegations).orderBy(asc(tables.delegations.ordinal)),
    );
    const defaults = {
      state: "admitted",
      votesBy: "phone",
      zone: 1,
      excused: false,
      proxy: null,
      mandate: null,
      mandateNote: null,
    };
    expect(quick).toEqual({ ...delegation("quick", 1), ...defaults });
    expect(built).toEqual({ ...delegation("built", 2), ...defaults });
  });

  test("STO-16 stores may use the builders that both dialects share", async () => {
    await using store = await fresh();
    await addGathering(store.storage);
    const outcome = await store.storage.act(async ({ db, tables }) => {
      const { delegations, participants } = tables;
      await db.insert(delegations).values([delegation("a", 1), delegation("b", 2), delegation("c", 3)]);
      const again = await db.insert(delegations).values(delegation("a", 9)).onConflictDoNothing().returning();
      const changed = await db
        .update(delegations)
        .set({ delegates: sql`${delegations.delegates} + 1` })
        .where(ne(delegations.id, "a"))
        .returning({ id: delegations.id, delegates: delegations.delegates });
      await db
        .insert(delegations)
        .values(delegation("a", 9, "Renamed"))
        .onConflictDoUpdate({ target: delegations.id, set: { name: "Renamed" } });
      await db.insert(participants).values({ id: "p1", gathering: "g1", delegation: "b", createdAtMs: 1 });
      const gone = await db.delete(delegations).where(eq(delegations.id, "c")).returning({ id: delegations.id });
      const joined = await db
        .select({ person: participants.id, name: delegations.name })
        .from(participants)
        .innerJoin(delegations, eq(participants.delegation, delegations.id));
      const lonely = await db
        .select({ id: delegations.id, person: participants.id })
        .from(delegations)
        .leftJoin(participants, eq(participants.delegation, delegations.id))
        .where(isNull(participants.id));
      const [sums] = await db
        .select({ rows: count(), last: max(delegations.ordinal), none: max(participants.createdAtMs) })
        .from(delegations)
        .leftJoin(participants, eq(participants.id, "nobody"));
      const [page] = await db
        .select({ id: delegations.id })
        .from(delegations)
        .where(and(inArray(delegations.id, ["a", "b", "c"]), gt(delegations.ordinal, 0)))
        .orderBy(desc(delegations.ordinal))
        .limit(1)
        .offset(1);
      return ok({
        again,
        changed,
        gone,
        joined,
        lonely,
        sums,
        page,
        counted: await db.$count(delegations, eq(delegations.id, "a")),
      });
    });
    expect(outcome).toEqual(
      ok({
        again: [],
        changed: [
          { id: "b", delegates: 3 },
          { id: "c", delegates: 3 },
        ],
        gone: [{ id: "c" }],
        joined: [{ person: "p1", name: "b" }],
        lonely: [{ id: "a", person: null }],
        sums: { rows: 2, last: 2, none: null },
        page: { id: "a" },
        counted: 1,
      }),
    );
  });
});
