import { assertNever } from "../../../shared/refusals.ts";
import { programmeTime, weekday, type Translate } from "../../../shared/i18n/index.ts";
import type { AgendaLine, AgendaView, Shell } from "../../../shared/views/index.ts";
import { definePage, frame, gatheringPath, placeOf } from "../../page/index.ts";
import { html, state, type Html } from "../../ui/index.ts";
import { agendaForm } from "./agenda-form.ts";

/** `/programme`: the days and their items; what is under way is marked, what is done stays readable. */
export const agenda = definePage<AgendaView>({
  page: "agenda",
  entry: "papers",
  title: (_view, t) => t("agenda.title"),
  body(view, beside) {
    const { t } = beside;
    const days = view.days.map((day) => {
      const id = `day-${day.day}`;
      return html`<section aria-labelledby="${id}"><h2 id="${id}">${weekday(day.atMs, placeOf(view.shell))}</h2>
        <ol class="order">${day.items.map((item) => line(view, item, t))}</ol></section>`;
    });
    return frame(
      view.shell,
      beside,
      { tab: "agenda", layout: "leaf programme", foot: true },
      html`<h1>${t("agenda.title")}</h1>
        ${view.days.length === 0 ? html`<p class="empty">${t("agenda.empty")}</p>` : days}
        ${view.mayEdit ? html`<section aria-labelledby="add"><h2 id="add">${t("agenda.add")}</h2>${agendaForm(view, null, t)}</section>` : null}`,
    );
  },
});

/** `11 h 30`; nothing when no time is said. */
const startTime = ({ startMinutes }: AgendaLine): string => (startMinutes === null ? "" : programmeTime(startMinutes));

function line(view: AgendaView, item: AgendaLine, t: Translate): Html {
  const current = item.state === "current";
  return html`<li class="${current ? "now" : item.state === "done" ? "done" : null}" aria-current="${current ? "step" : null}">
    <span class="no">${startTime(item)}</span><span dir="auto">${item.title}</span>${stateOf(item, t)}
    ${item.note ? html`<small dir="auto">${item.note}</small>` : null}
    ${item.text ? textLink(item.text, view.shell, t) : null}${view.mayEdit && item.state !== "done" ? change(view, item, t) : null}</li>`;
}

const change = (view: AgendaView, item: AgendaLine, t: Translate): Html => html`
  <details class="change-item"><summary>${t("agenda.change")}<span class="vh"> ${item.title}</span></summary>${agendaForm(view, item, t)}</details>`;

const textLink = (text: { readonly id: string; readonly title: string }, shell: Shell, t: Translate): Html => html`
  <small>${t("agenda.about")} <a href="${gatheringPath(shell, `/textes/${text.id}`)}" dir="auto">${text.title}</a></small>`;

function stateOf(item: AgendaLine, t: Translate): Html | null {
  switch (item.state) {
    case "current":
      return state("live", t("agenda.current"));
    case "done":
      return state("npp", t("agenda.done"));
    case "reserved":
      return state("wait", t("agenda.reserved"));
    case "planned":
      return null;
    default:
      return assertNever(item.state);
  }
}
