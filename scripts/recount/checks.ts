import { expect, integer, string, type Fields } from "../verify.ts";

/** Refuses any other field: what nobody reads could say something else than what was counted. */
export function only(fields: Fields, keys: readonly string[]): void {
  for (const key of Object.keys(fields)) expect(keys.includes(key), `le champ « ${key} » est inconnu.`);
}

export function count(fields: Fields, key: string): number {
  const number = integer(fields, key);
  expect(number >= 0, `le champ « ${key} » est négatif.`);
  return number;
}

/** Their sum, which must be counted exactly too. */
export function total(counts: readonly number[]): number {
  const sum = counts.reduce((sum, count) => sum + count, 0);
  expect(Number.isSafeInteger(sum), "il y a plus de voix qu’on n’en peut compter exactement.");
  return sum;
}

export function elements(value: unknown, name: string): readonly unknown[] {
  expect(Array.isArray(value), `le champ « ${name} » manque ou n’est pas une liste.`);
  return value;
}

/** Texts, none of them empty or twice the same; `what` names one of them. */
export function names(value: unknown, name: string, what: string): readonly string[] {
  const seen = new Set<string>();
  for (const one of elements(value, name)) {
    expect(typeof one === "string" && one !== "", `le champ « ${name} » contient autre chose qu’un texte.`);
    expect(!seen.has(one), `${what} « ${one} » y est deux fois.`);
    seen.add(one);
  }
  return [...seen];
}

/** One of these words; `what` names it in the fault. */
export function oneOf<const Word extends string>(
  fields: Fields,
  key: string,
  words: readonly Word[],
  what: string,
): Word {
  const said = string(fields, key);
  const word = words.find((word) => word === said);
  expect(word !== undefined, `${what} « ${said} » n’existe pas.`);
  return word;
}
