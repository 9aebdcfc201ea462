import { describe, expect, it } from "vitest";

import { stepFreshness, type Freshness, type FreshnessEvent } from "../../../client/connection/index.ts";

/** Lives through the events; the times at which a newer view was asked. */
function asks(events: readonly (readonly [number, FreshnessEvent["kind"]])[], chance = 0.5): readonly number[] {
  let state: Freshness = { kind: "fresh" };
  const asked: number[] = [];
  for (const [ms, kind] of events) {
    const step = stepFreshness(state, { kind }, { ms, chance });
    state = step.state;
    if (step.ask) asked.push(ms);
  }
  return asked;
}

describe("when a page asks for a newer view", () => {
  it("UI-12 an act makes it ask once, after its own part of the spread", () => {
    expect(
      asks([
        [0, "changed"],
        [399, "tick"],
        [400, "tick"],
        [500, "tick"],
      ]),
    ).toEqual([400]);
    expect(
      asks(
        [
          [0, "changed"],
          [0, "tick"],
        ],
        0,
      ),
    ).toEqual([0]);
  });

  it("UI-12 several acts at once are one question", () => {
    expect(
      asks([
        [0, "changed"],
        [10, "changed"],
        [20, "changed"],
        [400, "tick"],
        [401, "tick"],
      ]),
    ).toEqual([400]);
  });

  it("UI-12 one question in flight; what happens meanwhile is one more after it", () => {
    const events = [
      [0, "wanted"],
      [0, "tick"],
      [10, "changed"],
      [20, "changed"],
      [30, "tick"],
      [100, "answered"],
      [499, "tick"],
      [500, "tick"],
      [900, "answered"],
      [5_000, "tick"],
    ] as const;
    expect(asks(events)).toEqual([0, 500]);
  });

  it("UI-12 who has just acted does not wait for the spread", () => {
    expect(
      asks([
        [0, "changed"],
        [5, "wanted"],
        [5, "tick"],
      ]),
    ).toEqual([5]);
  });

  it("UI-12 a failed question is asked again, later each time", () => {
    const events = [
      [0, "wanted"],
      [0, "tick"],
      [10, "failed"],
      [759, "tick"],
      [760, "tick"],
      [800, "failed"],
      [2_299, "tick"],
      [2_300, "tick"],
    ] as const;
    expect(asks(events)).toEqual([0, 760, 2_300]);
  });
});
