import type { Translate } from "../../../shared/i18n/index.ts";
import type { MeView } from "../../../shared/views/index.ts";
import { actForm, definePage, frame, gatheringPath } from "../../page/index.ts";
import { button, facts, html, linkButton, type Html } from "../../ui/index.ts";
import { roleWords, seatRoles } from "./seat-words.ts";

/** `/moi`: one's own seat, this device, one's data. */
export const me = definePage<MeView>({
  page: "me",
  entry: "desk",
  title: (_view, t) => t("me.title"),
  body(view, beside) {
    const { t } = beside;
    const { shell, seat } = view;
    const name = seat.name ?? shell.me?.delegation?.name ?? null;
    return frame(
      shell,
      beside,
      { layout: "leaf narrow", tab: "me", foot: true },
      html`<h1>${t("me.title")}</h1>
        <section><h2>${t("me.seat")}</h2>
        ${name === null ? null : html`<p class="serif" dir="auto">${name}</p>`}
        <p>${seatRoles(seat, t)}</p></section>
        ${organise(view, t)}
        <section><h2>${t("me.device")}</h2><p class="small">${t("me.device-hint")}</p>
        <form method="post" action="${gatheringPath(shell, "/quitter")}">
          <input type="hidden" name="token" value="${shell.token}">${button({ words: t("me.leave") })}</form></section>
        ${data(view, t)}`,
    );
  },
});

function organise(view: MeView, t: Translate): Html | null {
  const { settings, codes, desk, console } = view.mayOrganise;
  if (!settings && !codes && !desk && !console) return null;
  const to = (path: string): string => gatheringPath(view.shell, path);
  return html`<section class="acts"><h2>${t("me.organise")}</h2>
    ${console ? linkButton({ words: t("me.console"), href: to("/tribune") }) : null}
    ${desk ? linkButton({ words: t("me.desk"), href: to("/accueil") }) : null}
    ${codes ? linkButton({ words: t("me.codes"), href: to("/codes") }) : null}
    ${settings ? linkButton({ words: t("me.settings"), href: to("/reglages") }) : null}</section>`;
}

const data = (view: MeView, t: Translate): Html => html`
  <section><h2>${t("me.data")}</h2><p class="small">${t("me.data-hint")}</p>
  <p>${linkButton({ words: t("me.export"), href: gatheringPath(view.shell, "/moi/donnees.json") })}</p>
  <details><summary class="btn">${t("me.erase")}</summary>
  ${facts(view.seat.roles.map((role) => [t("me.seat"), roleWords(role, t)]))}
  <p>${t("me.erase-hint")}</p>
  ${actForm(
    view.shell,
    { action: "person.erase", hidden: { participant: view.seat.participant } },
    button({ words: t("me.erase") }),
  )}</details></section>`;
