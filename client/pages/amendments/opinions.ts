import { countOpinions, opinions as allOpinions, type Opinion } from "../../../shared/amendments/index.ts";
import type { Translate } from "../../../shared/i18n/index.ts";
import { limits } from "../../../shared/limits.ts";
import type { AmendmentView, OpinionLine, Opining } from "../../../shared/views/index.ts";
import { actForm } from "../../page/index.ts";
import { button, field, html, shape, state, type Html } from "../../ui/index.ts";
import { opinionShape } from "../../words/index.ts";

/** What is thought of an amendment, the drafting group first; and, for whoever may, the form to say so. */
export function opinions(view: AmendmentView, t: Translate): Html | null {
  const { opinions: lines, opining } = view;
  if (lines.length === 0 && opining === null) return null;
  return html`<section class="opinions" aria-labelledby="opinions"><h2 id="opinions">${t("opinion.title")}</h2>
    ${lines.length === 0 ? html`<p class="small">${t("opinion.none")}</p>` : html`${counts(lines, t)}<ul class="plain">${lines.map((line) => opinionLine(line, t))}</ul>`}
    ${opining === null ? null : give(view, opining, t)}</section>`;
}

/** `3 favorables, 1 défavorable`: of delegations, on the amendment as it is worded now. */
function counts(lines: readonly OpinionLine[], t: Translate): Html | null {
  const given = lines.flatMap(({ delegation, opinion, earlier }) =>
    delegation === null || earlier !== null ? [] : [opinion],
  );
  if (given.length < 2) return null;
  const counted = countOpinions(given).map(({ opinion, count }) => t(`opinion.count.${opinion}`, { count }));
  return html`<p class="counted">${counted.join(", ")}</p>`;
}

function opinionLine({ delegation, opinion, reason, reasonErased, earlier }: OpinionLine, t: Translate): Html {
  return html`<li><span dir="auto">${delegation ?? html`<b>${t("opinion.group")}</b>`}</span> ${state(opinionShape[opinion], t(`opinion.${opinion}`))}
    ${earlier === null ? null : html`<span class="small">${t("opinion.earlier", { revision: earlier })}</span>`}
    ${reason === null ? null : html`<p class="small because" dir="auto">${reason}</p>`}${reasonErased ? html`<p class="small">${t("opinion.erased")}</p>` : null}</li>`;
}

/** Folded away until it is wanted; open again when it was refused, with what was typed. */
function give({ amendment, shell }: AmendmentView, opining: Opining, t: Translate): Html {
  const typed = shell.refused?.fields;
  const again = typed?.["opinion"] !== undefined;
  const [first, another] = opining.voices;
  const chosen = again ? typed?.["opinion"] : opining.said;
  const hidden = { amendment: amendment.id, ...(another ? {} : { delegation: first?.id ?? "" }) };
  const inside = html`${another ? voices(opining, typed?.["delegation"], t) : null}
    <fieldset class="ticks"><legend class="label">${t("opinion.choose")}</legend>${allOpinions.map((one) => tick(one, chosen === one, t))}</fieldset>
    ${field({ name: "reason", label: t("opinion.reason"), rows: 2, value: (again ? typed?.["reason"] : null) ?? opining.reason, maxLength: limits.opinionReasonCharacters })}
    ${button({ words: t("opinion.submit") })}`;
  return html`<details class="give" ?open="${again}"><summary class="btn btn--bare">${giveWords(opining, t)}</summary>
    ${actForm(shell, { action: "amendment.opine", hidden, layout: "opining" }, inside)}</details>`;
}

function giveWords({ voices: [first, another] }: Opining, t: Translate): string {
  if (!first || another) return t("opinion.give-one");
  return first.name === null ? t("opinion.give-group") : t("opinion.give", { delegation: first.name });
}

const tick = (opinion: Opinion, checked: boolean, t: Translate): Html =>
  html`<label><input type="radio" name="opinion" value="${opinion}" required ?checked="${checked}"><span>${shape(opinionShape[opinion])} ${t(`opinion.${opinion}`)}</span></label>`;

const voices = ({ voices: all }: Opining, chosen: string | undefined, t: Translate): Html => html`
  <div class="field"><label for="opinion-of">${t("opinion.of")}</label><select id="opinion-of" name="delegation">
  ${all.map(({ id, name }) => html`<option value="${id}" ?selected="${chosen === id}">${name ?? t("opinion.group")}</option>`)}</select></div>`;
