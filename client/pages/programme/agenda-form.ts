import type { Translate } from "../../../shared/i18n/index.ts";
import { itemKinds } from "../../../shared/plenary/index.ts";
import type { AgendaLine, AgendaView } from "../../../shared/views/index.ts";
import { actForm } from "../../page/index.ts";
import { button, html, type Html } from "../../ui/index.ts";

/** Changes an item, or adds one when there is none. An item that is done, or under way, is taken out by nobody. */
export function agendaForm(view: AgendaView, item: AgendaLine | null, t: Translate): Html {
  const id = item?.id ?? "new";
  const named = (name: string): string => `${name}-${id}`;
  const day = item?.day ?? view.days[view.days.length - 1]?.day ?? 1;
  const inside = html`
    ${input(named("title"), "title", t("agenda.item-title"), "text", item?.title ?? "")}
    <div class="field"><label for="${named("kind")}">${t("agenda.kind")}</label><select id="${named("kind")}" name="kind">${itemKinds.map(
      (kind) =>
        html`<option value="${kind}" ?selected="${kind === (item?.kind ?? "plenary")}">${t(`agenda.kind.${kind}`)}</option>`,
    )}</select></div>
    <div class="times">${input(named("day"), "day", t("agenda.day"), "number", String(day))}
    ${input(named("start"), "start", t("agenda.start"), "time", clock(item?.startMinutes ?? null))}
    ${input(named("end"), "end", t("agenda.end"), "time", clock(item?.endMinutes ?? null))}</div>
    <div class="field"><label for="${named("text")}">${t("agenda.text")}</label><select id="${named("text")}" name="text">
      <option value="">${t("agenda.text-none")}</option>${view.texts.map(
        (text) => html`<option value="${text.id}" ?selected="${text.id === item?.text?.id}">${text.title}</option>`,
      )}</select></div>
    ${input(named("note"), "note", t("agenda.note"), "text", item?.note ?? "")}
    ${button({ words: t(item === null ? "agenda.add" : "agenda.save") })}`;
  const hidden = item === null ? {} : { item: item.id };
  return html`${actForm(view.shell, { action: "agenda.edit", hidden, layout: "agenda-form" }, inside)}
    ${item?.state === "planned" || item?.state === "reserved" ? removal(view, item, t) : null}`;
}

const removal = (view: AgendaView, item: AgendaLine, t: Translate): Html =>
  actForm(
    view.shell,
    { action: "agenda.edit", hidden: { item: item.id, remove: "1" } },
    button({ words: t("agenda.remove"), bare: true, twice: t("agenda.remove-twice") }),
  );

const input = (id: string, name: string, label: string, type: "text" | "number" | "time", value: string): Html => html`
  <div class="field"><label for="${id}">${label}</label><input id="${id}" name="${name}" type="${type}" value="${value}" dir="auto"
    ?required="${name === "title" || name === "day"}"></div>`;

const clock = (minutes: number | null): string =>
  minutes === null
    ? ""
    : `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
