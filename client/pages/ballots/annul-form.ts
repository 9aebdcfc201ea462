import type { Translate } from "../../../shared/i18n/index.ts";
import { limits } from "../../../shared/limits.ts";
import type { AnnulOffer, BallotFacts, Shell } from "../../../shared/views/index.ts";
import { actForm } from "../../page/index.ts";
import { button, field, html, type Html } from "../../ui/index.ts";
import { consequences } from "./result.ts";

/** Annulling a ballot that decided of amendments: what comes out of the text is read before it is confirmed. */
export function annulForm(offer: AnnulOffer, { id }: BallotFacts, shell: Shell, t: Translate): Html {
  const typed = shell.refused?.fields?.["reason"];
  return html`<section id="annuler" aria-labelledby="annul"><h2 id="annul">${t("ballot.annul")}</h2>${
    offer.refused === null
      ? html`<p>${t("ballot.annul-does")}</p>${consequences(offer.consequences, shell, t)}
        ${actForm(
          shell,
          { action: "ballot.annul", hidden: { ballot: id }, layout: "another" },
          html`${field({ name: "reason", id: "annul-reason", label: t("ballot.annul-reason"), hint: t("ballot.annul-hint"), required: true, maxLength: limits.questionCharacters, rows: 2, value: typed ?? "" })}
            ${button({ words: t("ballot.annul-now"), twice: t("ballot.annul-twice") })}`,
        )}`
      : html`<p>${t("ballot.annul-not-now")} ${offer.refused}</p>`
  }</section>`;
}
