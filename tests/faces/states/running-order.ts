import { consoleView } from "../../support/console-views.ts";
import { live, type Face } from "../face.ts";

const waits = {
  subject: { kind: "none" },
  lastResult: null,
  favourable: ["am31", "am34"],
  may: ["amendment.call", "amendment.callTogether", "amendment.reorder", "screen.show"],
} as const;

/** The chair's console where the order of calls can be changed, and where it was. */
export const runningOrderFaces: readonly Face[] = [
  { name: "console-reordering", view: consoleView(waits), link: live },
  { name: "console-ordered", view: consoleView({ ...waits, ordered: true }), link: live },
];
