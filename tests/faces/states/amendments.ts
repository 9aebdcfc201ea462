import { canonicalise, excerpt, redline } from "../../../shared/amendments/index.ts";
import {
  proseOf,
  type AmendmentState,
  type AmendmentsView,
  type AmendmentView,
  type ProseBlock,
  type Shell,
} from "../../../shared/views/index.ts";
import { accepted } from "../../support/amendments/laws.ts";
import { sheet as structure } from "../../support/amendments/sheet.ts";
import { adopted, amendmentView, delegate, delegateShell, names, sheet, text } from "../../support/assembly-views.ts";
import { amendmentsView, listFilter, whatIfView, withSubs } from "../../support/running-order-views.ts";
import { shellOf, sundayMs } from "../../support/views.ts";
import { linked, live, type Face } from "../face.ts";

const adoptedState = {
  state: "adopted",
  ballot: { number: 14, tally: { for: 104, against: 38, abstention: 12, notTakingPart: 4 }, rule: adopted.facts.rule },
} as const;
const mine = {
  may: { withdraw: true, revise: true, subAmend: true, divide: false, inadmissible: false, takeOver: null },
  effects: [],
  amendment: sheet({ state: { state: "submitted" }, rationaleErased: true, rationale: null }),
};
const mineShell = delegateShell("/amendements/27");

const montferrage = { id: "d6", name: "Commune libre de Montferrage" };

const by = names.a27;

/** What became of it, in each other way. */
const fates: Readonly<Record<string, AmendmentState>> = {
  rejected: { ...adoptedState, state: "rejected" },
  fallen: { state: "fallen", by },
  satisfied: { state: "satisfied", by: null },
  "not-moved": { state: "not-moved" },
  broken: { state: "broken", fault: "hash" },
};

const theirs = { shell: mineShell, effects: [], amendment: sheet({ state: { state: "submitted" } }) };
const withdrawn: Partial<AmendmentView> = {
  amendment: sheet({ state: { state: "withdrawn" } }),
  may: { withdraw: false, revise: false, subAmend: false, divide: false, inadmissible: false, takeOver: "kerloch" },
};
const supportOf = (more: Partial<AmendmentView["support"]>): AmendmentView["support"] => ({
  cosignatories: [names.a31.delegation],
  before: 2,
  required: 3,
  cosigning: null,
  uncosigning: null,
  ...more,
});
const chairs = {
  shell: shellOf({ path: "/amendements/27", me: { ...delegate, delegation: null, roles: ["chair"] } }),
  may: { withdraw: false, revise: false, subAmend: false, divide: false, inadmissible: true, takeOver: null },
  amendment: sheet({ state: { state: "submitted" } }),
};

const ofChair = (deadline: AmendmentsView["texts"][number]["deadline"]): AmendmentsView["texts"][number] => ({
  ...text,
  amending: null,
  deadline,
  setsDeadline: true,
  lines: [],
  total: 0,
  waiting: 0,
});

const revisedHash = "7c41d0aa".repeat(8);
const revised: Partial<AmendmentView> = {
  effects: [],
  amendment: sheet({ label: "27 bis", origin: "revised", hash: revisedHash, state: { state: "submitted" } }),
  revisions: [
    {
      label: "27",
      hash: sheet().hash,
      origin: "submitted",
      atMs: sundayMs - 52_800_000,
      against: "text",
      version: 412,
      redline: sheet().redline,
    },
    {
      label: "27 bis",
      hash: revisedHash,
      origin: "revised",
      atMs: sundayMs - 3_600_000,
      against: "before",
      version: 412,
      redline: sheet().redline,
    },
  ],
};

/** An article carried behind the next, a word changed in it, and a paragraph of a third put into a new article. */
function movedProse(): readonly ProseBlock[] {
  const water = `
  a1 article: Des biens communs
    p1: L’eau, les terres nourricières, les forêts et les lieux de réunion ne se vendent pas.`;
  const houses = `
  a2 article: Des maisons du peuple
    p2: Chaque commune peut ouvrir une maison du peuple, gérée par celles et ceux qui l’utilisent et dotée par elle.
    p3: Il y en a une par vallée au moins.
    p4: Toute assemblée y est publique.`;
  const [base, amended] = [
    structure(`${water}${houses}`),
    structure(`${houses.replace(/\n.*p4.*/u, "")}
  n1 article: De la publicité
    p4: Toute assemblée y est publique.${water.replace("ne se vendent pas", "ne s’achètent ni ne se vendent")}`),
  ];
  return proseOf(excerpt(redline(base, accepted(canonicalise(base, amended))), 1), "excerpt");
}

/** What is said under it: nothing yet, something, and what the chair may take away. */
function discussionFaces(shell: Shell): readonly Face[] {
  const { discussion } = amendmentView();
  const speaks = { ...discussion, speaks: true };
  const refused = { code: "too-many", words: "Trop de demandes à la fois. Réessayez bientôt." };
  return [
    {
      name: "amendment-unsaid",
      view: amendmentView({ shell, discussion: { ...speaks, lines: [] } }),
      link: live,
    },
    { name: "amendment-discussed", view: amendmentView({ shell, discussion: { ...speaks, before: 12 } }), link: live },
    {
      name: "amendment-erasing",
      view: amendmentView({ shell, discussion: { ...speaks, takesAway: true } }),
      link: live,
    },
    {
      name: "amendment-erased",
      view: amendmentView({
        shell,
        discussion: { ...speaks, lines: discussion.lines.map((line) => ({ ...line, words: null })) },
      }),
      link: live,
    },
    {
      name: "amendment-comment-refused",
      view: amendmentView({
        shell: { ...shell, refused: { ...refused, fields: { words: "Encore un mot." } } },
        discussion: speaks,
      }),
      link: live,
    },
  ];
}

/** The list of amendments and the sheet of one. */
export const amendmentFaces: readonly Face[] = [
  ...linked("amendment", amendmentView()),
  {
    name: "amendment-adopted",
    view: amendmentView({
      amendment: sheet({
        state: adoptedState,
        rationale: null,
        ballots: [
          { id: "s13", number: 13, annulled: true },
          { id: "s14", number: 14, annulled: false },
        ],
      }),
      effects: [],
    }),
    link: live,
  },
  {
    name: "amendment-moved",
    view: amendmentView({ amendment: sheet({ redline: movedProse(), state: { state: "submitted" } }), effects: [] }),
    link: live,
  },
  { name: "amendment-mine", view: amendmentView({ ...mine, shell: mineShell }), link: live },
  {
    name: "amendment-subs",
    view: amendmentView({
      ...mine,
      shell: mineShell,
      subs: [
        { ...names.s27, state: { state: "submitted" } },
        { ...names.a29, id: "am27-2", number: 27, sub: 2, label: "27-2", state: { state: "withdrawn" } },
      ],
    }),
    link: live,
  },
  {
    name: "amendment-sub",
    view: amendmentView({
      ...mine,
      may: { ...mine.may, revise: false, subAmend: false },
      amendment: { ...mine.amendment, ...names.s27, parent: names.a27 },
      shell: delegateShell("/amendements/27-1"),
    }),
    link: live,
  },
  {
    name: "amendment-sub-amended",
    view: amendmentView({
      ...mine,
      may: { ...mine.may, withdraw: false, revise: false, subAmend: false },
      amendment: { ...mine.amendment, label: "27 bis", origin: "subAmended", subAmendedBy: names.s27 },
      subs: [{ ...names.s27, state: adoptedState }],
      shell: mineShell,
    }),
    link: live,
  },
  { name: "amendment-revised", view: amendmentView({ ...mine, ...revised, shell: mineShell }), link: live },
  {
    name: "amendment-withdrawn",
    view: amendmentView({ shell: mineShell, effects: [], amendment: sheet({ state: { state: "withdrawn" } }) }),
    link: live,
  },
  { name: "amendment-to-take-over", view: amendmentView({ ...theirs, ...withdrawn }), link: live },
  {
    name: "amendment-taken-over",
    view: amendmentView({ ...mine, shell: mineShell, takenOver: "Orvelles" }),
    link: live,
  },
  {
    name: "amendment-to-cosign",
    view: amendmentView({ ...theirs, support: supportOf({ cosigning: "kerloch" }) }),
    link: live,
  },
  {
    name: "amendment-cosigned",
    view: amendmentView({
      ...theirs,
      support: supportOf({ cosignatories: [names.a31.delegation, "Kerloc’h"], before: 0, uncosigning: "kerloch" }),
    }),
    link: live,
  },
  { name: "amendment-to-rule-out", view: amendmentView({ ...chairs, effects: [] }), link: live },
  {
    name: "amendment-inadmissible",
    view: amendmentView({
      shell: chairs.shell,
      effects: [],
      amendment: sheet({ state: { state: "inadmissible" } }),
      ruledOut: { reason: "Il porte sur le budget de la rencontre, dont ce texte ne parle pas." },
    }),
    link: live,
  },
  {
    name: "amendment-rule-out-refused",
    view: amendmentView({
      ...chairs,
      effects: [],
      shell: {
        ...chairs.shell,
        refused: {
          code: "ballot-open",
          words: "Un scrutin est en cours\u202f: son résultat n’est pas encore proclamé.",
          fields: { reason: "Il ne parle pas de ce texte." },
        },
      },
    }),
    link: live,
  },
  ...Object.entries(fates).map(([fate, state]) => ({
    name: `amendment-${fate}`,
    view: amendmentView({ amendment: sheet({ state }), effects: [] }),
    link: live,
  })),
  {
    name: "amendment-reduced",
    view: amendmentView({ amendment: sheet({ state: { state: "submitted" }, since: "reduced" }) }),
    link: live,
  },
  {
    name: "amendment-refused",
    view: amendmentView({
      ...mine,
      shell: {
        ...mineShell,
        refused: { code: "wrong-state", words: "Ce n’est plus possible\u202f: l’amendement est appelé." },
      },
    }),
    link: live,
  },
  {
    name: "amendment-to-judge",
    view: amendmentView({
      shell: mineShell,
      opinions: [],
      opining: { voices: [{ id: "", name: null }], said: null, reason: "" },
    }),
    link: live,
  },
  {
    name: "amendment-judged",
    view: amendmentView({
      shell: mineShell,
      opining: { voices: [{ id: "", name: null }, montferrage], said: "favourable", reason: "" },
    }),
    link: live,
  },
  {
    name: "amendment-judging",
    view: amendmentView({
      opining: { voices: [{ id: "", name: null }, montferrage], said: null, reason: "" },
      shell: {
        ...mineShell,
        refused: {
          code: "ballot-open",
          words: "Un scrutin est déjà ouvert.",
          fields: { opinion: "wisdom", delegation: "d6", reason: "Les deux se défendent." },
        },
      },
    }),
    link: live,
  },
  ...discussionFaces(mineShell),
  ...linked("what-if", whatIfView()),
  {
    name: "what-if-unchanged",
    view: whatIfView({ lines: whatIfView().lines.map((line) => ({ ...line, fate: null })), redline: [] }),
    link: live,
  },
  { name: "what-if-none", view: whatIfView({ lines: [], redline: [] }), link: live },
  { name: "what-if-too-many", view: whatIfView({ untried: 3 }), link: live },
  ...linked("amendments", amendmentsView()),
  {
    name: "amendments-subs",
    view: amendmentsView({
      texts: [
        {
          ...text,
          amending: "open",
          lines: withSubs,
          total: withSubs.length,
          waiting: 3,
          deadline: null,
          setsDeadline: false,
        },
      ],
    }),
    link: live,
  },
  {
    name: "amendments-to-vote",
    view: amendmentsView({
      shell: shellOf({ path: "/amendements?a-voter=1" }),
      texts: [
        {
          ...text,
          amending: "open",
          deadline: null,
          setsDeadline: false,
          lines: amendmentsView().texts[0]?.lines.slice(2, 4) ?? [],
          total: 6,
          waiting: 2,
        },
      ],
      filter: listFilter({ state: "a-voter" }),
    }),
    link: live,
  },
  {
    name: "amendments-all-voted",
    view: amendmentsView({
      texts: [{ ...text, amending: null, deadline: null, setsDeadline: false, lines: [], total: 4, waiting: 0 }],
      filter: listFilter({ state: "a-voter" }),
    }),
    link: live,
  },
  {
    name: "amendments-deadline",
    view: amendmentsView({ shell: chairs.shell, texts: [ofChair({ untilMs: sundayMs + 3_600_000, past: false })] }),
    link: live,
  },
  { name: "amendments-no-deadline", view: amendmentsView({ shell: chairs.shell, texts: [ofChair(null)] }), link: live },
  {
    name: "amendments-closed",
    view: amendmentsView({
      texts: [{ ...ofChair({ untilMs: sundayMs - 3_600_000, past: true }), amending: "open", setsDeadline: false }],
    }),
    link: live,
  },
  { name: "amendments-empty", view: amendmentsView({ texts: [] }), link: live },
  {
    name: "amendments-whole-voted",
    view: amendmentsView({
      texts: [{ ...text, amending: "voting", deadline: null, setsDeadline: false, lines: [], total: 0, waiting: 0 }],
    }),
    link: live,
  },
  {
    name: "amendments-none-on",
    view: amendmentsView({
      shell: shellOf({ path: "/amendements" }),
      texts: [{ ...text, amending: null, deadline: null, setsDeadline: false, lines: [], total: 0, waiting: 0 }],
    }),
    link: live,
  },
];
