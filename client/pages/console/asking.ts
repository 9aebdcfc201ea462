import { optionMethods, parseRule, writeRule, type Rule } from "../../../shared/ballots/index.ts";
import type { Translate } from "../../../shared/i18n/index.ts";
import { limits } from "../../../shared/limits.ts";
import type { ConsoleBallot, ConsoleView, Shell } from "../../../shared/views/index.ts";
import { actForm } from "../../page/index.ts";
import { button, field, html, type Html } from "../../ui/index.ts";
import { askedSentence, quorumWords, ruleWords } from "../../words/index.ts";

const methods = ["yes-no", "evident", ...optionMethods, "consent"] as const;
const usual: Rule = { majority: { kind: "simple" }, quorum: null };

/** Any other question, by any method: set here, then read back as a sentence before it is opened. */
export function ask({ may, shell }: ConsoleView, t: Translate): Html | null {
  const refused = shell.refused?.fields;
  const typed = refused?.["subject"] === "question" ? refused : {};
  return may.includes("ballot.ask")
    ? actForm(
        shell,
        { action: "ballot.prepare", hidden: { subject: "question" }, layout: "another" },
        html`<details ?open="${typed === refused}"><summary class="btn btn--bare" data-key="h"><span>${t("console.ask")}</span><kbd aria-hidden="true">H</kbd></summary>
          <div>${field({ name: "question", id: "ask-question", label: t("console.question"), required: true, maxLength: limits.questionCharacters, value: typed["question"] ?? "" })}
          <div class="field"><label for="ask-method">${t("console.method")}</label><select id="ask-method" name="method">${methods.map(
            (method) =>
              html`<option value="${method}" ?selected="${method === typed["method"]}">${t(`console.method.${method}`)}</option>`,
          )}</select></div>
          ${field({ name: "options", label: t("console.options"), hint: t("console.options-hint"), rows: 4, value: typed["options"] ?? "" })}
          ${field({ name: "seats", label: t("console.seats"), hint: t("console.seats-hint"), type: "number", inputmode: "numeric", value: typed["seats"] ?? "" })}
          ${majority("ask", usual, t, t("console.rule-hint"), typed["majority"])}${quorum("ask", t, typed["quorum"])}${secrecy("ask", t, typed["secrecy"])}${franchise("ask", t, typed)}
          ${button({ words: t("console.prepare") })}</div></details>`,
      )
    : null;
}

/** What was prepared, as everybody will read it. */
export const readBack = (
  { question, options, asking, rule, franchise, secrecy: kept }: Extract<ConsoleBallot, { stage: "prepared" }>,
  t: Translate,
): Html => html`<div class="read-back"><h3 dir="auto">${question}</h3>
  ${options.length === 0 ? null : html`<ol>${options.map((words) => html`<li dir="auto">${words}</li>`)}</ol>`}
  <p>${askedSentence({ asking, rule, franchise }, t)}</p>
  ${kept === "secret" ? html`<p>${t("console.secret-read-back")}</p>` : null}</div>`;

const of = (numerator: number, denominator: number, base: "expressed" | "cast" | "present" | "enrolled"): Rule => ({
  majority: { kind: "fraction", fraction: { strictly: denominator === 2, numerator, denominator }, base },
  quorum: null,
});

/** The rules that a chair is offered; the journal names whichever was taken. */
const offered: readonly Rule[] = [
  { majority: { kind: "simple" }, quorum: null },
  of(1, 2, "cast"),
  of(1, 2, "present"),
  of(1, 2, "enrolled"),
  of(2, 3, "expressed"),
  of(2, 3, "present"),
  of(3, 4, "expressed"),
  of(4, 5, "expressed"),
];

/** `name` tells the fields of one form from those of another on the page; `typed` is what a refused form held. */
export const majority = (
  name: string,
  chosen: Rule,
  t: Translate,
  hint: string | null = null,
  typed = writeRule({ ...chosen, quorum: null }),
): Html => html`
  <div class="field"><label for="${name}-majority">${t("console.rule")}</label>
  ${hint === null ? null : html`<span class="hint" id="${name}-majority-hint">${hint}</span>`}
  <select id="${name}-majority" name="majority" aria-describedby="${hint === null ? null : `${name}-majority-hint`}">${withChosen(
    offered,
    chosen,
  ).map(
    (rule) =>
      html`<option value="${writeRule(rule)}" ?selected="${writeRule(rule) === typed}">${ruleWords(rule, t)}</option>`,
  )}</select></div>`;

/** A rule that came from elsewhere is offered too: nothing else must be sent in its place. */
function withChosen(rules: readonly Rule[], { majority }: Rule): readonly Rule[] {
  const own: Rule = { majority, quorum: null };
  return rules.some((rule) => writeRule(rule) === writeRule(own)) ? rules : [own, ...rules];
}

const quorums = { ">=1/2 present": "console.quorum-present", ">=1/2 voted": "console.quorum-voted" } as const;

/** `typed`: as a rule writes it; one that came from elsewhere is offered too. */
export function quorum(name: string, t: Translate, typed = ""): Html {
  const other = typed === "" || typed in quorums ? null : parseRule(`simple quorum ${typed}`);
  return html`<div class="field"><label for="${name}-quorum">${t("console.quorum")}</label><select id="${name}-quorum" name="quorum">
    <option value="">${t("console.quorum-none")}</option>
    ${other?.ok && other.value.quorum ? html`<option value="${typed}" selected>${quorumWords(other.value.quorum, t)}</option>` : null}
    ${Object.entries(quorums).map(([value, words]) => html`<option value="${value}" ?selected="${value === typed}">${t(words)}</option>`)}</select></div>`;
}

/** As `quorum` takes it. */
export const writtenQuorum = ({ quorum: asked }: Rule): string =>
  asked === null ? "" : writeRule({ ...usual, quorum: asked }).replace("simple quorum ", "");

export const secrecy = (name: string, t: Translate, typed = ""): Html => html`
  <div class="field"><label for="${name}-secrecy">${t("console.secrecy")}</label><select id="${name}-secrecy" name="secrecy">
    <option value="public">${t("console.choose-public")}</option>
    <option value="secret" ?selected="${typed === "secret"}">${t("console.choose-secret")}</option></select></div>`;

const voters = ["delegation", "delegation delegates", "delegate", "person"] as const;

/** Who votes, and what they may do with it; what does not go together is refused, and the form comes back filled. */
export const franchise = (name: string, t: Translate, typed: Readonly<Record<string, string>> = {}): Html => html`
  <div class="field"><label for="${name}-voters">${t("console.franchise")}</label><select id="${name}-voters" name="voters">${voters.map(
    (one) =>
      html`<option value="${one}" ?selected="${one === typed["voters"]}">${t(`console.franchise.${one}`)}</option>`,
  )}</select></div>
  <div class="ticks">${(["proxies", "split"] as const).map(
    (term) =>
      html`<label><input type="checkbox" name="${term}" value="1" ?checked="${Boolean(typed[term])}"> ${t(`console.${term}`)}</label>`,
  )}</div>`;

/** Over plain HTTP a secret ballot opens only when the chair says that it is known; by HTTPS nothing is asked. */
export const unencrypted = (name: string, { encrypted }: Shell, required: boolean, t: Translate): Html | null =>
  encrypted
    ? null
    : field({
        name: "unencrypted",
        id: `${name}-unencrypted`,
        label: t("console.unencrypted"),
        hint: t(required ? "console.unencrypted-hint" : "console.unencrypted-if"),
        required,
        maxLength: limits.questionCharacters,
      });
