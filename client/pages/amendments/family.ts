import type { Translate } from "../../../shared/i18n/index.ts";
import type { AmendmentName, AmendmentSheet, AmendmentView, Shell } from "../../../shared/views/index.ts";
import { gatheringPath } from "../../page/index.ts";
import { html, linkButton, state, type Html } from "../../ui/index.ts";
import { amendmentState, amendmentTitle, sheetPath } from "../../words/index.ts";
import { composingLink } from "./composing-link.ts";

/** What it amends, or which sub-amendment changed it. */
export function family({ parent, subAmendedBy }: AmendmentSheet, shell: Shell, t: Translate): Html | null {
  const link = (name: AmendmentName): Html =>
    html`<a href="${gatheringPath(shell, sheetPath(name))}">${amendmentTitle([name], t)}</a>, <span dir="auto">${name.delegation}</span>`;
  if (parent) return html`<p>${t("sub-amendment.of")} ${link(parent)}</p>`;
  return subAmendedBy ? html`<p>${state("for", t("sub-amendment.by"))} ${link(subAmendedBy)}</p>` : null;
}

/** Those submitted to it, and the way to one more. */
export function subs(view: AmendmentView, t: Translate): Html | null {
  const { subs: list, may, shell } = view;
  if (list.length === 0 && !may.subAmend) return null;
  const lines = list.map(
    (one) => html`<li><a href="${gatheringPath(shell, sheetPath(one))}">${amendmentTitle([one], t)}</a>,
      <span dir="auto">${one.delegation}</span> ${amendmentState(one.state, t)}</li>`,
  );
  const href = composingLink(view, "sous-amende");
  return html`<section aria-labelledby="subs"><h2 id="subs">${t("sub-amendment.list")}</h2>
    ${lines.length === 0 ? html`<p class="small">${t("sub-amendment.none")}</p>` : html`<ul class="plain">${lines}</ul>`}
    ${may.subAmend ? html`<p>${linkButton({ words: t("sub-amendment.propose"), href })}</p>` : null}</section>`;
}
