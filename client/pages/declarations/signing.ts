import type { Translate } from "../../../shared/i18n/index.ts";
import { assertNever } from "../../../shared/refusals.ts";
import type { DeclarationView, Signing } from "../../../shared/views/index.ts";
import { actForm } from "../../page/index.ts";
import { button, field, html, shape, type Html } from "../../ui/index.ts";

/** Signing in one touch, or saying that one does not; nobody signs by default. It may change until publication. */
export function signing(view: DeclarationView, { delegation, mine }: Signing, t: Translate): Html {
  const said = sayMine(mine, delegation.name, t);
  const hidden = { text: view.text.id, delegation: delegation.id };
  const refused = view.shell.refused?.fields?.["reservation"];
  const sign = { words: t("declaration.sign", { delegation: delegation.name }), now: mine.kind === "none" };
  return html`<section class="signing noprint" aria-labelledby="signing">
    <h2 id="signing" class="vh">${t("declaration.signing")}</h2>
    <p class="mine">${said}</p>
    ${mine.kind === "signed" ? null : actForm(view.shell, { action: "declaration.sign", hidden }, button(sign))}
    ${mine.kind === "declined" ? null : actForm(view.shell, { action: "declaration.decline", hidden }, button({ words: t("declaration.decline") }))}
    <details ?open="${refused !== undefined}"><summary>${t("declaration.add-reservation")}</summary>
      ${actForm(view.shell, { action: "declaration.sign", hidden }, reservation(mine, refused, t))}</details></section>`;
}

function sayMine(mine: Signing["mine"], delegation: string, t: Translate): Html {
  const mayChange = t("declaration.may-change");
  switch (mine.kind) {
    case "none":
      return html`${t("declaration.unsigned", { delegation })}`;
    case "signed": {
      const words = t(mine.reservation === null ? "declaration.mine-signed" : "declaration.mine-reserved", {
        delegation,
      });
      return html`${shape("for")} <b>${words}</b> ${mayChange}`;
    }
    case "declined":
      return html`${shape("against")} <b>${t("declaration.mine-declined", { delegation })}</b> ${mayChange}`;
    default:
      return assertNever(mine);
  }
}

function reservation(mine: Signing["mine"], refused: string | undefined, t: Translate): Html {
  const kept = mine.kind === "signed" ? mine.reservation : null;
  const value = refused ?? kept ?? "";
  const hint = t("declaration.reservation-hint");
  return html`${field({ name: "reservation", label: t("declaration.reservation"), hint, value, rows: 3, maxLength: 5000 })}
    ${button({ words: t("declaration.sign-again") })}`;
}

/** The secretary says for a delegation what it decided; the journal says that it was so. */
export function onBehalf(view: DeclarationView, t: Translate): Html | null {
  if (view.behalf.length === 0) return null;
  const text = { text: view.text.id };
  const sign = html`${delegations(view, "sign", t)}${button({ words: t("declaration.behalf-sign") })}`;
  const decline = html`${delegations(view, "decline", t)}${button({ words: t("declaration.decline") })}`;
  return html`<details class="signing noprint"><summary>${t("declaration.behalf")}</summary>
    ${actForm(view.shell, { action: "declaration.sign", hidden: text }, sign)}
    ${actForm(view.shell, { action: "declaration.decline", hidden: text }, decline)}</details>`;
}

const delegations = ({ behalf }: DeclarationView, act: string, t: Translate): Html => html`
  <div class="field"><label for="behalf-${act}">${t("declaration.delegation")}</label>
  <select id="behalf-${act}" name="delegation" required><option value=""></option>
  ${behalf.map(({ id, name }) => html`<option value="${id}">${name}</option>`)}</select></div>`;
