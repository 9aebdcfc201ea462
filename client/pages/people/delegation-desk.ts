import type { Translate } from "../../../shared/i18n/index.ts";
import { limits } from "../../../shared/limits.ts";
import { mandateKinds } from "../../../shared/people/index.ts";
import type { DelegateLine, DelegationDeskView } from "../../../shared/views/index.ts";
import { actForm, definePage, frame, gatheringPath } from "../../page/index.ts";
import { button, field, html, linkButton, state, type Html } from "../../ui/index.ts";
import { mark, standing } from "./desk.ts";

/** `/accueil/:delegation`: what the desk knows of one delegation, each thing changed in its own place. */
export const delegationDesk = definePage<DelegationDeskView>({
  page: "delegation-desk",
  entry: "desk",
  title: (view) => view.line.name,
  body(view, beside) {
    const { t } = beside;
    const { shell, line } = view;
    const enrolled = line.state !== "withdrawn";
    return frame(
      shell,
      beside,
      { layout: "leaf", tab: "me" },
      html`<h1 dir="auto">${line.name}</h1>
        <div class="desk-row"><div><p class="small">${t("desk.places", { delegates: line.delegates, observers: line.observers })}</p>
        <p>${standing(line, t)}</p></div>${mark(shell, line, t)}</div>
        ${enrolled ? html`${people(view, t)}${voting(view, t)}${view.mayAdmit ? mandate(view, t) : null}${view.mayAdmit ? change(view, t) : null}` : null}
        <div class="row-acts">${linkButton({ words: t("desk.back"), href: gatheringPath(shell, "/accueil"), bare: true })}</div>`,
    );
  },
});

const people = (view: DelegationDeskView, t: Translate): Html => html`
  <section aria-labelledby="people"><h2 id="people">${t("desk.people")}</h2><p class="small">${t("desk.people-hint")}</p>
  ${
    view.delegates.length === 0
      ? html`<p class="empty">${t("desk.people-none")}</p>`
      : html`<ul class="rows">${view.delegates.map((one) => person(view, one, t))}</ul>`
  }</section>`;

function person(view: DelegationDeskView, one: DelegateLine, t: Translate): Html {
  const { participant, name, checkedIn } = one;
  const hidden = { participant };
  return html`<li class="desk-row"><div><h3 dir="auto">${name}</h3>
    <p class="small">${checkedIn ? state("for", t("desk.person-present")) : state("npp", t("desk.person-absent"))}</p></div>
    ${actForm(
      view.shell,
      { action: checkedIn ? "person.leave" : "person.arrive", hidden, layout: "desk-mark" },
      html`<button class="btn">${t(checkedIn ? "desk.leave" : "desk.arrive")}<span class="vh"> ${name}</span></button>`,
    )}${checkedIn ? null : html`<div class="desk-change">${carried(view, one, t)}${replaced(view, one, t)}</div>`}</li>`;
}

/** Who carries the vote of a delegate who is not there, in ballots by delegate. */
const carried = (view: DelegationDeskView, { participant, proxy }: DelegateLine, t: Translate): Html =>
  actForm(
    view.shell,
    { action: "person.proxy", hidden: { participant } },
    html`${holderField(
      `proxy-${participant}`,
      t("desk.person-proxy"),
      view.holders.delegates.filter(({ id }) => id !== participant),
      proxy,
      t,
    )}
      ${button({ words: t("desk.save") })}`,
  );

const replaced = (view: DelegationDeskView, { participant }: DelegateLine, t: Translate): Html | null =>
  view.mayAdmit && view.alternates.length > 0
    ? actForm(
        view.shell,
        { action: "person.alternate", hidden: { participant } },
        html`<div class="field"><label for="alternate-${participant}">${t("desk.alternate")}</label>
          <select id="alternate-${participant}" name="alternate">${view.alternates.map(
            (one) => html`<option value="${one.participant}">${one.name}</option>`,
          )}</select></div>${button({ words: t("desk.alternate-submit") })}`,
      )
    : null;

const holderField = (
  id: string,
  label: string,
  holders: DelegationDeskView["holders"]["delegations"],
  chosen: string | null,
  t: Translate,
  hint: string | null = null,
): Html => html`<div class="field"><label for="${id}">${label}</label>
  ${hint === null ? null : html`<span class="hint" id="${id}-hint">${hint}</span>`}
  <select id="${id}" name="to" aria-describedby="${hint === null ? null : `${id}-hint`}"><option value="">${t("desk.proxy-none")}</option>${holders.map(
    (one) => html`<option value="${one.id}" ?selected="${one.id === chosen}">${one.name}</option>`,
  )}</select></div>`;

/** How the delegation votes in the hall, and who carries its vote when it is not there. */
function voting(view: DelegationDeskView, t: Translate): Html {
  const { id, votesBy: by, zone, excused, proxy, state: now } = view.line;
  const { shell, holders } = view;
  return html`<section aria-labelledby="voting"><h2 id="voting">${t("desk.voting")}</h2>
    ${actForm(
      shell,
      { action: "delegation.votesBy", hidden: { delegation: id } },
      html`<div class="field"><label for="votes-by">${t("desk.votes-by")}</label>
        <select id="votes-by" name="by">${ways.map(
          ([channel, place]) =>
            html`<option value="${channel === "phone" ? channel : `${channel} ${place}`}" ?selected="${channel === by && (channel === "phone" || place === zone)}">${t(`desk.by-${channel}`, { zone: place })}</option>`,
        )}</select></div>${button({ words: t("desk.save") })}`,
    )}
    ${actForm(
      shell,
      { action: "delegation.proxy", hidden: { delegation: id } },
      html`${holderField("proxy", t("desk.proxy"), holders.delegations, proxy, t, t("desk.proxy-hint"))}
        ${button({ words: t("desk.save") })}`,
    )}
    ${now === "present" ? null : actForm(shell, { action: "delegation.excuse", hidden: { delegation: id, excused: String(!excused) } }, button({ words: t(excused ? "desk.unexcuse" : "desk.excuse"), bare: true }))}</section>`;
}

const ways = [
  ["phone", 1],
  ...Array.from({ length: limits.zones }, (_, i) => ["hands", i + 1] as const),
  ...Array.from({ length: limits.boxes }, (_, i) => ["paper", i + 1] as const),
] as const;

const mandate = ({ shell, line, mandate: given }: DelegationDeskView, t: Translate): Html => html`
  <section aria-labelledby="mandate"><h2 id="mandate">${t("desk.mandate")}</h2>
  ${actForm(
    shell,
    { action: "delegation.mandate", hidden: { delegation: line.id } },
    html`<div class="field"><label for="mandate-kind">${t("desk.mandate-kind")}</label>
      <select id="mandate-kind" name="kind"><option value="">${t("desk.mandate-unknown")}</option>${mandateKinds.map(
        (kind) =>
          html`<option value="${kind}" ?selected="${kind === given?.kind}">${t(`desk.mandate.${kind}`)}</option>`,
      )}</select></div>
      ${field({ name: "note", label: t("desk.mandate-note"), hint: t("desk.mandate-hint"), value: given?.note ?? "", rows: 2, maxLength: limits.questionCharacters })}
      ${button({ words: t("desk.save") })}`,
  )}</section>`;

const change = ({ shell, line }: DelegationDeskView, t: Translate): Html => html`
  <section aria-labelledby="change"><h2 id="change">${t("desk.change")}</h2>
  ${actForm(
    shell,
    { action: "delegation.rename", hidden: { delegation: line.id } },
    html`${field({ name: "name", label: t("desk.name"), value: shell.refused?.fields?.["name"] ?? line.name, maxLength: limits.nameCharacters, required: true })}${button({ words: t("desk.rename") })}`,
  )}
  ${actForm(shell, { action: "delegation.withdraw", hidden: { delegation: line.id } }, button({ words: t("desk.withdraw"), bare: true, twice: t("desk.withdraw-twice") }))}</section>`;
