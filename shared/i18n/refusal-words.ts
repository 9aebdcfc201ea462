import type { RefusalCode } from "../refusals.ts";
import type { Translate, WordKey } from "./translate.ts";
import { fr } from "./fr/all.ts";

/**
 * A refusal as a delegate reads it. `detail` is a word of the dictionary's `detail.<word>`; one that the dictionary does
 * not have is said as "la situation a changé", never shown raw. `needed-by:<number>` names an amendment.
 */
export function refusalWords(t: Translate, code: RefusalCode, detail?: string): string {
  if (code !== "wrong-state" && code !== "not-adoptable") return t(`refusal.${code}`);
  const needs = /^needed-by:([0-9]+)$/u.exec(detail ?? "")?.[1];
  if (needs !== undefined) return t("refusal.needed-by", { number: needs });
  const key = `detail.${detail ?? "unknown"}`;
  return t(`refusal.${code}`, { detail: isDetail(key) ? t(key) : t("detail.unknown") });
}

type DetailKey = Extract<WordKey, `detail.${string}`>;

const isDetail = (key: string): key is DetailKey => key.startsWith("detail.") && key in fr;
