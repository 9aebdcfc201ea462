import { describe, expect, it } from "vitest";

import {
  linkLimits,
  startLink,
  stepLink,
  type LinkEffect,
  type LinkEvent,
  type LinkState,
} from "../../../client/connection/index.ts";

const epoch = "e1";
const greeted: LinkEvent = { kind: "greeted", epoch };
const at = (ms: number, chance = 0.5) => ({ ms, chance, epoch });

/** Lives through the events in order, each at its time; what the last one asked for. */
function live(
  events: readonly (readonly [number, LinkEvent])[],
  chance = 0.5,
): { state: LinkState; effects: readonly LinkEffect[] } {
  let step = startLink(0);
  for (const [ms, event] of events) step = stepLink(step.state, event, at(ms, chance));
  return step;
}

describe("the link of a page", () => {
  it("UI-9 opens, greets, and is live once the server has answered", () => {
    expect(startLink(0)).toEqual({
      state: { kind: "connecting", attempt: 0, sinceMs: null, dueMs: linkLimits.openMs },
      effects: ["open"],
    });
    expect(live([[40, greeted]]).state.kind).toBe("live");
  });

  it("UI-9 cut, it says since when it is no longer live, and tries again by itself", () => {
    const cut = live([
      [40, greeted],
      [5_000, { kind: "closed" }],
    ]);
    expect(cut.state).toEqual({ kind: "waiting", attempt: 0, sinceMs: 5_000, dueMs: 5_375 });
    expect(stepLink(cut.state, { kind: "tick" }, at(5_374)).effects).toEqual([]);
    const retried = stepLink(cut.state, { kind: "tick" }, at(5_375));
    expect(retried.effects).toEqual(["open"]);
    expect(retried.state).toMatchObject({ kind: "connecting", sinceMs: 5_000 });
  });

  it("UI-9 each failure doubles the wait, up to its limit, and `since` stays", () => {
    let state = live([
      [40, greeted],
      [1_000, { kind: "closed" }],
    ]).state;
    const waits: number[] = [];
    for (let round = 0; round < 8; round += 1) {
      if (state.kind !== "waiting") throw new Error(state.kind);
      const { dueMs } = state;
      state = stepLink(state, { kind: "tick" }, at(dueMs)).state;
      state = stepLink(state, { kind: "closed" }, at(dueMs, 1)).state;
      if (state.kind !== "waiting") throw new Error(state.kind);
      waits.push(state.dueMs - dueMs);
      expect(state.sinceMs).toBe(1_000);
    }
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000, 15_000]);
  });

  it("UI-9 chance spreads three hundred phones over the upper half of the wait", () => {
    const due = (chance: number): number => {
      const { state } = live(
        [
          [0, greeted],
          [0, { kind: "closed" }],
        ],
        chance,
      );
      return state.kind === "waiting" ? state.dueMs : -1;
    };
    expect([due(0), due(0.5), due(0.999)]).toEqual([250, 375, 500]);
  });

  it("UI-10 a silent network is found out: the server is asked, and without an answer the page is cut", () => {
    const asked = live([
      [0, greeted],
      [linkLimits.quietMs, { kind: "tick" }],
    ]);
    expect(asked.effects).toEqual(["greet"]);
    const late = linkLimits.quietMs + linkLimits.answerMs;
    expect(stepLink(asked.state, { kind: "tick" }, at(late - 1)).effects).toEqual([]);
    const cut = stepLink(asked.state, { kind: "tick" }, at(late));
    expect(cut.effects).toEqual(["close"]);
    expect(cut.state).toMatchObject({ kind: "waiting", sinceMs: 0 });
    expect(stepLink(asked.state, greeted, at(late)).state).toEqual({ kind: "live", askedMs: null, heardMs: late });
  });

  it("UI-10 the browser’s own word for a lost network cuts at once, and for its return tries soon", () => {
    const lost = live([
      [0, greeted],
      [700, { kind: "network-lost" }],
    ]);
    expect(lost.effects).toEqual(["close"]);
    const back = stepLink(lost.state, { kind: "network-back" }, at(800, 0.2));
    expect(back.state).toMatchObject({ kind: "waiting", dueMs: 900, sinceMs: 700 });
  });

  it("UI-11 another epoch means load anew, and nothing comes after", () => {
    const reload = live([[40, { kind: "greeted", epoch: "e2" }]]);
    expect(reload).toEqual({ state: { kind: "reloading" }, effects: ["close", "reload"] });
    for (const kind of ["closed", "tick", "network-back"] as const) {
      expect(stepLink(reload.state, { kind }, at(99_000)).effects).toEqual([]);
    }
  });

  it("UI-9 an opening that takes too long is given up", () => {
    const given = live([[linkLimits.openMs, { kind: "tick" }]]);
    expect(given.effects).toEqual(["close"]);
    expect(given.state).toMatchObject({ kind: "waiting", attempt: 1, sinceMs: linkLimits.openMs });
  });
});
