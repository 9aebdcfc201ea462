import { consoleView } from "../../support/console-views.ts";
import type { AmendmentsView } from "../../../shared/views/index.ts";
import { amendmentsView, listFilter, longList } from "../../support/running-order-views.ts";
import { live, type Face } from "../face.ts";

const waits = {
  subject: { kind: "none" },
  lastResult: null,
  favourable: ["am31", "am34"],
  may: ["amendment.call", "amendment.callTogether", "amendment.reorder", "screen.show"],
} as const;

type Lines = AmendmentsView["texts"][number]["lines"];

const waiting = longList.filter(({ state }) => state.state === "called" || state.state === "submitted");

/** Of a list of twelve, what was asked for. */
const manyView = (lines: Lines, asked: Partial<AmendmentsView["filter"]>): AmendmentsView =>
  amendmentsView({
    texts: amendmentsView().texts.map((text) => ({ ...text, lines, total: longList.length, waiting: waiting.length })),
    filter: listFilter(asked),
  });

/** The list when it is long; the chair's console where the order of calls can be changed, and where it was. */
export const runningOrderFaces: readonly Face[] = [
  { name: "amendments-long", view: manyView(longList, {}), link: live },
  {
    name: "amendments-filtered",
    view: manyView(waiting, { article: 2, state: "a-voter", unknown: true }),
    link: live,
  },
  { name: "amendments-none-asked", view: manyView([], { delegation: "d1", state: "rejete" }), link: live },
  { name: "console-reordering", view: consoleView(waits), link: live },
  { name: "console-ordered", view: consoleView({ ...waits, ordered: true }), link: live },
];
