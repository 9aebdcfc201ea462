import type { Translate } from "../../../shared/i18n/index.ts";
import { assertNever } from "../../../shared/refusals.ts";
import type { DeclarationView } from "../../../shared/views/index.ts";
import { actForm, definePage, frame, gatheringPath, placeOf } from "../../page/index.ts";
import { button, html, inFours, linkButton, prose, qr, shape, type Html } from "../../ui/index.ts";
import { dayAndTime } from "./days.ts";
import { onBehalf, signing } from "./signing.ts";
import { votes } from "./votes.ts";

/** `/declarations/:t`: the paper that people take home. On A4 it is whole: text, signatories, votes, hash. */
export const declaration = definePage<DeclarationView>({
  page: "declaration",
  entry: "papers",
  title: (view) => view.title,
  body(view, beside) {
    const { t } = beside;
    return frame(
      view.shell,
      beside,
      { layout: "leaf declaration", foot: true },
      html`<header class="cover">
          <p>${t("declaration.of", { gathering: view.shell.gathering?.name ?? "", place: view.place })}</p>
          <h1 dir="auto">${view.title}</h1>
          <p>${standing(view, t)}</p>
          <p class="stamps">${stamp(view, t)}</p>
        </header>
        ${view.mayPublish ? publishing(view, t) : null}
        ${view.signing ? signing(view, view.signing, t) : null}
        ${onBehalf(view, t)}
        <article aria-label="${t("declaration.text")}">${prose(view.blocks, t)}</article>
        <div class="back">
          ${view.state.kind === "rejected" ? null : signatories(view, t)}
          ${votes(view, t)}
          ${verify(view, t)}
        </div>`,
    );
  },
});

/** For the chair: what publishing does, and who signs by now. */
const publishing = (view: DeclarationView, t: Translate): Html => html`
  <section class="signing noprint" aria-labelledby="publishing"><h2 id="publishing" class="vh">${t("declaration.publishing")}</h2>
  <p class="mine">${t("declaration.publish-hint", { count: view.signatories.length })}</p>
  ${actForm(
    view.shell,
    { action: "declaration.publish", hidden: { text: view.text.id } },
    button({
      words: t("declaration.publish"),
      twice: t("declaration.publish-twice"),
      now: view.signing?.mine.kind !== "none",
    }),
  )}</section>`;

function standing(view: DeclarationView, t: Translate): string {
  switch (view.state.kind) {
    case "published":
      return t("declaration.published-at", dayAndTime(view.state.atMs, placeOf(view.shell)));
    case "adopted":
      return t("declaration.to-publish");
    case "rejected":
      return t("declaration.not-adopted");
    default:
      return assertNever(view.state);
  }
}

function stamp({ state, final }: DeclarationView, t: Translate): Html {
  const counts = { pour: final.tally.for, contre: final.tally.against };
  return state.kind === "rejected"
    ? html`<span class="stamp">${shape("against")}${t("declaration.stamp-rejected", counts)}</span>`
    : html`<span class="stamp">${shape("for")}${t("declaration.stamp-adopted", counts)}</span>`;
}

function signatories(view: DeclarationView, t: Translate): Html {
  const names = view.signatories.map(
    ({ delegation, reservation }) =>
      html`<li dir="auto">${delegation} ${
        reservation === null ? null : html`<small dir="auto">${t("declaration.reserved", { reservation })}</small>`
      }</li>`,
  );
  const declined = view.declined === 0 ? null : t("declaration.declined", { count: view.declined });
  const silent = view.silent === 0 ? null : t("declaration.silent", { count: view.silent });
  const others = [declined, silent].filter((words) => words !== null).join(" ");
  return html`<section aria-labelledby="signatories"><h2 id="signatories">${t("declaration.signatories")}</h2>
    ${names.length === 0 ? html`<p>${t("declaration.no-signatory")}</p>` : html`<ul class="signed">${names}</ul>`}
    ${others === "" ? null : html`<p class="small">${others}</p>`}</section>`;
}

/** An address as one reads it aloud, without its scheme. */
const bare = (address: string): string => address.replace(/^https?:\/\//u, "");

function verify(view: DeclarationView, t: Translate): Html {
  const record = { words: t("declaration.record"), href: gatheringPath(view.shell, view.record) };
  return html`<section class="imprint" aria-labelledby="verify"><div><h2 id="verify">${t("declaration.verify")}</h2>
    <p>${t("declaration.hash", { version: view.text.version })}</p>
    <p class="hash">${inFours(view.text.hash)}</p>
    <p class="small">${t("declaration.record-hint")}</p>
    <p class="noprint">${linkButton(record)}</p></div>
    <figure>${qr(view.address, t("declaration.qr"))}<figcaption class="small">${bare(view.address)}</figcaption></figure></section>`;
}
