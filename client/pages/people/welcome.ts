import type { WelcomeView } from "../../../shared/views/index.ts";
import { definePage, frame, gatheringPath } from "../../page/index.ts";
import { html, linkButton } from "../../ui/index.ts";
import { codeCard } from "./code-card.ts";

/** `/bienvenue`: the organiser's own code, then what to do first. */
export const welcome = definePage<WelcomeView>({
  page: "welcome",
  entry: "desk",
  title: (_view, t) => t("welcome.title"),
  body(view, beside) {
    const { t } = beside;
    const { shell, card } = view;
    const to = (path: string): string => gatheringPath(shell, path);
    return frame(
      shell,
      beside,
      { layout: "leaf narrow", tab: "me" },
      html`<h1>${t("welcome.title")}</h1>
        ${
          card === null
            ? null
            : html`<section><h2>${t("welcome.code")}</h2><p>${t("welcome.code-hint")}</p>
              <div class="cards cards--one">${codeCard(card, shell.gathering?.name ?? "", t)}</div></section>`
        }
        <section class="acts"><h2>${t("welcome.next")}</h2>
        ${linkButton({ words: t("welcome.list"), href: to("/accueil/liste"), now: true })}
        ${linkButton({ words: t("welcome.codes"), href: to("/codes") })}
        ${linkButton({ words: t("welcome.settings"), href: to("/reglages") })}
        ${linkButton({ words: t("welcome.agenda"), href: to("/programme") })}</section>`,
    );
  },
});
