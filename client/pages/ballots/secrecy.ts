import type { Translate } from "../../../shared/i18n/index.ts";
import type { BallotFacts } from "../../../shared/views/index.ts";
import { html, shape, type Html } from "../../ui/index.ts";

/** `Scrutin 14, secret` */
export const numberAndSecrecy = ({ number, secrecy }: BallotFacts, t: Translate): string =>
  t(secrecy === "secret" ? "ballot.number-secret" : "ballot.number-public", { number });

/** Before the button of a secret ballot: that the first vote is final, and what secrecy means until closing and after. */
export const beforeCasting = ({ secrecy }: BallotFacts, t: Translate): Html | null =>
  secrecy === "public"
    ? null
    : html`<div class="secrecy"><p><strong>${t("secret.final")}</strong> ${t("secret.nobody")}</p>
        <p class="about">${t("secret.until")} ${t("secret.after")}</p></div>`;

/** Beside the result of a secret ballot, and of one that was cancelled. */
export const afterClosing = ({ secrecy, tracesLeft }: BallotFacts, t: Translate): Html | null =>
  secrecy === "public"
    ? null
    : html`<p class="about">${t(tracesLeft ? "secret.cut-off" : "secret.destroyed")}</p>
        ${tracesLeft ? html`<p class="refused">${shape("warn")}<span>${t("secret.traces-left")}</span></p>` : null}`;
