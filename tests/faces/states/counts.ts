import type { HandCountsView, RollLine, RollView, TellerTable } from "../../../shared/views/index.ts";
import { openFacts } from "../../support/assembly-views.ts";
import { questions, votingPapersView } from "../../support/question-views.ts";
import { shellOf, sundayMs } from "../../support/views.ts";
import { linked, live, type Face } from "../face.ts";

const tellers = { participant: "p3", name: "Table", delegation: null, roles: ["teller"] };
const counted = (inFavour: number) => ({ for: inFavour, against: 7, abstention: 2, notTakingPart: 0 });
const stations: HandCountsView["stations"] = [
  { channel: "hands", zone: 1, present: 24, state: "mine-awaited", mine: null, others: [] },
  { channel: "hands", zone: 2, present: 31, state: "differing", mine: counted(20), others: [counted(21)] },
  { channel: "hands", zone: 3, present: 1, state: "awaited", mine: null, others: [] },
  { channel: "hands", zone: 4, present: 12, state: "other-awaited", mine: counted(3), others: [] },
  { channel: "paper", zone: 1, present: 9, state: "agreed", mine: counted(0), others: [] },
];
const countsView = (shown: HandCountsView["stations"], more: Partial<HandCountsView> = {}): HandCountsView => ({
  page: "hand-counts",
  shell: shellOf({ path: "/scrutins/14/mains", me: tellers }),
  facts: openFacts,
  open: true,
  stations: shown,
  ...more,
});

const line = (voter: string, name: string, more: Partial<RollLine> = {}): RollLine => ({
  voter,
  name,
  weight: 1,
  channel: "phone",
  presence: "present",
  zone: null,
  holder: null,
  mark: "none",
  ...more,
});
const roll: readonly RollLine[] = [
  line("d1", "Assemblée de Pont-Brizay", { mark: "cast" }),
  line("d2", "Kerloc’h"),
  line("d3", "Brémont", { channel: "hands", zone: 2, mark: "counted" }),
  line("d4", "Coordination des assemblées de la vallée du Tarn", { channel: "paper", zone: 1, mark: "counted" }),
  line("d5", "Saint-Aubrac", { mark: "entered" }),
  line("d6", "Commune libre de Montferrage", { channel: "hands" }),
  line("d7", "Orvelles", { channel: "proxy", presence: "represented", holder: "Kerloc’h" }),
  line("d8", "Tanneries", { presence: "excused" }),
  line("d9", "Valbrune", { presence: "absent" }),
];
const rollView = (more: Partial<RollView> = {}): RollView => ({
  page: "roll",
  shell: shellOf({ path: "/scrutins/14/emargement" }),
  facts: openFacts,
  state: "open",
  turnout: { voted: 2, present: 7 },
  lines: roll,
  table: null,
  ...more,
});
const standing = { receipt: "M4TQ-8E2N", writtenAtMs: sundayMs, entered: false };
const table: TellerTable = {
  voters: [
    { voter: "d1", name: "Assemblée de Pont-Brizay", standing },
    { voter: "d2", name: "Kerloc’h", standing: null },
  ],
  counts: false,
  requestKey: "k",
  confirm: null,
  filled: null,
};
const tableView = (more: Partial<TellerTable> = {}): RollView =>
  rollView({ shell: shellOf({ path: "/scrutins/14/emargement", me: tellers }), table: { ...table, ...more } });

const factsOf = (name: string) => questions.find((one) => one.name === name)?.facts ?? openFacts;

/** Where hands and papers are counted, and the papers themselves. */
export const countFaces: readonly Face[] = [
  ...linked("roll", rollView()),
  { name: "roll-none", view: rollView({ lines: [], turnout: { voted: 0, present: 0 } }), link: live },
  { name: "roll-closed", view: rollView({ state: "closed", turnout: { voted: 5, present: 7 } }), link: live },
  { name: "roll-annulled", view: rollView({ state: "annulled" }), link: live },
  {
    name: "roll-weights",
    view: rollView({ lines: roll.map((one, i) => ({ ...one, weight: (i % 3) + 1 })) }),
    link: live,
  },
  { name: "ballot-table", view: tableView(), link: live },
  { name: "ballot-table-counts", view: tableView({ counts: true }), link: live },
  { name: "ballot-table-empty", view: tableView({ voters: [] }), link: live },
  { name: "ballot-table-pressed", view: tableView({ filled: { voter: "d2", choice: null, reasons: {} } }), link: live },
  {
    name: "ballot-table-confirm",
    view: tableView({ confirm: { voter: "d1", choice: "against", reason: "" } }),
    link: live,
  },
  {
    name: "ballot-table-entered",
    view: tableView({ voters: table.voters.map((one) => ({ ...one, standing: { ...standing, entered: true } })) }),
    link: live,
  },
  {
    name: "ballot-table-refused",
    view: {
      ...tableView({ filled: { voter: "d2", choice: "for", reasons: {} } }),
      shell: shellOf({
        path: "/scrutins/14/emargement",
        me: tellers,
        refused: { code: "ballot-closed", words: "Le scrutin est clos. Ce bulletin n’a pas été compté." },
      }),
    },
    link: live,
  },
  ...linked("hand-counts", countsView(stations)),
  {
    name: "hand-counts-counted",
    view: countsView(
      stations.map((one) => (one.state === "mine-awaited" ? { ...one, state: "agreed", mine: counted(15) } : one)),
    ),
    link: live,
  },
  { name: "hand-counts-none", view: countsView([]), link: live },
  { name: "hand-counts-closed", view: countsView(stations, { open: false }), link: live },
  {
    name: "hand-counts-refused",
    view: countsView(stations, {
      shell: shellOf({
        path: "/scrutins/14/mains",
        me: tellers,
        refused: {
          code: "count-too-large",
          words: "Ce compte dépasse les délégations qui votent ici. Recomptez.",
          fields: { channel: "hands", zone: "1", for: "30", against: "2", abstention: "", notTakingPart: "" },
        },
      }),
    }),
    link: live,
  },
  { name: "voting-papers", view: votingPapersView() },
  { name: "voting-papers-closed", view: votingPapersView({ open: false, count: 1 }) },
  { name: "voting-papers-grades", view: votingPapersView({ facts: factsOf("judgment") }) },
  { name: "voting-papers-places", view: votingPapersView({ facts: factsOf("schulze") }) },
  { name: "voting-papers-choice", view: votingPapersView({ facts: factsOf("choice") }) },
];
