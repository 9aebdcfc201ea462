export {
  clockTime,
  clockTimeWithSeconds,
  longDate,
  programmeTime,
  dayAndTime,
  momentOf,
  weekday,
  weekdayAndTime,
  type Place,
} from "./times.ts";
export { translator } from "./languages.ts";
export { makeTranslator, type Translate, type WordKey, type Words } from "./translate.ts";
export { typesetFrench } from "./typography.ts";
export { refusalWords } from "./refusal-words.ts";
