import { isBlockId } from "../../shared/texts/index.ts";
import type { Opening } from "./composer.ts";

/** `?a=b12&mots=peut ouvrir&de=14`: the block that was touched, the words chosen in it and where; null when none was. */
export function openingIn(search: string): Opening | null {
  const asked = new URLSearchParams(search);
  const block = asked.get("a") ?? "";
  if (block === "" || !isBlockId(block)) return null;
  const offset = Number(asked.get("de"));
  return { block, words: asked.get("mots") ?? "", offset: Number.isSafeInteger(offset) ? offset : 0 };
}
