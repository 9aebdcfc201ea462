import type { Translate } from "../../shared/i18n/index.ts";
import type { CursorUnits } from "./composer.ts";
import type { CursorPlace } from "./elements/index.ts";

/** The cursor's article and paragraph in words: by the numbers of the base, new ones have none. */
export function placeOf({ block, article, can }: CursorUnits, t: Translate): CursorPlace {
  return {
    block: block && wordsOf("block", block.number, t),
    article: article && wordsOf("article", article.number, t),
    can,
  };
}

const wordsOf = (unit: "block" | "article", number: number | null, t: Translate): string =>
  number === null ? t(`amend.unit-${unit}-new`) : t(`amend.unit-${unit}-number`, { number });
