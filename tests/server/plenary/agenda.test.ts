import { describe, expect, it } from "vitest";

import { readEntries } from "../../../server/journal/index.ts";
import { readAgenda } from "../../../server/plenary/index.ts";
import { freshApp } from "../../support/app.ts";
import { everyRowCount, openAssembly, type Assembly } from "../../support/assembly.ts";
import { castFor, openFinalBallot } from "../../support/open-ballot.ts";

async function opened() {
  const fresh = await freshApp();
  const assembly = await openAssembly(fresh);
  return {
    fresh,
    assembly,
    agenda: () => fresh.storage.read((tx) => readAgenda(tx, assembly.gathering)),
    lastActs: async (count: number) => (await actsOf(assembly)).slice(-count),
    [Symbol.asyncDispose]: () => fresh[Symbol.asyncDispose](),
  };
}

async function actsOf({
  fresh,
  gathering,
}: Assembly): Promise<readonly { act: string; data: Record<string, unknown> }[]> {
  const entries = await fresh.storage.read((tx) => readEntries(tx, gathering, 0, 500));
  return entries.map(({ body }) => JSON.parse(body));
}

const item = {
  title: "Point ajouté",
  kind: "open",
  day: 2,
  startMinutes: 15 * 60,
  endMinutes: null,
  note: null,
  text: null,
};

describe("the agenda on the real app", () => {
  it("PLN-23 a new gathering begins with the programme of Commercy, each item in the journal", async () => {
    await using hall = await opened();
    const agenda = await hall.agenda();
    expect(agenda).toHaveLength(15);
    expect(agenda[0]).toMatchObject({ day: 1, startMinutes: 540, endMinutes: 600, kind: "check-in", state: "planned" });
    expect(agenda.at(-1)).toMatchObject({ day: 2, startMinutes: 1020, kind: "closing" });
    expect(new Set(agenda.map((one) => one.title)).size).toBeGreaterThan(12);
    const added = (await actsOf(hall.assembly)).filter(({ act }) => act === "agenda.added");
    expect(new Set(added.map(({ data }) => data["item"]))).toEqual(new Set(agenda.map((one) => one.id)));
    expect(added.every(({ data }) => /^[0-9a-f]{64}$/.test(String(data["fieldsHash"])))).toBe(true);
  });

  it("PLN-24 items are added, changed and removed, and the journal holds only the hash of their words", async () => {
    await using hall = await opened();
    const { assembly } = hall;
    const chair = assembly.chair.cookie;
    const added = (await assembly.act(chair, "agenda.edit", item)).json().item;
    const changed = { ...item, item: added, title: "Point déplacé", startMinutes: 9 * 60 };
    expect((await assembly.act(assembly.organiser, "agenda.edit", changed)).statusCode).toBe(200);
    expect((await hall.agenda()).find((one) => one.id === added)).toMatchObject({
      title: "Point déplacé",
      startMinutes: 540,
    });
    expect((await assembly.act(chair, "agenda.edit", { item: added, remove: true })).statusCode).toBe(200);
    expect((await hall.agenda()).some((one) => one.id === added)).toBe(false);
    const acts = await hall.lastActs(3);
    expect(acts.map(({ act }) => act)).toEqual(["agenda.added", "agenda.changed", "agenda.removed"]);
    expect(JSON.stringify(acts)).not.toContain("Point");
  });

  it("PLN-24 a form says its times as HH:MM; one that is no time is malformed", async () => {
    await using hall = await opened();
    const { assembly } = hall;
    const form = { title: "Par formulaire", kind: "open", day: "1", start: "9:30", end: "", note: "", text: "" };
    const sent = await assembly.form(assembly.chair.cookie, "agenda.edit", form);
    expect([sent.statusCode, sent.headers.location]).toEqual([303, `/r/${assembly.slug}/programme`]);
    expect((await hall.agenda()).find((one) => one.title === "Par formulaire")).toMatchObject({
      startMinutes: 570,
      note: null,
    });
    const wrong = await assembly.act(assembly.chair.cookie, "agenda.edit", { ...item, startMinutes: "25:99" });
    expect([wrong.statusCode, wrong.json().code]).toEqual([400, "malformed"]);
  });

  it("PLN-10 starting an item ends the current one; only the chair does", async () => {
    await using hall = await opened();
    const { assembly } = hall;
    const [first, second] = await hall.agenda();
    if (!first || !second) throw new Error("two items");
    expect((await assembly.act(assembly.organiser, "agenda.start", { item: first.id })).statusCode).toBe(403);
    await assembly.act(assembly.chair.cookie, "agenda.start", { item: first.id });
    await assembly.act(assembly.chair.cookie, "agenda.start", { item: second.id });
    expect((await hall.agenda()).slice(0, 2).map((one) => one.state)).toEqual(["done", "current"]);
    expect((await hall.lastActs(3)).map(({ act }) => act)).toEqual([
      "agenda.started",
      "agenda.ended",
      "agenda.started",
    ]);
    await assembly.act(assembly.chair.cookie, "agenda.reserve", { item: second.id });
    expect((await hall.agenda())[1]?.state).toBe("reserved");
  });

  it("PLN-11 while its ballot is open no item ends, nor does the gathering; after it both do", async () => {
    await using hall = await opened();
    const { assembly } = hall;
    const delegation = await assembly.delegation("Kerloc’h");
    const ballot = await openFinalBallot(assembly);
    await castFor(ballot, delegation, "for");
    const chair = assembly.chair.cookie;
    const [current, next] = await hall.agenda();
    const before = await everyRowCount(hall.fresh);
    const refused = [
      await assembly.act(chair, "agenda.end", { item: current?.id }),
      await assembly.act(chair, "agenda.reserve", { item: current?.id }),
      await assembly.act(chair, "agenda.start", { item: next?.id }),
      await assembly.act(chair, "ballot.open", { subject: `text:${ballot.text}` }),
      await assembly.act(chair, "gathering.close", {}),
    ];
    expect(refused.map((one) => one.json().code)).toEqual(Array.from({ length: 5 }, () => "ballot-open"));
    expect(await everyRowCount(hall.fresh)).toEqual(before);

    await assembly.act(chair, "ballot.conclude", { ballot: ballot.ballot });
    expect((await assembly.act(chair, "agenda.end", { item: current?.id })).statusCode).toBe(200);
    expect((await assembly.act(chair, "gathering.close", {})).statusCode).toBe(200);
    expect((await hall.lastActs(1))[0]?.act).toBe("gathering.closed");
    const after = await assembly.act(chair, "agenda.start", { item: next?.id });
    expect([after.json().code, after.json().detail]).toEqual(["wrong-state", "gathering-closed"]);
  });

  it("PLN-15 nothing is put to the vote without a current item", async () => {
    await using hall = await opened();
    const answer = await hall.assembly.act(hall.assembly.chair.cookie, "ballot.prepare", { subject: "text:none" });
    expect([answer.json().code, answer.json().detail]).toEqual(["wrong-state", "agenda-none-current"]);
  });

  it("PLN-25 the chair prepares, the rule is said in figures, then opens what was prepared", async () => {
    await using hall = await opened();
    const { assembly } = hall;
    await assembly.delegation("Kerloc’h");
    const first = await openFinalBallot(assembly);
    const chair = assembly.chair.cookie;
    await assembly.act(chair, "ballot.cancel", { ballot: first.ballot });
    const form = { subject: `text:${first.text}`, question: "", majority: ">=3/4 expressed", quorum: ">=1/2 present" };
    expect((await assembly.form(chair, "ballot.prepare", form)).statusCode).toBe(303);
    const again = await assembly.act(chair, "ballot.prepare", { subject: `text:${first.text}`, rule: ">=4/5 cast" });
    expect(again.json()).toMatchObject({ rule: ">=4/5 cast", question: expect.stringContaining("Nos communes") });
    expect((await assembly.act(chair, "ballot.open", { ballot: again.json().ballot })).json().number).toBe(2);
    const bad = await assembly.act(chair, "ballot.prepare", { subject: `text:${first.text}`, rule: ">1/3 cast" });
    expect(bad.json().code).toBe("malformed");
  });
});
