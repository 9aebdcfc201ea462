import { assertNever } from "../../shared/refusals.ts";
import type { Translate } from "../../shared/i18n/index.ts";
import type { AmendmentName, AmendmentSheet, AmendmentState, TextPlace } from "../../shared/views/index.ts";
import { html, state, type Html, type ShapeName } from "../ui/index.ts";

/** `Article 2, alinéa 4`, `Après l’alinéa 5`; the title, when it is nowhere else. */
export function placeWords({ article, paragraph, after }: TextPlace, t: Translate): string {
  if (paragraph === null && article === null) return t("text.place-title");
  if (paragraph === null)
    return t(after ? "text.place-after-article" : "text.place-article", { article: article ?? 0 });
  if (article === null) return after ? t("text.place-after", { paragraph }) : t("text.place-paragraph", { paragraph });
  return after ? t("text.place-after-both", { article, paragraph }) : t("text.place-both", { article, paragraph });
}

/** `, ligne 12`, `, lignes 12 à 14`, `, après la ligne 12`: as the text is printed. */
export function lineWords(lines: AmendmentSheet["lines"], t: Translate): string {
  if (lines === null) return "";
  const { first, last, after } = lines;
  if (after) return t("amendment.after-line", { line: first });
  return first === last ? t("amendment.line", { line: first }) : t("amendment.lines", { first, last });
}

/** `Amendement 27`, `Sous-amendement 27-1`; `Amendements 27 et 31` when identical ones stand together. */
export function amendmentTitle(names: readonly Pick<AmendmentName, "label" | "sub">[], t: Translate): string {
  const kind = names[0]?.sub ? "sub-amendment" : "amendment";
  const numbers = names.map((name) => name.label);
  const last = numbers[numbers.length - 1] ?? "";
  if (numbers.length < 2) return t(`${kind}.title`, { number: last });
  const joined = t("amendment.and", { first: numbers.slice(0, -1).join(", "), last });
  return t(`${kind}.titles`, { numbers: joined });
}

/** Where its sheet is, within the gathering. */
export const sheetPath = ({ number, sub }: Pick<AmendmentName, "number" | "sub">): string =>
  `/amendements/${number}${sub ? `-${sub}` : ""}`;

const shapes: Readonly<Record<AmendmentState["state"], ShapeName>> = {
  submitted: "wait",
  called: "live",
  adopted: "for",
  rejected: "against",
  fallen: "fallen",
  satisfied: "satisfied",
  broken: "warn",
  withdrawn: "npp",
  inadmissible: "against",
  "not-moved": "npp",
};

/** With its parent, or by the adoption of another. */
const fallKey = ({ withParent, by }: Extract<AmendmentState, { state: "fallen" | "satisfied" }>) =>
  withParent ? "amendment.with" : by?.sub ? "amendment.by-sub" : "amendment.by";

/** The state of an amendment in a word and a shape, with what decided it. */
export function amendmentState(life: AmendmentState, t: Translate): Html {
  const word = state(shapes[life.state], t(`amendment.state.${life.state}`));
  switch (life.state) {
    case "adopted":
    case "rejected": {
      const { tally } = life.ballot;
      if (tally === null) return html`${word}`;
      return html`${word}<span class="num">, ${t("amendment.tally", { for: tally.for, against: tally.against })}</span>`;
    }
    case "fallen":
      return html`${word} <span class="by">${life.by === null ? t("amendment.by-undoing") : t(fallKey(life), { number: life.by.label })}</span>`;
    case "satisfied":
      return life.by === null
        ? word
        : html`${word} <span class="by">${t(fallKey(life), { number: life.by.label })}</span>`;
    case "broken":
      return html`${word} <span class="by">${t(`amendment.broken.${life.fault}`)}</span>`;
    case "submitted":
    case "called":
    case "withdrawn":
    case "inadmissible":
    case "not-moved":
      return word;
    default:
      return assertNever(life);
  }
}
