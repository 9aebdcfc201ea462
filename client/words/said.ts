import { grades, isChoice, partsOf, type Grade } from "../../shared/ballots/index.ts";
import type { Translate } from "../../shared/i18n/index.ts";
import type { BallotFacts } from "../../shared/views/index.ts";
import type { ShapeName } from "../ui/index.ts";
import { choiceShape } from "./ballots.ts";

type Asked = Pick<BallotFacts, "asking" | "options">;

/** What a vote says, in words: `pour`, an option's words, `Saint-Nazaire, puis Commercy = Montreuil`. */
export function saidWords(asked: Asked, said: string, t: Translate): string {
  const { asking } = asked;
  if (said === "abstention" || said === "notTakingPart" || asking.method === "yes-no")
    return isChoice(said) ? t(`choice.said.${said}`) : partsWords(said, t);
  switch (asking.method) {
    case "consent":
      return t(`stance.${said === "consent" || said === "reservation" ? said : "objection"}`);
    case "majority-judgment":
      return said
        .split(",")
        .map((given) => given.split(":"))
        .map(([option = "", grade = ""]) =>
          t("said.grade", { option: optionWords(asked, option, t), grade: gradeWords(grade, t) }),
        )
        .join(t("said.also"));
    default:
      return said
        .split(">")
        .map((place) =>
          place
            .split(/[=,]/u)
            .map((option) => optionWords(asked, option, t))
            .join(t("said.beside")),
        )
        .join(t("said.then"));
  }
}

/** Of several votes, how many say what: `2 pour, 1 contre`. */
const partsWords = (said: string, t: Translate): string =>
  partsOf(said, 0)
    .map(([choice, count]) => (isChoice(choice) ? t("said.part", { count, choice: t(`choice.said.${choice}`) }) : said))
    .join(", ");

/** The same as the answer of a card says it: `Pour`. */
export function answerWords(asked: Asked, said: string, t: Translate): string {
  if (isChoice(said)) return t(`choice.${said}`);
  if (asked.asking.method !== "consent") return saidWords(asked, said, t);
  return t(`stance.row.${said === "consent" || said === "reservation" ? said : "objection"}`);
}

/** The shape that stands beside an answer; null for one of the ballot's own options. */
export const saidShape = (said: string): ShapeName | null => (isChoice(said) ? choiceShape[said] : null);

/** The words of an option, or its number once they were erased. */
export const optionWords = ({ options }: Pick<Asked, "options">, option: string, t: Translate): string =>
  options[Number(option) - 1] ?? t("option.erased", { number: option });

export const gradeWords = (grade: string, t: Translate): string => (isGrade(grade) ? t(`grade.${grade}`) : grade);

const isGrade = (grade: string): grade is Grade => grades.some((one) => one === grade);
