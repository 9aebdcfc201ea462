import type { Translate } from "../../../shared/i18n/index.ts";
import { limits } from "../../../shared/limits.ts";
import type { AmendmentView } from "../../../shared/views/index.ts";
import { actForm } from "../../page/index.ts";
import { button, field, html, linkButton, type Html } from "../../ui/index.ts";
import { composingLink } from "./composing-link.ts";

/** What one may do with an amendment: its author, another delegation, the chair. */
export const lifeActs = (view: AmendmentView, t: Translate): Html =>
  html`${revise(view, t)}${withdraw(view, t)}${takeOver(view, t)}${divide(view, t)}${ruleOut(view, t)}`;

/** Why the chair ruled it out, and from whom its author took it over. */
export function fate({ amendment: sheet, ruledOut, takenOver }: AmendmentView, t: Translate): Html {
  const reason = ruledOut && (ruledOut.reason ?? t("amendment.reason-erased"));
  return html`${sheet.divisible ? html`<p class="small">${t("amendment.divisible")}</p>` : null}${takenOver === null ? null : html`<p class="small" dir="auto">${t("amendment.taken-over", { from: takenOver })}</p>`}
    ${reason === null ? null : html`<p class="ruled-out"><strong>${t("amendment.ruled-out")}</strong> <span dir="auto">${reason}</span></p>`}`;
}

/** Who put their name to it, how many it needs, and the button for a delegation that may. */
export function support(view: AmendmentView, t: Translate): Html | null {
  const { amendment: sheet, shell } = view;
  const { cosignatories, before, required, cosigning, uncosigning } = view.support;
  const waits = sheet.state.state === "submitted" || sheet.state.state === "called";
  const needed = waits && required > 0;
  if (cosignatories.length === 0 && before === 0 && !needed && cosigning === null) return null;
  const sign = (action: "amendment.cosign" | "amendment.uncosign", delegation: string): Html =>
    actForm(
      shell,
      {
        action,
        hidden: { amendment: sheet.id, delegation, ...(action === "amendment.cosign" ? { hash: sheet.hash } : {}) },
        layout: "acts",
      },
      button(
        action === "amendment.cosign"
          ? { words: t("amendment.cosign") }
          : { words: t("amendment.uncosign"), bare: true, twice: t("amendment.uncosign-twice") },
      ),
    );
  return html`<section aria-labelledby="support"><h2 id="support">${t("amendment.support")}</h2>
    ${needed ? html`<p>${t("amendment.supporters", { count: cosignatories.length, required })}</p>` : null}
    ${
      cosignatories.length === 0
        ? html`<p class="small">${t("amendment.cosigned-none")}</p>`
        : html`<ul class="plain">${cosignatories.map((name) => html`<li dir="auto">${name}</li>`)}</ul>`
    }
    ${before === 0 ? null : html`<p class="small">${t("amendment.cosigned-before", { count: before })}</p>`}
    ${cosigning === null ? null : sign("amendment.cosign", cosigning)}
    ${uncosigning === null ? null : sign("amendment.uncosign", uncosigning)}</section>`;
}

function revise(view: AmendmentView, t: Translate): Html | null {
  if (!view.may.revise) return null;
  const href = composingLink(view, "rectifie");
  return html`<p>${linkButton({ words: t("amendment.revise"), href })}</p>`;
}

const withdraw = ({ may, amendment: sheet, shell }: AmendmentView, t: Translate): Html | null =>
  may.withdraw
    ? actForm(
        shell,
        { action: "amendment.withdraw", hidden: { amendment: sheet.id }, layout: "acts" },
        button(
          sheet.parent
            ? { words: t("sub-amendment.withdraw"), twice: t("sub-amendment.withdraw-twice") }
            : { words: t("amendment.withdraw"), twice: t("amendment.withdraw-twice") },
        ),
      )
    : null;

const takeOver = ({ may, amendment: sheet, shell }: AmendmentView, t: Translate): Html | null =>
  may.takeOver === null
    ? null
    : actForm(
        shell,
        {
          action: "amendment.takeOver",
          hidden: { amendment: sheet.id, delegation: may.takeOver },
          layout: "acts",
        },
        button({ words: t("amendment.take-over"), twice: t("amendment.take-over-twice") }),
      );

/** Part of it fell: what still holds is kept by one press. */
const divide = ({ may, amendment: sheet, shell }: AmendmentView, t: Translate): Html | null =>
  may.divide
    ? html`<section><p class="small">${t("amendment.divide-hint")}</p>${actForm(
        shell,
        { action: "amendment.divide", hidden: { amendment: sheet.id }, layout: "acts" },
        button({ words: t("amendments.divide"), now: true }),
      )}</section>`
    : null;

/** Folded away; open again when it was refused, with what was typed. */
function ruleOut({ may, amendment: sheet, shell }: AmendmentView, t: Translate): Html | null {
  if (!may.inadmissible) return null;
  const typed = shell.refused?.fields?.["reason"];
  const inside = html`${field({ name: "reason", label: t("amendment.rule-out-why"), hint: t("amendment.rule-out-hint"), rows: 3, value: typed ?? "", required: true, maxLength: limits.rationaleCharacters })}
    ${button({ words: t("amendment.rule-out"), twice: t("amendment.rule-out-twice") })}`;
  return html`<details class="give" ?open="${typed !== undefined}"><summary class="btn btn--bare">${t("amendment.rule-out-open")}</summary>
    ${actForm(shell, { action: "amendment.inadmissible", hidden: { amendment: sheet.id }, layout: "opining" }, inside)}</details>`;
}
