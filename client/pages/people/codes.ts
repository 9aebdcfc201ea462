import type { Translate } from "../../../shared/i18n/index.ts";
import type { CodesView, DelegationSeats, SeatLine } from "../../../shared/views/index.ts";
import { actForm, definePage, frame, gatheringPath } from "../../page/index.ts";
import { button, field, html, linkButton, type Html } from "../../ui/index.ts";
import { seatFacts, seatHeading } from "./seat-words.ts";

/** `/codes`: who has a code, who entered it; what to print. */
export const codes = definePage<CodesView>({
  page: "codes",
  entry: "desk",
  title: (_view, t) => t("codes.title"),
  body(view, beside) {
    const { t } = beside;
    return frame(
      view.shell,
      beside,
      { layout: "leaf", tab: "me" },
      html`<h1>${t("codes.title")}</h1>
        <p>${linkButton({ words: t("codes.print-all"), href: gatheringPath(view.shell, "/codes/feuille") })}</p>
        ${delegations(view, t)}${others(view, t)}`,
    );
  },
});

function delegations(view: CodesView, t: Translate): Html {
  if (view.delegations.length === 0) {
    return html`<section><h2>${t("codes.delegations")}</h2><p class="empty">${t("codes.delegations-none")}
      <a href="${gatheringPath(view.shell, "/accueil/liste")}">${t("welcome.list")}</a></p></section>`;
  }
  const lacking = view.delegations.some((one) => one.seats < one.places);
  return html`<section><h2>${t("codes.delegations")}</h2>
    ${
      lacking
        ? html`${actForm(view.shell, { action: "code.issue", hidden: { delegations: "all" } }, button({ words: t("codes.issue-all"), now: true }))}
        <p class="small">${t("codes.issue-all-hint")}</p>`
        : null
    }
    <ul class="rows">${view.delegations.map((one) => delegationRow(view, one, t))}</ul></section>`;
}

function delegationRow(view: CodesView, one: DelegationSeats, t: Translate): Html {
  const { id, name, places, seats, used } = one;
  const asked = `?delegation=${encodeURIComponent(id)}`;
  const opened = view.opened?.id === id ? view.opened.seats : null;
  return html`<li id="d-${id}"><h3 dir="auto">${name}</h3>
    <p class="small">${t("codes.progress", { seats, places, used })}</p>
    <div class="row-acts">
    ${seats < places ? actForm(view.shell, { action: "code.issue", hidden: { delegation: id } }, button({ words: t("codes.issue-one") })) : null}
    ${opened === null && seats > 0 ? linkButton({ words: t("codes.see"), href: gatheringPath(view.shell, `/codes${asked}#d-${id}`) }) : null}
    ${seats > 0 ? linkButton({ words: t("codes.print"), href: gatheringPath(view.shell, `/codes/feuille${asked}`) }) : null}
    </div>
    ${opened === null ? null : seatList(view, opened, t)}</li>`;
}

const others = (view: CodesView, t: Translate): Html => html`
  <section><h2>${t("codes.others")}</h2><p class="small">${t("codes.others-hint")}</p>
  ${seatList(view, view.seats, t)}
  ${actForm(
    view.shell,
    { action: "code.issue", layout: "sheet" },
    html`<div class="field"><label for="field-role">${t("codes.role")}</label>
      <select id="field-role" name="role">${(["chair", "secretary", "teller", "observer", "organiser"] as const).map(
        (role) => html`<option value="${role}">${t(`role.${role}`)}</option>`,
      )}</select></div>
      ${field({ name: "name", label: t("codes.name"), hint: t("codes.name-hint"), maxLength: 120, autocomplete: "off" })}
      ${button({ words: t("codes.issue-role") })}`,
  )}
  <h3>${t("codes.drafters")}</h3>
  ${
    view.texts.length === 0
      ? html`<p class="small">${t("codes.drafters-none")} <a href="${gatheringPath(view.shell, "/textes")}">${t("tab.texts")}</a></p>`
      : html`<p class="small">${t("codes.drafters-hint")}</p>${drafterForm(view, t)}`
  }</section>`;

const drafterForm = (view: CodesView, t: Translate): Html =>
  actForm(
    view.shell,
    { action: "code.issue", hidden: { role: "drafter" }, layout: "sheet" },
    html`<div class="field"><label for="field-text">${t("codes.text")}</label>
      <select id="field-text" name="text">${view.texts.map(
        (text) => html`<option value="${text.id}">${text.title}</option>`,
      )}</select></div>${button({ words: t("codes.issue-drafter") })}`,
  );

const seatList = (view: CodesView, seats: readonly SeatLine[], t: Translate): Html | null =>
  seats.length === 0
    ? null
    : html`<p class="small">${t("codes.revoke-hint")}</p>
      <ul class="rows">${seats.map((seat) => seatRow(view, seat, seats, t))}</ul>`;

function seatRow(view: CodesView, seat: SeatLine, listed: readonly SeatLine[], t: Translate): Html {
  const heading = seatHeading(seat, listed, view.shell.me?.participant ?? "", t);
  const hidden = { participant: seat.participant };
  const sheet = gatheringPath(view.shell, `/codes/feuille?place=${encodeURIComponent(seat.participant)}`);
  return html`<li><h4><span dir="auto">${heading.title}</span></h4>${seatFacts(seat, heading, t)}
    <div class="row-acts">
    ${seat.code === "none" ? null : linkButton({ words: t("codes.print"), href: sheet })}
    ${actForm(view.shell, { action: "code.issue", hidden }, button({ words: t("codes.again") }))}
    ${seat.code === "none" || heading.own ? null : actForm(view.shell, { action: "code.revoke", hidden }, button({ words: t("codes.revoke"), bare: true }))}
    </div></li>`;
}
