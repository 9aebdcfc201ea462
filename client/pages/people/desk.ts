import type { Translate } from "../../../shared/i18n/index.ts";
import { assertNever } from "../../../shared/refusals.ts";
import type { DelegationLine, DeskView, Shell } from "../../../shared/views/index.ts";
import { actForm, definePage, frame, gatheringPath } from "../../page/index.ts";
import { button, field, html, linkButton, state, type Html } from "../../ui/index.ts";

/** `/accueil`: look for a name, press once; the rest of a delegation stands on its own page. */
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
    ${mark(view.shell, line, t)}
    <a class="desk-change" href="${gatheringPath(view.shell, `/accueil/${id}`)}">${t(`desk.by-${line.votesBy}`, { zone: line.zone })}<span class="vh"> ${name}</span></a></li>`;
}

export function standing(line: DelegationLine, t: Translate): Html {
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
export function mark(shell: Shell, { id, name, state: now }: DelegationLine, t: Translate): Html | null {
  if (now === "withdrawn") return null;
  const there = now === "present";
  const words = t(there ? "desk.leave" : "desk.arrive");
  const action = there ? "delegation.leave" : "delegation.arrive";
  return actForm(
    shell,
    { action, hidden: { delegation: id }, layout: "desk-mark" },
    html`<button class="btn">${words}<span class="vh"> ${name}</span></button>`,
  );
}

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
