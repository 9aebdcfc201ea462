import { simpleMajority } from "../../shared/ballots/index.ts";
import type { AmendmentLine, AmendmentName, AmendmentsView, SheafView, WhatIfView } from "../../shared/views/index.ts";
import { names, redlineWithContext, sheet, text } from "./assembly-views.ts";
import { shellOf, sundayMs } from "./views.ts";

const decidedBy = {
  number: 12,
  tally: { for: 139, against: 8, abstention: 9, notTakingPart: 2 },
  rule: simpleMajority,
};

const amendmentLine = (
  name: AmendmentName,
  state: AmendmentLine["state"],
  gist: string,
  paragraph = 4,
  together: Partial<Pick<AmendmentLine, "joint" | "same" | "opinion" | "ahead">> = {},
): AmendmentLine => ({
  ...name,
  place: { article: 2, paragraph, after: name.number === 34 },
  gist,
  state,
  joint: null,
  same: null,
  supporters: null,
  divisible: false,
  opinion: null,
  ahead: null,
  ...together,
});

export const callOrder: readonly AmendmentLine[] = [
  amendmentLine(
    { id: "am22", number: 22, label: "22", delegation: "Terres communes de Saint-Aubrac" },
    { state: "adopted", ballot: decidedBy },
    "«\u202fensemble\u202f»",
    3,
  ),
  amendmentLine(
    { id: "am12", number: 12, label: "12", delegation: "Commune libre de Brémont" },
    {
      state: "rejected",
      ballot: { ...decidedBy, number: 13, tally: { for: 31, against: 118, abstention: 7, notTakingPart: 2 } },
    },
    "Supprimer l’alinéa",
  ),
  amendmentLine(
    names.a27,
    { state: "called", sinceMs: sundayMs - 240_000, ballot: null },
    "«\u202fouvre, dans l’année,\u202f»",
    4,
    { joint: 27, opinion: "favourable", ahead: { falls: [31], satisfied: [29, 34] } },
  ),
  amendmentLine(names.a31, { state: "submitted" }, "«\u202fdoit ouvrir\u202f»", 4, {
    joint: 27,
    opinion: "withdrawalAsked",
  }),
  amendmentLine(
    names.a29,
    { state: "satisfied", by: { id: "am22", number: 22, label: "22", delegation: "" } },
    "«\u202fbudget communal\u202f»",
  ),
  amendmentLine(names.a34, { state: "submitted" }, "«\u202fUne caisse commune\u202f»", 5, { opinion: "wisdom" }),
];

/** Before 27 stand two sub-amendments to it, one of them decided. */
export const withSubs: readonly AmendmentLine[] = callOrder.flatMap((line) =>
  line.number === 27
    ? [
        amendmentLine(names.s27, { state: "submitted" }, "«\u202fdans les deux ans,\u202f»", 4, { joint: 27 }),
        amendmentLine(
          { id: "am27-2", number: 27, sub: 2, label: "27-2", delegation: "Collectif des Trois-Rives" },
          { state: "fallen", by: names.s27 },
          "«\u202faussitôt,\u202f»",
          4,
          { joint: 27 },
        ),
        line,
      ]
    : [line],
);

/** Nothing is asked for. */
export const listFilter = (more: Partial<AmendmentsView["filter"]> = {}): AmendmentsView["filter"] => ({
  delegation: null,
  article: null,
  state: null,
  unknown: false,
  delegations: [names.a27, names.a29, names.a31].map(({ delegation }, i) => ({ id: `d${i}`, name: delegation })),
  articles: [0, 2, 3],
  states: ["a-voter", "depose", "en-discussion", "adopte", "rejete", "satisfait"],
  ...more,
});

/** Enough of them to be filtered. */
export const longList: readonly AmendmentLine[] = [
  ...callOrder,
  ...callOrder.map((line) => {
    const number = line.number + 40;
    const state: AmendmentLine["state"] = line.state.state === "called" ? { state: "submitted" } : line.state;
    return { ...line, id: `am${number}`, number, label: String(number), state, joint: null };
  }),
];

export const amendmentsView = (more: Partial<AmendmentsView> = {}): AmendmentsView => ({
  page: "amendments",
  shell: shellOf({ path: "/amendements" }),
  texts: [{ ...text, amending: "open", deadline: null, setsDeadline: false, lines: callOrder, total: 6, waiting: 3 }],
  filter: listFilter(),
  ...more,
});

/** Three that wait, two of them tried. */
export const whatIfView = (more: Partial<WhatIfView> = {}): WhatIfView => {
  const waiting = callOrder.filter(({ state }) => state.state === "submitted" || state.state === "called");
  const fates = [{ fate: "enters" }, { fate: "falls", by: 27 }, null] as const;
  return {
    page: "what-if",
    shell: shellOf({ path: "/textes/t1/et-si?avec-27=1&avec-31=1" }),
    text: { ...text, version: 118 },
    most: 40,
    favourable: 1,
    lines: waiting.map((line, i) => ({ ...line, fate: fates[i] ?? null })),
    untried: 0,
    redline: redlineWithContext,
    ...more,
  };
};

/** All of them on paper, one erased and one without a rationale. */
export const sheafView = (more: Partial<SheafView> = {}): SheafView => ({
  page: "sheaf",
  shell: shellOf({ path: "/textes/t1/liasse" }),
  text: { ...text, version: 118 },
  sheets: callOrder.map((line, i) => {
    const { ballots: _, ...paper } = sheet({ ...line, rationale: i === 1 ? null : sheet().rationale });
    const cosignatories = i === 0 ? ["Tanneries", "Orvelles"] : [];
    const told = { joint: line.joint, same: i === 5 ? 31 : line.same, opinion: line.opinion, cosignatories };
    return { ...paper, rationaleErased: i === 2, ...told };
  }),
  may: { import: false },
  ...more,
});
