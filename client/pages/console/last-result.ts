import type { Translate } from "../../../shared/i18n/index.ts";
import type { Consequence, ConsoleView } from "../../../shared/views/index.ts";
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
  const effects = byKind(consequences).map(([kind, labels]) => {
    const list = labels.join(", ");
    return html` ${t("console.last-effect", { what: t(`result.${kind}`), list, count: labels.length })}`;
  });
  return html`<p class="before">${state(outcomeShape(result.outcome), verdictWords(facts, result, t))}
    <a href="${href}">${ballotName(facts, t)}</a>
    <span class="small">${counts ? t("console.last", { for: counts.for, against: counts.against, count: counts.abstention }) : null}${effects}</span></p>`;
}

/** Those to which the same happened together; what was called since is before the chair's eyes. */
function byKind(consequences: readonly Consequence[]): readonly (readonly [Consequence["kind"], readonly string[]])[] {
  const labels = new Map<Consequence["kind"], string[]>();
  for (const { kind, amendment } of consequences) {
    if (kind !== "called") labels.set(kind, [...(labels.get(kind) ?? []), amendment.label]);
  }
  return [...labels];
}
