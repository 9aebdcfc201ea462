import type { BallotResult } from "../../../shared/ballots/index.ts";
import type { Translate } from "../../../shared/i18n/index.ts";
import { limits } from "../../../shared/limits.ts";
import type { ConsoleView } from "../../../shared/views/index.ts";
import { actForm, gatheringPath } from "../../page/index.ts";
import { button, field, html, type Html } from "../../ui/index.ts";
import { askedSentence } from "../../words/index.ts";
import { annulledSheet } from "../ballots/index.ts";
import { majority, quorum, secrecy, unencrypted, writtenQuorum } from "./asking.ts";

/**
 * Taking a count back, in words that go to the record; null where nothing was counted. What decided of amendments is
 * annulled on its own page, where one reads what comes out of the text.
 */
export function annulling({ ballot, lastResult, may, shell }: ConsoleView, t: Translate): Html | null {
  const counted = ballot.stage === "closed" ? ballot : ballot.stage === "declared" ? ballot.result : lastResult;
  if (counted === null || !may.includes("ballot.annul")) return null;
  const { id, number, subject } = counted.facts;
  if (ballot.stage !== "closed" && subject.kind !== "question" && isDecided(counted.result))
    return html`<p><a class="btn btn--bare" data-key="a" href="${gatheringPath(shell, `/scrutins/${number}#annuler`)}"><span>${t("console.annul", { number })}</span><kbd aria-hidden="true">A</kbd></a></p>`;
  const typed = shell.refused?.fields?.["ballot"] === id ? shell.refused.fields["reason"] : undefined;
  return actForm(
    shell,
    { action: "ballot.annul", hidden: { ballot: id }, layout: "another" },
    html`<details ?open="${typed !== undefined}"><summary class="btn btn--bare" data-key="a"><span>${t("console.annul", { number })}</span><kbd aria-hidden="true">A</kbd></summary>
      <div>${field({ name: "reason", id: "annul-reason", label: t("ballot.annul-reason"), hint: t("ballot.annul-hint"), required: true, maxLength: limits.questionCharacters, rows: 2, value: typed ?? "" })}
      ${button({ words: t("ballot.annul-now"), twice: t("ballot.annul-twice") })}</div></details>`,
  );
}

const isDecided = ({ outcome }: BallotResult): boolean => outcome === "adopted" || outcome === "rejected";

/** What was annulled, and one button that puts the same question again; another rule can be set before. */
export function annulled({ lastAnnulled, may, shell }: ConsoleView, t: Translate): Html | null {
  if (lastAnnulled === null) return null;
  const { id, asking, rule, franchise, secrecy: kept } = lastAnnulled.result.facts;
  const refused = shell.refused?.fields;
  const typed = refused?.["replaces"] === id ? refused : {};
  const again = may.includes("ballot.again")
    ? actForm(
        shell,
        { action: "ballot.open", hidden: { replaces: id }, layout: "putting" },
        html`${button({ words: t("console.again"), now: !may.includes("ballot.open"), key: "y" })}
          <p class="small">${t("console.again-same")} ${askedSentence({ asking, rule, franchise }, t)}</p>
          ${kept === "secret" ? unencrypted("again", shell, true, t) : null}
          <details ?open="${typed === refused}"><summary class="btn btn--bare" data-key="z"><span>${t("console.again-otherwise")}</span><kbd aria-hidden="true">Z</kbd></summary>
          <div class="rule-fields">${majority("again", rule, t, t("console.rule-hint"), typed["majority"])}${quorum("again", t, typed["quorum"] ?? writtenQuorum(rule))}${secrecy("again", t, typed["secrecy"] ?? kept)}
          ${kept === "secret" ? null : unencrypted("again", shell, false, t)}</div></details>`,
      )
    : null;
  return annulledSheet(lastAnnulled, shell, t, again);
}
