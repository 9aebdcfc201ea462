import { clockTime, weekday, type Translate } from "../../../shared/i18n/index.ts";
import type { Ending, Shell } from "../../../shared/views/index.ts";
import { gatheringPath, placeOf } from "../../page/index.ts";
import { code, html, type Html } from "../../ui/index.ts";

type Titled = { readonly id: string; readonly title: string };

/** In one line: what was published, what was adopted at least, or that nothing was. */
export function endingTitle({ declarations, adopted }: Ending, t: Translate): string {
  if (declarations.length > 0) return t("ending.published", { count: declarations.length });
  return adopted.length === 0 ? t("ending.none") : t("ending.adopted-only", { count: adopted.length });
}

/** How the gathering ended: what was published, or that nothing was adopted; and where all of it stays readable. */
export function endingWords(ending: Ending, shell: Shell, t: Translate): Html {
  const { declarations, adopted, rejected, undecided } = ending;
  const place = placeOf(shell);
  return html`<div><p class="about">${t("now.closed")} · ${weekday(ending.closedAtMs, place)}, ${clockTime(ending.closedAtMs, place)}</p>
    <h1>${endingTitle(ending, t)}</h1></div>
    ${titles(null, declarations, "/declarations", shell)}
    ${titles(declarations.length === 0 ? null : t("ending.adopted"), adopted, "/declarations", shell)}
    ${titles(t("ending.rejected"), rejected, "/declarations", shell)}
    ${titles(t("ending.undecided"), undecided, "/textes", shell)}
    <p>${t("ending.readable")}</p>
    <p class="about">${t("ending.journal")} ${code(ending.journalCode)}</p>
    <p><a href="${gatheringPath(shell, "/proces-verbal")}">${t("foot.minutes")}</a></p>`;
}

const titles = (heading: string | null, list: readonly Titled[], path: string, shell: Shell): Html | null =>
  list.length === 0
    ? null
    : html`${heading === null ? null : html`<h2 class="label">${heading}</h2>`}<ul class="next">${list.map(
        ({ id, title }) => html`<li><a href="${gatheringPath(shell, `${path}/${id}`)}" dir="auto">${title}</a></li>`,
      )}</ul>`;
