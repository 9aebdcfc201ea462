import { refusalWords, translator } from "../../shared/i18n/index.ts";
import { rolesFor } from "../../shared/people/index.ts";
import type { Refused, RefusalCode } from "../../shared/refusals.ts";
import type { RefusalView, Shell } from "../../shared/views/index.ts";

/** Refusals that a code would lift: their words stand above the code form. */
const opensWithCode: ReadonlySet<RefusalCode> = new Set<RefusalCode>([
  "not-signed-in",
  "seat-moved",
  "not-allowed",
  "code-revoked",
  "code-unknown",
]);

/** Instead of the page that was asked: why not, who may, and the code form where a code would open it. */
export function refusalView(shell: Shell, refused: Refused): RefusalView {
  const { code, detail } = refused;
  const isSeated = shell.me !== null;
  const allowed = isSeated && code === "not-allowed" && detail !== undefined;
  return {
    page: "refusal",
    shell,
    code,
    words: refusalWords(translator("fr"), code, detail),
    allowed: allowed ? { action: detail, roles: rolesFor(detail) } : null,
    codeForm: !opensWithCode.has(code) ? null : isSeated ? "beside" : "first",
    next: shell.gathering === null ? null : `/r/${shell.gathering.slug}${shell.path}`,
  };
}
