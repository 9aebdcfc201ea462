import type { RefusalCode } from "../refusals.ts";
import type { Translate } from "./translate.ts";
import { refusals } from "./fr/refusals.ts";

/**
 * A refusal as a delegate reads it. `detail` is a word of the dictionary's `detail.<word>`, or `<word>:<count, when or number>`; one that
 * the dictionary does not have is said as "la situation a changé", never shown raw. `needed-by:<number>` names an amendment.
 */
export function refusalWords(t: Translate, code: RefusalCode, detail?: string): string {
  if (code !== "wrong-state" && code !== "not-adoptable") return t(`refusal.${code}`);
  const [word, said = ""] = (detail ?? "unknown").split(":");
  if (word === "needed-by") return t("refusal.needed-by", { number: said });
  const key = `detail.${word}`;
  return t(`refusal.${code}`, {
    detail: isDetail(key) ? t(key, { count: Number(said), when: said, number: said }) : t("detail.unknown"),
  });
}

type DetailKey = Extract<keyof typeof refusals, `detail.${string}`>;

const isDetail = (key: string): key is DetailKey => key.startsWith("detail.") && key in refusals;
