export { clockTime, clockTimeWithSeconds, longDate, programmeTime, weekday, type Place } from "./times.ts";
export {
  isLanguage,
  translator,
  type Entry,
  type Language,
  type Plural,
  type Translate,
  type WordKey,
} from "./translate.ts";
export { typesetFrench } from "./typography.ts";
export { refusalWords } from "./refusal-words.ts";
