import { assertNever } from "../../../shared/refusals.ts";
import type { Translate } from "../../../shared/i18n/index.ts";
import type { ConsoleEffect, ConsoleSubject, ConsoleView } from "../../../shared/views/index.ts";
import { gatheringPath } from "../../page/index.ts";
import { html, prose, state, type Html, type ShapeName } from "../../ui/index.ts";
import { amendmentTitle, isSupported, placeWords } from "../../words/index.ts";
import { blockList } from "../ballots/index.ts";
import { press } from "./press.ts";

/** What is before the assembly: the amendment that is called, or the whole of a text. */
export function subject(view: ConsoleView, t: Translate): Html {
  const { subject: before, text } = view;
  if (view.closed)
    return html`<div class="subject"><h1>${t("now.closed")}</h1>
      <p><a href="${gatheringPath(view.shell, "/")}">${t("console.how-it-ended")}</a></p></div>`;
  switch (before.kind) {
    case "none":
      return html`<div class="subject"><h1 dir="auto">${text?.title ?? t("console.title")}</h1>
        <p class="empty">${text ? t("console.nothing-called") : view.days.some(({ items }) => items.some((item) => item.state === "current")) ? t("console.no-text") : t("console.no-item")}</p>
        ${nextCall(view, t)}</div>`;
    case "whole":
      return html`<div class="subject"><p class="small">${t("console.whole")}</p><h1 dir="auto">${before.text.title}</h1>
        <p>${t("console.whole-hint")}</p>
        <p><a href="${gatheringPath(view.shell, `/textes/${before.text.id}`)}">${t("ballot.read")}</a></p></div>`;
    case "amendment":
      return amendment(before, t);
    case "block":
      return html`<div class="subject" tabindex="0" role="region" aria-label="${t("console.before")}"><h1>${t("ballot.block", { count: before.items.length })}</h1>
        <p class="small">${t("console.block-hint")}</p>${blockList(before.items, view.shell, t, (item) =>
          view.may.includes("amendment.reserve")
            ? press(view.shell, {
                action: "amendment.reserve",
                hidden: { amendment: item.amendments[0]?.id ?? "" },
                words: t("console.take-out"),
                bare: true,
                ...(item === before.items[0] ? { key: "r" } : {}),
              })
            : null,
        )}</div>`;
    default:
      return assertNever(before);
  }
}

/** The one thing to do when nothing is called: to call the first that waits. */
function nextCall(view: ConsoleView, t: Translate): Html | null {
  const next = view.callOrder.find((line) => line.state.state === "submitted" && isSupported(line));
  if (!next || !view.may.includes("amendment.call")) return null;
  const words = t(next.sub ? "console.call-next-sub" : "console.call-next", { number: next.label });
  return press(view.shell, { action: "amendment.call", hidden: { amendment: next.id }, words, key: "1", now: true });
}

/** The words scroll where there is no room for all of them; what their adoption would do stays in sight. */
function amendment({ sheet, identical, effects }: Extract<ConsoleSubject, { kind: "amendment" }>, t: Translate): Html {
  const names = [sheet, ...identical];
  const where = [placeWords(sheet.place, t), ...names.map((name) => name.delegation)].join(" · ");
  const [first] = sheet.rationale?.split("\n") ?? [];
  return html`<div class="subject" tabindex="0" role="region" aria-label="${t("console.before")}"><p class="small" dir="auto">${where}</p><h1>${amendmentTitle(names, t)}</h1>
    <div class="sheet ruled">${prose(
      sheet.redline.filter((block) => block.change !== "context"),
      t,
    )}${first ? html`<p class="motive" dir="auto">${first}</p>` : null}</div></div>
    ${effects.length === 0 ? null : html`<ul class="effects" aria-label="${t("console.effects")}">${effects.map((one) => effect(one, t))}</ul>`}`;
}

const shapes: Readonly<Record<ConsoleEffect["kind"], ShapeName>> = {
  falls: "fallen",
  satisfied: "satisfied",
  altered: "warn",
};

const effect = ({ kind, amendment: other }: ConsoleEffect, t: Translate): Html =>
  html`<li>${state(shapes[kind], t(`console.${kind}`))}<span dir="auto">${other.label}, ${other.delegation}</span></li>`;
