import { describe, expect, it } from "vitest";

import {
  currentMoment,
  endItem,
  inAgendaOrder,
  mayOpen,
  reserveItem,
  screenShows,
  startItem,
  type AgendaItem,
  type ItemState,
  type MomentFacts,
  type OpeningFacts,
} from "../../../shared/plenary/index.ts";

const item = (id: string, state: ItemState = "planned", over: Partial<AgendaItem> = {}): AgendaItem => ({
  id,
  position: 1,
  day: 1,
  startMinutes: 9 * 60,
  endMinutes: null,
  title: id,
  kind: "open",
  note: null,
  text: null,
  state,
  ...over,
});

describe("the agenda", () => {
  it("PLN-10 there is one current item: starting one ends the one before", () => {
    const items = [item("a", "current"), item("b"), item("c", "reserved"), item("d", "done")];
    expect(startItem(items, "b", false)).toMatchObject({
      ok: true,
      value: { ended: { id: "a", state: "done" }, started: { id: "b", state: "current" } },
    });
    expect(startItem(items, "c", false).ok).toBe(true);
    expect(startItem([item("b")], "b", true)).toMatchObject({ ok: true, value: { ended: null } });
    expect(startItem(items, "a", false)).toMatchObject({ ok: false, code: "wrong-state", detail: "agenda-current" });
    expect(startItem(items, "d", false)).toMatchObject({ ok: false, code: "wrong-state", detail: "agenda-done" });
    expect(startItem(items, "e", false)).toMatchObject({ ok: false, code: "not-found" });
  });

  it("PLN-11 no item ends, is reserved or gives way while its ballot is open", () => {
    const current = item("a", "current");
    expect(startItem([current, item("b")], "b", true)).toMatchObject({ ok: false, code: "ballot-open" });
    expect(endItem(current, true)).toMatchObject({ ok: false, code: "ballot-open" });
    expect(reserveItem(current, true)).toMatchObject({ ok: false, code: "ballot-open" });
    expect(endItem(current, false)).toMatchObject({ ok: true, value: { state: "done" } });
    expect(reserveItem(current, false)).toMatchObject({ ok: true, value: { state: "reserved" } });
    expect(reserveItem(item("b"), true)).toMatchObject({ ok: true, value: { state: "reserved" } });
    expect(endItem(item("b"), false)).toMatchObject({ ok: false, code: "wrong-state" });
    expect(reserveItem(item("b", "done"), false)).toMatchObject({ ok: false, code: "wrong-state" });
  });

  it("PLN-12 items stand by day, by time, then as placed", () => {
    const items = [
      item("sunday", "planned", { day: 2, startMinutes: 510 }),
      item("late", "planned", { startMinutes: 1080 }),
      item("second", "planned", { position: 2 }),
      item("first"),
      item("some time", "planned", { startMinutes: null }),
    ];
    expect(inAgendaOrder(items).map((one) => one.id)).toEqual(["first", "second", "late", "some time", "sunday"]);
  });
});

describe("what is happening", () => {
  const facts = (over: Partial<MomentFacts> = {}): MomentFacts => ({
    closed: false,
    item: "i1",
    ballots: [],
    called: [],
    ...over,
  });
  const ballot = (number: number, state: "open" | "closed" | "declared" | "cancelled", ...amendments: string[]) => ({
    id: `b${number}`,
    number,
    state,
    amendments,
  });

  it("PLN-13 an open ballot comes before all, then its result until another amendment is called", () => {
    expect(currentMoment(facts({ item: null }))).toEqual({ kind: "between" });
    expect(currentMoment(facts())).toEqual({ kind: "item", item: "i1" });
    expect(currentMoment(facts({ called: ["a1"] }))).toEqual({ kind: "discussion", amendments: ["a1"] });
    const open = [ballot(1, "declared", "a0"), ballot(2, "open", "a1")];
    expect(currentMoment(facts({ called: ["a1"], ballots: open }))).toEqual({ kind: "voting", ballot: "b2" });
    const done = [ballot(2, "declared", "a1"), ballot(1, "declared", "a0")];
    expect(currentMoment(facts({ ballots: done }))).toEqual({ kind: "result", ballot: "b2" });
    expect(currentMoment(facts({ ballots: done, called: ["a2"] }))).toMatchObject({ kind: "discussion" });
    expect(currentMoment(facts({ closed: true, ballots: open }))).toEqual({ kind: "gatheringClosed" });
  });

  it("PLN-13 a ballot without result leaves its amendment called and its result shown; after a stopped one that is discussed again, and no earlier result comes back", () => {
    expect(currentMoment(facts({ called: ["a1"], ballots: [ballot(1, "declared", "a1")] })).kind).toBe("result");
    expect(currentMoment(facts({ called: ["a1"], ballots: [ballot(1, "cancelled", "a1")] })).kind).toBe("discussion");
    const stopped = [ballot(1, "declared", "a1"), ballot(2, "cancelled")];
    expect(currentMoment(facts({ ballots: stopped }))).toEqual({ kind: "result", ballot: "b2" });
    expect(currentMoment(facts({ called: ["a2"], ballots: stopped })).kind).toBe("discussion");
  });

  it("PLN-14 the screen follows what is happening, or what the chair asks when there is something of it", () => {
    const voting = { kind: "voting", ballot: "b2" } as const;
    const facts = { text: "t1", lastResult: "b1" };
    expect(screenShows("auto", voting, facts)).toEqual({ kind: "ballot", ballot: "b2" });
    expect(screenShows("text", voting, facts)).toEqual({ kind: "text", text: "t1" });
    expect(screenShows("result", voting, facts)).toEqual({ kind: "result", ballot: "b1" });
    expect(screenShows("join", voting, facts)).toEqual({ kind: "join" });
    const nothing = { text: null, lastResult: null };
    for (const choice of ["text", "result", "ballot"] as const)
      expect(screenShows(choice, { kind: "item", item: "i1" }, nothing)).toEqual({ kind: "item", item: "i1" });
    expect(screenShows("auto", { kind: "item", item: "i1" }, facts)).toEqual({ kind: "text", text: "t1" });
    expect(screenShows("auto", { kind: "between" }, facts)).toEqual({ kind: "join" });
    expect(screenShows("text", { kind: "gatheringClosed" }, facts)).toEqual({ kind: "closed" });
  });
});

describe("opening a ballot", () => {
  const facts = (over: Partial<OpeningFacts> = {}): OpeningFacts => ({
    item: "i1",
    currentItem: "i1",
    ofSameItem: ["declared", "cancelled"],
    subject: { kind: "amendment", states: ["called"] },
    ...over,
  });
  const text = (state: string, ...amendmentStates: string[]) =>
    mayOpen(facts({ subject: { kind: "text", state, amendmentStates } }));

  it("PLN-15 only a called amendment is put to the vote, under the current item, one ballot at a time", () => {
    expect(mayOpen(facts())).toEqual({ ok: true, value: true });
    expect(mayOpen(facts({ currentItem: "i2" }))).toMatchObject({ ok: false, code: "wrong-state" });
    expect(mayOpen(facts({ currentItem: null }))).toMatchObject({ ok: false, code: "wrong-state" });
    for (const state of ["open", "closed"] as const)
      expect(mayOpen(facts({ ofSameItem: ["declared", state] }))).toMatchObject({ ok: false, code: "ballot-open" });
    const states = ["called", "withdrawn"];
    expect(mayOpen(facts({ subject: { kind: "amendment", states } }))).toMatchObject({ detail: "amendment-withdrawn" });
  });

  it("PLN-16 the final ballot opens only on a tabled text with no amendment submitted or called", () => {
    expect(text("tabled", "adopted", "rejected", "fallen", "withdrawn", "notMoved").ok).toBe(true);
    expect(text("tabled", "adopted", "submitted")).toMatchObject({ code: "wrong-state", detail: "amendments-alive" });
    expect(text("tabled", "called")).toMatchObject({ code: "wrong-state", detail: "amendments-alive" });
    expect(text("draft")).toMatchObject({ code: "wrong-state", detail: "text-draft" });
  });
});
