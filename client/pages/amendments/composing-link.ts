import type { AmendmentView } from "../../../shared/views/index.ts";
import { gatheringPath } from "../../page/index.ts";

/**
 * Where an amendment is worded anew, or amended in turn: with the place that it changes before one's eyes. A block that it
 * brings has no name in the text yet: then the one before it.
 */
export function composingLink({ amendment: sheet, shell }: AmendmentView, asked: "rectifie" | "sous-amende"): string {
  const stays = ({ id, change }: (typeof sheet.redline)[number]): boolean =>
    !id.startsWith("+") && change !== "deleted";
  const changed = sheet.redline.findIndex(({ change }) => change !== null && change !== "context");
  const at = sheet.redline.slice(Math.max(changed, 0)).find(stays) ?? sheet.redline.find(stays);
  const place = at ? `&a=${encodeURIComponent(at.id)}` : "";
  return gatheringPath(shell, `/textes/${sheet.text.id}/amender?${asked}=${sheet.number}${place}`);
}
