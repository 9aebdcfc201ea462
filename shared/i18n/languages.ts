import { fr } from "./fr/all.ts";
import { makeTranslator, type Translate } from "./translate.ts";

/** English comes by adding a file with the same keys. */
const languages = { fr } as const;
type Language = keyof typeof languages;

const isLanguage = (word: string): word is Language => word in languages;

const made = new Map<Language, Translate>();

/** All the words of a language. Of an unknown language: French. */
export function translator(language: string): Translate {
  const known: Language = isLanguage(language) ? language : "fr";
  const before = made.get(known);
  if (before) return before;
  const now = makeTranslator(known, languages[known]);
  made.set(known, now);
  return now;
}
