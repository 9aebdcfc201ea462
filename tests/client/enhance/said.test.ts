import { describe, expect, it } from "vitest";

import { sayer, sayEveryMs } from "../../../client/enhance/said.ts";

/** A region, a clock and a timer that move when they are told to. */
function hall() {
  const region = { textContent: "" };
  const timers: { run: () => void; dueMs: number }[] = [];
  let nowMs = 0;
  const voice = sayer(
    region,
    () => nowMs,
    (run, ms) => timers.push({ run, dueMs: nowMs + ms }),
  );
  return {
    voice,
    region,
    pass: (ms: number): void => {
      nowMs += ms;
      for (const timer of timers.splice(0)) {
        if (timer.dueMs <= nowMs) timer.run();
        else timers.push(timer);
      }
    },
  };
}

describe("the live region of a page", () => {
  it("UI-13 tells at once, then at most a message each five seconds, and the last one holds", () => {
    const { voice, region, pass } = hall();
    voice.say("un");
    expect(region.textContent).toBe("un");
    pass(1_000);
    voice.say("deux");
    voice.say("trois");
    expect(region.textContent).toBe("un");
    pass(sayEveryMs - 1_001);
    expect(region.textContent).toBe("un");
    pass(1);
    expect(region.textContent).toBe("trois");
    pass(sayEveryMs);
    voice.say("quatre");
    expect(region.textContent).toBe("quatre");
  });
});
