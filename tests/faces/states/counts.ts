import type { HandCountsView } from "../../../shared/views/index.ts";
import { openFacts } from "../../support/assembly-views.ts";
import { questions, votingPapersView } from "../../support/question-views.ts";
import { shellOf } from "../../support/views.ts";
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

const factsOf = (name: string) => questions.find((one) => one.name === name)?.facts ?? openFacts;

/** Where hands and papers are counted, and the papers themselves. */
export const countFaces: readonly Face[] = [
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
