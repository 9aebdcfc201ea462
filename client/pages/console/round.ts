import { consentSteps, stepAfter, writeRule } from "../../../shared/ballots/index.ts";
import type { Translate } from "../../../shared/i18n/index.ts";
import { limits } from "../../../shared/limits.ts";
import type { ConsoleBallot, ConsoleView } from "../../../shared/views/index.ts";
import { actForm } from "../../page/index.ts";
import { button, field, html, type Html } from "../../ui/index.ts";
import { writtenQuorum } from "./asking.ts";
import { press } from "./press.ts";

/** The steps of a round of consent, where it is, and the button that leads on. */
export function steps(
  { step, facts }: Extract<ConsoleBallot, { stage: "open" }>,
  { may, shell }: ConsoleView,
  t: Translate,
): Html | null {
  if (step === null) return null;
  const next = stepAfter(step);
  return html`<ol class="steps" aria-label="${t("console.steps")}">${consentSteps.map(
    (one) =>
      html`<li aria-current="${one === step ? "step" : null}">${t(`step.${one}`)}. ${t(`console.step.${one}`)}</li>`,
  )}</ol>${
    may.includes("ballot.step")
      ? press(shell, {
          action: "ballot.step",
          hidden: { ballot: facts.id, step: next },
          words: t(step === "integrate" ? "console.step-back" : "console.step-next"),
          key: "2",
        })
      : null
  }`;
}

/** What a result leaves to be done: another ballot, its words and its rule filled in beforehand, to be changed and read back. */
export function followUp({ next, may, shell }: ConsoleView, t: Translate, now = true): Html | null {
  if (next === null || !may.includes("ballot.ask")) return null;
  const { kind, question, asking, options, rule, secrecy } = next;
  const hidden = {
    subject: "question",
    method: asking.method,
    majority: writeRule({ ...rule, quorum: null }),
    quorum: writtenQuorum(rule),
    secrecy,
    ...("seats" in asking ? { seats: String(asking.seats) } : {}),
  };
  return actForm(
    shell,
    { action: "ballot.prepare", hidden, layout: "another" },
    html`<details class="follow-up"><summary class="${now ? "btn btn--now" : "btn btn--bare"}" data-key="3"><span>${t(`console.next-${kind}`)}</span><kbd aria-hidden="true">3</kbd></summary>
      <div>${field({ name: "question", id: "next-question", label: t("console.question"), rows: 3, required: true, maxLength: limits.questionCharacters, value: question })}
      ${options.length === 0 ? null : field({ name: "options", id: "next-options", label: t("console.options"), rows: options.length + 1, required: true, value: options.join("\n") })}
      ${button({ words: t("console.prepare") })}</div></details>`,
  );
}
