import { describe, expect, it } from "vitest";

import { decline, sign } from "../../../shared/declarations/index.ts";

describe("signatures", () => {
  const adopted = { text: "adopted", enrolled: true } as const;

  it("DCL-18 a delegation signs an adopted text, with a reservation or without, or says that it does not", () => {
    expect(sign(adopted, null)).toEqual({ ok: true, value: { state: "signed", reservationHash: null } });
    expect(sign(adopted, "h")).toEqual({ ok: true, value: { state: "signed", reservationHash: "h" } });
    expect(decline(adopted)).toEqual({ ok: true, value: { state: "declined" } });
  });

  it.each(["draft", "tabled", "rejected", "published", "withdrawn"] as const)(
    "DCL-18 neither signs nor declines a text that is %s",
    (text) => {
      const refusal = { ok: false, code: "wrong-state", detail: `text-${text}` };
      expect(sign({ text, enrolled: true }, null)).toEqual(refusal);
      expect(decline({ text, enrolled: true })).toEqual(refusal);
    },
  );

  it("DCL-18 a delegation that was withdrawn neither signs nor declines", () => {
    const refusal = { ok: false, code: "wrong-state", detail: "delegation-withdrawn" };
    expect(sign({ ...adopted, enrolled: false }, null)).toEqual(refusal);
    expect(decline({ ...adopted, enrolled: false })).toEqual(refusal);
  });
});
