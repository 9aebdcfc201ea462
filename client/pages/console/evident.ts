import type { Translate } from "../../../shared/i18n/index.ts";
import type { ConsoleView } from "../../../shared/views/index.ts";
import { html, type Html } from "../../ui/index.ts";
import { press } from "./press.ts";

/** Hands are raised and nobody counts: on which side the majority is, or that it has to be counted. */
export function seen({ may, shell }: ConsoleView, ballot: string, t: Translate): Html | null {
  if (!may.includes("ballot.seeEvident")) return null;
  const side = (evident: "for" | "against", key: string): Html =>
    press(shell, {
      action: "ballot.conclude",
      hidden: { ballot, evident },
      words: t(`console.evident-${evident}`),
      twice: t(`console.evident-${evident}-twice`),
      key,
    });
  return html`${side("for", "4")}${side("against", "5")}${press(shell, {
    action: "ballot.countInstead",
    hidden: { ballot },
    words: t("console.not-evident"),
    key: "6",
  })}`;
}

/** How an amendment is put to the vote: by papers, or by hands that the chair sees. */
export const howFor = (t: Translate): Html =>
  html`<div class="field"><label for="usual-method">${t("console.evident")}</label><select id="usual-method" name="method">
    <option value="yes-no">${t("console.evident-no")}</option><option value="evident">${t("console.evident-yes")}</option></select></div>`;
