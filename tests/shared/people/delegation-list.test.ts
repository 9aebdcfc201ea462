import fc from "fast-check";
import { expect, test } from "vitest";

import { limits } from "../../../shared/limits.ts";
import { readDelegationList, sameName, type ListedDelegation } from "../../../shared/people/index.ts";

/** What the one line of a list means: its delegation or its fault. */
const meaning = (line: string, taken: readonly string[] = []): unknown => {
  const [first] = readDelegationList(line, taken);
  return first && ("delegation" in first.read ? Object.values(first.read.delegation) : first.read.fault);
};

test.for<readonly [line: string, meaning: unknown]>([
  ["Tanneries, 2, 1", ["Tanneries", 2, 1]],
  ["Tanneries", ["Tanneries", 2, 2]],
  ["Tanneries, 3", ["Tanneries", 3, 0]],
  ["Tanneries,,", ["Tanneries", 2, 0]],
  ["  Tanneries \u00a0 du  Bas ; 1 ; 0 ", ["Tanneries du Bas", 1, 0]],
  ["Tanneries\t1\t4", ["Tanneries", 1, 4]],
  ['"Le Havre, ville haute", 1, 0', ["Le Havre, ville haute", 1, 0]],
  ["Le Havre, ville haute; 1; 0", ["Le Havre, ville haute", 1, 0]],
  ["Les « Communaux », 1, 0", ["Les « Communaux »", 1, 0]],
  [", 2, 2", "no-name"],
  ["x".repeat(limits.nameCharacters), ["x".repeat(limits.nameCharacters), 2, 2]],
  ["x".repeat(limits.nameCharacters + 1), "name-too-long"],
  ["Le Havre, ville haute, 1, 0", "too-many-fields"],
  ["Tanneries, deux", "not-a-number"],
  ["Tanneries, -1", "not-a-number"],
  ["Tanneries, 1.5", "not-a-number"],
  ["Tanneries, 0, 2", "no-delegate"],
  [`Tanneries, ${limits.peoplePerDelegation}, 0`, ["Tanneries", limits.peoplePerDelegation, 0]],
  [`Tanneries, ${limits.peoplePerDelegation}, 1`, "too-many-people"],
  ["Tann\u0000eries", "not-text"],
])("PPL-25 the line %j is read as %j", ([line, expected]) => {
  expect(meaning(line)).toEqual(expected);
});

test.for<readonly [line: string, understood: unknown, doubt: string | undefined]>([
  ["Commune libre de Montbrun 2 0", ["Commune libre de Montbrun", 2, 0], "numbers-without-commas"],
  ["Assemblée du 18 mars 1 1", ["Assemblée du 18 mars", 1, 1], "numbers-without-commas"],
  ["Comité de Paris 18", ["Comité de Paris 18", 2, 2], "name-ends-in-number"],
  ["Comité de Paris 18, 2, 1", ["Comité de Paris 18", 2, 1], undefined],
  ["Comité de Paris 18, 2", ["Comité de Paris 18", 2, 0], "name-ends-in-number"],
  ["Acte 17 11 2018", ["Acte 17 11 2018", 2, 2], "name-ends-in-number"],
  ['"Comité de Paris 18", 2, 1', ["Comité de Paris 18", 2, 1], undefined],
  ['"Acte 17 11"', ["Acte 17 11", 2, 2], undefined],
  ["Tanneries, 3", ["Tanneries", 3, 0], "no-observers-count"],
  ["Tanneries, 3,", ["Tanneries", 3, 0], "no-observers-count"],
  ["Tanneries,, 1", ["Tanneries", 2, 1], "no-delegates-count"],
  ["Tanneries, 3, 0", ["Tanneries", 3, 0], undefined],
  ["Tanneries", ["Tanneries", 2, 2], undefined],
  ["18 mars", ["18 mars", 2, 2], undefined],
])("PPL-34 the line %j is understood as %j, with the doubt %j", ([line, understood, doubt]) => {
  const [first] = readDelegationList(line, []);
  expect(meaning(line)).toEqual(understood);
  expect(first && "delegation" in first.read && first.read.doubt).toBe(doubt);
});

test("PPL-34 two numbers without commas that cannot be counts make a fault, not a name", () => {
  expect(meaning("Tanneries 0 2")).toBe("no-delegate");
  expect(meaning("Tanneries 30 2")).toBe("too-many-people");
});

test("PPL-26 a name counts once whatever its case, accents, apostrophes and blanks; taken ones are said apart", () => {
  const lines = readDelegationList("Évreux l’Ouverte\n\nevreux  l'ouverte\nKERLOCH", ["Kerloch"]);
  expect(lines.map(({ line, read }) => [line, "fault" in read ? read.fault : null])).toEqual([
    [1, null],
    [3, "twice-in-list"],
    [4, "name-taken"],
  ]);
});

test("PPL-27 a list ends at its limit, and each line beyond it is said", () => {
  const list = Array.from({ length: limits.delegationsPerPaste + 2 }, (_, i) => `Commune ${i}`).join("\n");
  const faults = readDelegationList(list, []).filter(({ read }) => "fault" in read);
  expect(faults.map(({ line }) => line)).toEqual([limits.delegationsPerPaste + 1, limits.delegationsPerPaste + 2]);
});

const name = fc.stringMatching(/^[A-Za-zÀ-ÿ’ -]{1,40}$/u).filter((typed) => typed.trim() !== "");
const listed: fc.Arbitrary<ListedDelegation> = fc.record({
  name: name.map((typed) => typed.normalize("NFC").replace(/\s+/gu, " ").trim()),
  delegates: fc.integer({ min: 1, max: 10 }),
  observers: fc.integer({ min: 0, max: 10 }),
});

test("PPL-28 a list that is written out is read back whole, with each separator", () => {
  const unique = fc.uniqueArray(listed, { maxLength: 30, selector: (one) => sameName(one.name) });
  fc.assert(
    fc.property(unique, fc.constantFrom(", ", ";", "\t"), (delegations, separator) => {
      const list = delegations.map((one) => [one.name, one.delegates, one.observers].join(separator)).join("\r\n");
      const read = readDelegationList(list, []).map((line) => line.read);
      expect(read).toEqual(delegations.map((delegation) => ({ delegation })));
    }),
  );
});

test("PPL-28 whatever is pasted is read without a throw, a line each", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (pasted) => {
      const lines = pasted.split(/\r\n|\r|\n/u).filter((line) => line.trim() !== "");
      expect(readDelegationList(pasted, []).map((line) => line.text)).toEqual(lines.map((line) => line.trim()));
    }),
  );
});
