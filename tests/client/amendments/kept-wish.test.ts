import { describe, expect, test } from "vitest";

import { keepWish } from "../../../client/amendments/index.ts";
import { sheet } from "../../support/amendments/sheet.ts";

const base = sheet("p1: L’eau ne se vend pas.");
const document = sheet("p1: L’eau et la terre ne se vendent pas.");

/** What a browser gives: a box of strings. */
function box(hold: (name: string, value: string) => void = () => undefined): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    clear: () => kept.clear(),
    key: () => null,
    getItem: (name) => kept.get(name) ?? null,
    removeItem: (name) => void kept.delete(name),
    setItem(name, value) {
      hold(name, value);
      kept.set(name, value);
    },
  };
}

describe("an amendment that is being composed", () => {
  test("AMD-50 is read back from the device as it was left, with the text it was written on", () => {
    const storage = box();
    const kept = keepWish("wish", () => storage);
    expect(kept.write({ version: 3, base, document, rationale: "Pour la terre.", divisible: true, revision: 2 })).toBe(
      true,
    );
    const wish = keepWish("wish", () => storage).read();
    expect([wish?.version, wish?.rationale, wish?.divisible, wish?.revision]).toEqual([3, "Pour la terre.", true, 2]);
    expect(wish?.base.eq(base) && wish.document.eq(document)).toBe(true);
    kept.write(null);
    expect(kept.read()).toBeNull();
  });

  test("AMD-50 what the device holds and is none is left aside", () => {
    for (const held of [
      "",
      "{",
      "7",
      "null",
      "[]",
      `{"version":1}`,
      `{"version":1,"base":{},"document":{},"rationale":""}`,
    ]) {
      const storage = box();
      storage.setItem("wish", held);
      expect(keepWish("wish", () => storage).read()).toBeNull();
    }
  });

  test("AMD-51 a device that keeps nothing says so", () => {
    const full = box(() => {
      throw new Error("QuotaExceededError");
    });
    expect(
      keepWish("wish", () => full).write({ version: 1, base, document, rationale: "", divisible: false, revision: 0 }),
    ).toBe(false);
    const forbidden = keepWish("wish", () => {
      throw new Error("SecurityError");
    });
    expect(forbidden.read()).toBeNull();
    expect(forbidden.write({ version: 1, base, document, rationale: "", divisible: false, revision: 0 })).toBe(false);
  });
});
