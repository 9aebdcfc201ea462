import { describe, expect, it } from "vitest";

import { fr } from "../../../shared/i18n/fr/all.ts";
import {
  clockTime,
  clockTimeWithSeconds,
  longDate,
  programmeTime,
  refusalWords,
  translator,
  typesetFrench,
  weekday,
} from "../../../shared/i18n/index.ts";
import { refusalStatus } from "../../../shared/refusals.ts";
import { faultsOfTypography } from "./faults-of-typography.ts";

const t = translator("fr");
const commercy = { language: "fr", timeZone: "Europe/Paris" };
const sundayMs = Date.UTC(2020, 0, 19, 10, 52, 8);

describe("French", () => {
  it("UI-1 every word of the dictionary is set as printed French", () => {
    const values = Object.entries(fr).flatMap(([key, entry]: [string, string | object]) =>
      (typeof entry === "string" ? [entry] : Object.values(entry)).map((words: string) => ({ key, words })),
    );
    expect(values.length).toBeGreaterThan(60);
    const faults = values.flatMap(({ key, words }) =>
      faultsOfTypography(typesetFrench(words)).map((fault) => `${key}: ${fault}`),
    );
    expect(faults).toEqual([]);
  });

  it.each([
    ["Il dit 'non'", "a straight apostrophe"],
    ["quoi?", "no space before ; : ! ? % or »"],
    ["Attendez...", "three dots instead of …"],
    ["deux  mots", "two spaces"],
  ])("UI-1 a fault is seen in %s", (words, fault) => {
    expect(faultsOfTypography(typesetFrench(words))).toContain(fault);
  });

  it.each([
    ["Qui ? Lui !", "Qui\u202f? Lui\u202f!"],
    ["« doit ouvrir »", "«\u202fdoit ouvrir\u202f»"],
    ["Article {article}, alinéa {paragraph}", "Article\u00a0{article}, alinéa\u00a0{paragraph}"],
    ["les amendements {numbers} ?", "les amendements\u00a0{numbers}\u202f?"],
    ["à 11 h 52 : clos", "à 11\u00a0h\u00a052\u202f: clos"],
  ])("UI-2 plain spaces become the spaces of print in %s", (typed, set) => {
    expect(typesetFrench(typed)).toBe(set);
  });

  it("UI-3 each refusal of the closed list has its words", () => {
    const codes = Object.keys(refusalStatus) as readonly (keyof typeof refusalStatus)[];
    for (const code of codes) expect(refusalWords(t, code).length).toBeGreaterThan(10);
    expect(refusalWords(t, "wrong-state", "ballot-closed")).toBe("Ce n’est plus possible\u202f: le scrutin est clos.");
    expect(refusalWords(t, "wrong-state", "<b>")).toBe("Ce n’est plus possible\u202f: la situation a changé.");
  });

  it("UI-4 times are said as in the hall, in the gathering’s own zone", () => {
    expect(clockTime(sundayMs, commercy)).toBe("11\u00a0h\u00a052");
    expect(clockTimeWithSeconds(sundayMs, commercy)).toBe("11\u00a0h\u00a052\u00a0min\u00a008\u00a0s");
    expect(clockTime(sundayMs, { ...commercy, timeZone: "America/Martinique" })).toBe("6\u00a0h\u00a052");
    expect(weekday(sundayMs, commercy)).toBe("dimanche");
    expect(longDate(sundayMs, commercy)).toBe("dimanche 19 janvier 2020");
    expect([9 * 60, 9 * 60 + 30, 8 * 60 + 5].map(programmeTime)).toEqual([
      "9\u00a0h",
      "9\u00a0h\u00a030",
      "8\u00a0h\u00a005",
    ]);
  });
});
