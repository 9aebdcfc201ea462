import type { Dictionary } from "./fr/all.ts";
import { typesetFrench } from "./typography.ts";

/** Every key of the dictionary; English comes by adding a file with the same keys. */
export type WordKey = keyof Dictionary;

/** A value with a plural: `{count}` chooses the form. `many` (a million) falls back to `other`. */
type Plural = { readonly one: string; readonly many?: string; readonly other: string };
type Entry = string | Plural;

type Names<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
type NamesOf<E> = E extends string ? Names<E> : E extends Plural ? Names<E["one"] | E["other"]> | "count" : never;
type Params<K extends WordKey> = { readonly [N in NamesOf<Dictionary[K]>]: string | number };
type Rest<K extends WordKey> = [NamesOf<Dictionary[K]>] extends [never] ? [] : [params: Params<K>];

/** Says a key in a language, its `{names}` filled in. A missing name does not compile. */
export interface Translate {
  <K extends WordKey>(key: K, ...params: Rest<K>): string;
  readonly language: string;
}

/** Some of the words of a language: what one bundle of pages says. */
export type Words = { readonly [K in WordKey]?: Entry };

/**
 * The words of a language, from the dictionary that is at hand; what is added to that later is said too. A key that it does not have is said as the key itself: a
 * page with a bare word is better than none.
 */
export function makeTranslator(language: string, dictionary: Words): Translate {
  const entries: Readonly<Record<string, Entry | undefined>> = dictionary;
  const plural = new Intl.PluralRules(language);
  const number = new Intl.NumberFormat(language);
  const set = new Map<string, string>();
  const say = (key: string, params: Readonly<Record<string, string | number>> = {}): string => {
    const entry = entries[key] ?? key;
    const form = typeof entry === "string" ? "other" : plural.select(Number(params["count"]));
    const id = `${key}/${form}`;
    const words =
      set.get(id) ?? typesetFrench(typeof entry === "string" ? entry : (pluralForm(entry, form) ?? entry.other));
    set.set(id, words);
    return words.replace(/\{(\w+)\}/gu, (_match, name: string) => {
      const value = params[name];
      return typeof value === "number" ? number.format(value) : (value ?? "");
    });
  };
  return Object.assign(say, { language });
}

function pluralForm(entry: Plural, form: Intl.LDMLPluralRule): string | undefined {
  return form === "one" ? entry.one : form === "many" ? entry.many : entry.other;
}
