import { describe, expect, it } from "vitest";

import { isTransient, resendAfterMs } from "../../../client/voting/index.ts";
import { refusalStatus } from "../../../shared/refusals.ts";

describe("a vote that was not received", () => {
  it("UI-17 is sent again less and less often, up to a limit, spread by chance", () => {
    expect([1, 2, 3, 4, 5, 6].map((tries) => resendAfterMs(tries, 1))).toEqual([
      2_000, 4_000, 8_000, 15_000, 15_000, 15_000,
    ]);
    expect([0, 0.5, 1].map((chance) => resendAfterMs(1, chance))).toEqual([1_000, 1_500, 2_000]);
  });

  it("UI-17 waits only where another try may help: every other refusal is an answer", () => {
    expect(Object.keys(refusalStatus).filter(isTransient).sort()).toEqual(["too-many", "try-again"]);
  });
});
