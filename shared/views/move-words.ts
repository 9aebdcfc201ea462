import type { RedlineMove } from "../amendments/index.ts";
import type { Translate } from "../i18n/index.ts";

/** Where a block that is moved goes, or whence it comes. */
export const moveWords = (move: RedlineMove, t: Translate): string => {
  const number = move.number ?? 0;
  return "to" in move ? t(`redline.to.${move.to}`, { number }) : t(`redline.from.${move.from}`, { number });
};
