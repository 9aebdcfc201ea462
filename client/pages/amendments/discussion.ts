import { clockTime, weekday, type Translate } from "../../../shared/i18n/index.ts";
import { limits } from "../../../shared/limits.ts";
import type { AmendmentView, CommentLine } from "../../../shared/views/index.ts";
import { actForm, gatheringPath, placeOf } from "../../page/index.ts";
import { button, field, html, type Html } from "../../ui/index.ts";

/** What is said under an amendment, for all to read and for whoever takes part to join in; no part of the record. */
export function discussion(view: AmendmentView, t: Translate): Html | null {
  const { lines, before, speaks } = view.discussion;
  if (lines.length === 0 && !speaks) return null;
  const all = `${gatheringPath(view.shell, `/amendements/${view.amendment.number}`)}?discussion=tout`;
  return html`<section class="discussion noprint" aria-labelledby="discussion"><h2 id="discussion">${t("discussion.title")}</h2>
    ${before > 0 ? html`<p><a href="${all}">${t("discussion.before", { count: before })}</a></p>` : null}
    <div role="log" aria-labelledby="discussion">${
      lines.length === 0
        ? html`<p class="small">${t("discussion.none")}</p>`
        : html`<ul class="plain">${lines.map((line) => comment(view, line, t))}</ul>`
    }</div>${speaks ? say(view, t) : null}</section>`;
}

function comment({ shell, discussion: { takesAway } }: AmendmentView, line: CommentLine, t: Translate): Html {
  const place = placeOf(shell);
  const by = line.delegation ?? t(`discussion.by.${line.desk}`);
  const erase = { action: "amendment.eraseComment", hidden: { comment: line.id } };
  const asked = { words: t("discussion.take-away"), twice: t("discussion.take-away-twice"), bare: true };
  return html`<li data-is="${line.id}"><p><b dir="auto">${by}</b> <span class="small">${weekday(line.saidAtMs, place)}, ${clockTime(line.saidAtMs, place)}</span></p>
    ${line.words === null ? html`<p class="small">${t("discussion.erased")}</p>` : html`<p class="said" dir="auto">${line.words}</p>`}
    ${takesAway && line.words !== null ? actForm(shell, erase, button(asked)) : null}</li>`;
}

function say({ amendment, shell }: AmendmentView, t: Translate): Html {
  const value = shell.refused?.fields?.["words"] ?? "";
  const hint = t("discussion.hint");
  const facts = { name: "words", label: t("discussion.words"), hint, value, rows: 3, required: true };
  return actForm(
    shell,
    { action: "amendment.comment", hidden: { amendment: amendment.id } },
    html`${field({ ...facts, maxLength: limits.commentCharacters })}${button({ words: t("discussion.submit") })}`,
  );
}
