import { refusalWords, translator } from "../../shared/i18n/index.ts";
import type { Refused, RefusalCode } from "../../shared/refusals.ts";
import type { RefusalView, Shell } from "../../shared/views/index.ts";

/** Refusals that another code would lift: their words stand above the code form. */
const opensWithCode: ReadonlySet<RefusalCode> = new Set<RefusalCode>([
  "not-signed-in",
  "seat-moved",
  "not-allowed",
  "code-revoked",
  "code-unknown",
]);

/** Instead of the page that was asked: why not, and the code form where a code would open it. */
export const refusalView = (shell: Shell, refused: Refused): RefusalView => ({
  page: "refusal",
  shell,
  code: refused.code,
  words: refusalWords(translator("fr"), refused.code, refused.detail),
  withCode: opensWithCode.has(refused.code),
  next: shell.gathering === null ? null : `/r/${shell.gathering.slug}${shell.path}`,
});
