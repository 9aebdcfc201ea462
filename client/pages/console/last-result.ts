import type { Translate } from "../../../shared/i18n/index.ts";
import type { ConsoleView } from "../../../shared/views/index.ts";
import { gatheringPath } from "../../page/index.ts";
import { html, state, type Html } from "../../ui/index.ts";
import { outcomeShape, verdictWords } from "../../words/index.ts";
import { ballotName } from "../ballots/index.ts";

/** How the ballot before ended, in a line: what was decided stays before the chair's eyes while the next is put. */
export function lastResult({ lastResult: last, shell }: ConsoleView, t: Translate): Html | null {
  if (last === null) return null;
  const { facts, result, consequences } = last;
  const href = gatheringPath(shell, `/scrutins/${facts.number}`);
  const counts = result.method === "yes-no" ? result.figures.tally : null;
  const effects = consequences.map(({ kind, amendment }) => {
    const what = t(`result.${kind}`);
    return html` ${t(amendment.sub ? "console.last-effect-sub" : "console.last-effect", { what, number: amendment.label })}`;
  });
  return html`<p class="before">${state(outcomeShape(result.outcome), verdictWords(facts, result, t))}
    <a href="${href}">${ballotName(facts, t)}</a>
    <span class="small">${counts ? t("console.last", { for: counts.for, against: counts.against, count: counts.abstention }) : null}${effects}</span></p>`;
}
