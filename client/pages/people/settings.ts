import type { Translate } from "../../../shared/i18n/index.ts";
import type { RoleLine, SeatLine, SettingsView } from "../../../shared/views/index.ts";
import { actForm, definePage, frame } from "../../page/index.ts";
import { button, choice, field, html, type Html } from "../../ui/index.ts";
import { gatheringFields } from "./gathering-fields.ts";
import { roleWords, seatFacts, seatHeading } from "./seat-words.ts";

/** `/reglages`: the gathering's facts, and who holds which role. */
export const settings = definePage<SettingsView>({
  page: "settings",
  entry: "desk",
  title: (_view, t) => t("settings.title"),
  body(view, beside) {
    const { t } = beside;
    return frame(
      view.shell,
      beside,
      { layout: "leaf narrow", tab: "me" },
      html`<h1>${t("settings.title")}</h1>${factsForm(view, t)}
        <section><h2>${t("settings.roles")}</h2><p class="small">${t("settings.roles-hint")}</p>
        ${
          view.seats.length === 0
            ? html`<p class="empty">${t("settings.roles-none")}</p>`
            : html`<ul class="rows">${view.seats.map((seat) => seatRow(view, seat, t))}</ul>`
        }</section>`,
    );
  },
});

function factsForm(view: SettingsView, t: Translate): Html {
  const typed = view.shell.refused?.fields ?? {};
  const { name, place, firstDay, timeZone, draftPublic, supporters } = view.facts;
  const facts = {
    name: typed["name"] ?? name,
    place: typed["place"] ?? place,
    firstDay: typed["firstDay"] ?? firstDay,
    timeZone: typed["timeZone"] ?? timeZone,
  };
  const inside = html`${gatheringFields(facts, view.timeZones, t)}
    <fieldset class="field"><legend>${t("settings.drafts")}</legend><div class="choices">
    ${choice({ name: "draftPublic", value: "no", words: t("settings.drafts-seats"), checked: !draftPublic })}
    ${choice({ name: "draftPublic", value: "yes", words: t("settings.drafts-all"), checked: draftPublic })}
    </div></fieldset>
    ${field({ name: "supporters", label: t("settings.supporters"), hint: t("settings.supporters-hint"), type: "number", inputmode: "numeric", value: typed["supporters"] ?? `${supporters}` })}
    ${button({ words: t("settings.submit"), now: true })}`;
  return html`<section><h2>${t("settings.facts")}</h2><p class="small">${t("settings.journal")}</p>
    ${actForm(view.shell, { action: "gathering.set" }, inside)}</section>`;
}

function seatRow(view: SettingsView, seat: SeatLine, t: Translate): Html {
  const { participant } = seat;
  const hidden = { participant };
  const heading = seatHeading(seat, view.seats, view.shell.me?.participant ?? "", t);
  return html`<li><h3 dir="auto">${heading.title}</h3>${seatFacts(seat, heading, t)}
    <details><summary class="btn btn--bare">${t("settings.grant")}</summary><div class="acts">
    ${actForm(view.shell, { action: "role.grant", hidden }, roleChoice(participant, t))}
    ${view.texts.length === 0 ? null : actForm(view.shell, { action: "role.grant", hidden: { ...hidden, role: "drafter" } }, textChoice(view, participant, t))}
    ${seat.roles.map((role) => revokeForm(view, participant, role, t))}
    ${heading.own ? null : actForm(view.shell, { action: "person.erase", hidden }, button({ words: t("settings.erase"), bare: true, twice: t("settings.erase-twice") }))}
    </div></details></li>`;
}

const roleChoice = (participant: string, t: Translate): Html => html`
  <div class="field"><label for="role-${participant}">${t("settings.grant-role")}</label>
  <select id="role-${participant}" name="role">${(["chair", "secretary", "teller", "organiser"] as const).map(
    (role) => html`<option value="${role}">${t(`role.${role}`)}</option>`,
  )}</select></div>${button({ words: t("settings.grant") })}`;

const textChoice = (view: SettingsView, participant: string, t: Translate): Html => html`
  <div class="field"><label for="text-${participant}">${t("settings.text")}</label>
  <select id="text-${participant}" name="text">${view.texts.map(
    (text) => html`<option value="${text.id}">${text.title}</option>`,
  )}</select></div>${button({ words: t("settings.name-drafter") })}`;

function revokeForm(view: SettingsView, participant: string, role: RoleLine, t: Translate): Html {
  const hidden = {
    participant,
    role: role.role,
    ...(role.delegation === null ? {} : { delegation: role.delegation.id }),
    ...(role.text === null ? {} : { text: role.text.id }),
  };
  const words = t("settings.revoke", { role: roleWords(role, t) });
  return actForm(view.shell, { action: "role.revoke", hidden }, button({ words, bare: true }));
}
