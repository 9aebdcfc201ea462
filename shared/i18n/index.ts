export { clockTime, clockTimeWithSeconds, longDate, programmeTime, weekday, type Place } from "./times.ts";
export { isLanguage, translator, type Language } from "./languages.ts";
export { makeTranslator, type Entry, type Plural, type Translate, type WordKey, type Words } from "./translate.ts";
export { typesetFrench } from "./typography.ts";
export { refusalWords } from "./refusal-words.ts";
