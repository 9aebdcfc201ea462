import type { Translate } from "../../../shared/i18n/index.ts";
import { limits } from "../../../shared/limits.ts";
import { assertNever } from "../../../shared/refusals.ts";
import type { DelegationLine, DeskView } from "../../../shared/views/index.ts";
import { actForm, definePage, frame, gatheringPath } from "../../page/index.ts";
import { button, field, html, linkButton, state, type Html } from "../../ui/index.ts";

/** `/accueil`: look for a name, press once. */
export const desk = definePage<DeskView>({
  page: "desk",
  entry: "desk",
  title: (_view, t) => t("desk.title"),
  body(view, beside) {
    const { t } = beside;
    const { shell, present, enrolled } = view;
    return frame(
      shell,
      beside,
      { layout: "leaf", tab: "me" },
      html`<h1>${t("desk.title")}</h1><p class="num">${t("desk.count", { present, enrolled })}</p>
        ${search(view, t)}${lines(view, t)}${view.mayAdmit ? admit(view, t) : null}`,
    );
  },
});

const search = (view: DeskView, t: Translate): Html => html`
  <form method="get" action="${gatheringPath(view.shell, "/accueil")}" role="search" class="search">
  ${field({ name: "q", label: t("desk.search"), value: view.query, autocomplete: "off" })}
  <div class="row-acts">${button({ words: t("desk.search-submit") })}
  ${view.query === "" ? null : linkButton({ words: t("desk.all"), href: gatheringPath(view.shell, "/accueil"), bare: true })}</div></form>`;

function lines(view: DeskView, t: Translate): Html {
  if (view.lines.length === 0)
    return html`<p class="empty">${t(view.query === "" ? "desk.none" : "desk.none-found")}</p>`;
  return html`<ul class="rows">${view.lines.map((line) => row(view, line, t))}</ul>`;
}

function row(view: DeskView, line: DelegationLine, t: Translate): Html {
  const { id, name, delegates, observers } = line;
  return html`<li class="desk-row"><div><h2 dir="auto">${name}</h2>
    <p class="small">${t("desk.places", { delegates, observers })}</p><p class="small">${standing(line, t)}</p></div>
    ${mark(view, line, t)}${line.state === "withdrawn" ? null : votesBy(view, line, t)}
    ${view.mayAdmit && line.state !== "withdrawn" ? change(view, id, name, t) : null}</li>`;
}

function standing(line: DelegationLine, t: Translate): Html {
  switch (line.state) {
    case "admitted":
      return line.excused ? state("npp", t("desk.excused")) : state("wait", t("desk.admitted"));
    case "present":
      return state("for", t("desk.present"));
    case "absent":
      return state("npp", t(line.excused ? "desk.excused" : "desk.absent"));
    case "withdrawn":
      return state("fallen", t("desk.withdrawn"));
    default:
      return assertNever(line.state);
  }
}

/** The one button of a row: arrival for who is not there, departure for who is. */
function mark(view: DeskView, { id, name, state: standing }: DelegationLine, t: Translate): Html | null {
  if (standing === "withdrawn") return null;
  const there = standing === "present";
  const words = t(there ? "desk.leave" : "desk.arrive");
  const action = there ? "delegation.leave" : "delegation.arrive";
  return actForm(
    view.shell,
    { action, hidden: { delegation: id }, layout: "desk-mark" },
    html`<button class="btn">${words}<span class="vh"> ${name}</span></button>`,
  );
}

/** How the delegation votes in the hall, said and changed in one place. */
const votesBy = (
  view: DeskView,
  { id, name, votesBy: by, zone, excused, state: standing }: DelegationLine,
  t: Translate,
): Html => html`
  <details class="desk-change"><summary class="btn btn--bare">${t(`desk.by-${by}`, { zone })}<span class="vh"> ${name}</span></summary>
  ${actForm(
    view.shell,
    { action: "delegation.votesBy", hidden: { delegation: id } },
    html`<div class="field"><label for="by-${id}">${t("desk.votes-by")}</label>
      <select id="by-${id}" name="by">${ways.map(
        ([channel, place]) =>
          html`<option value="${channel === "phone" ? channel : `${channel} ${place}`}" ?selected="${channel === by && (channel === "phone" || place === zone)}">${t(`desk.by-${channel}`, { zone: place })}</option>`,
      )}</select></div>${button({ words: t("desk.votes-by-submit") })}`,
  )}${standing === "present" ? null : actForm(view.shell, { action: "delegation.excuse", hidden: { delegation: id, excused: String(!excused) } }, button({ words: t(excused ? "desk.unexcuse" : "desk.excuse"), bare: true }))}</details>`;

const ways = [
  ["phone", 1],
  ...Array.from({ length: limits.zones }, (_, i) => ["hands", i + 1] as const),
  ...Array.from({ length: limits.boxes }, (_, i) => ["paper", i + 1] as const),
] as const;

const change = (view: DeskView, id: string, name: string, t: Translate): Html => html`
  <details class="desk-change"><summary class="btn btn--bare">${t("desk.change")}<span class="vh"> ${name}</span></summary>
  ${actForm(
    view.shell,
    { action: "delegation.rename", hidden: { delegation: id } },
    html`<div class="field"><label for="name-${id}">${t("desk.name")}</label>
      <input id="name-${id}" name="name" value="${name}" maxlength="120" required dir="auto"></div>
      ${button({ words: t("desk.rename") })}`,
  )}
  ${actForm(view.shell, { action: "delegation.withdraw", hidden: { delegation: id } }, button({ words: t("desk.withdraw"), bare: true, twice: t("desk.withdraw-twice") }))}
  </details>`;

function admit(view: DeskView, t: Translate): Html {
  const typed = view.shell.refused?.fields ?? {};
  const count = (name: "delegates" | "observers"): Html =>
    field({
      name,
      label: t(`desk.${name}`),
      value: typed[name] ?? "2",
      type: "number",
      inputmode: "numeric",
      required: true,
    });
  const inside = html`${field({ name: "name", label: t("desk.name"), value: typed["name"] ?? "", required: true, maxLength: 120, autocomplete: "off" })}
    ${count("delegates")}${count("observers")}${button({ words: t("desk.admit-submit"), now: true })}`;
  return html`<section><h2>${t("desk.admit")}</h2>
    ${actForm(view.shell, { action: "delegation.admit" }, inside)}
    <p class="small">${t("desk.alone-hint")}</p>
    <div class="row-acts">${linkButton({ words: t("desk.list"), href: gatheringPath(view.shell, "/accueil/liste") })}
    ${linkButton({ words: t("desk.codes"), href: gatheringPath(view.shell, "/codes") })}</div></section>`;
}
