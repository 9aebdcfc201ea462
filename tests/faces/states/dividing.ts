import { amendmentView, sheet } from "../../support/assembly-views.ts";
import { consoleView } from "../../support/console-views.ts";
import { callOrder } from "../../support/running-order-views.ts";
import { live, type Face } from "../face.ts";

const may = { ...amendmentView().may, withdraw: false, revise: false, subAmend: false };

/** A part of a divisible amendment fell: the chair may keep the rest, on its sheet and at the console. */
export const dividingFaces: readonly Face[] = [
  {
    name: "amendment-to-divide",
    view: amendmentView({
      effects: [],
      amendment: sheet({ state: { state: "fallen", by: null }, divisible: true }),
      may: { ...may, divide: true },
    }),
    link: live,
  },
  {
    name: "amendment-divided",
    view: amendmentView({
      effects: [],
      amendment: sheet({ label: "27 bis", origin: "divided", state: { state: "submitted" }, divisible: true }),
      may,
    }),
    link: live,
  },
  {
    name: "console-divide",
    view: consoleView({
      subject: { kind: "none" },
      lastResult: null,
      may: ["amendment.call", "amendment.divide", "screen.show"],
      callOrder: callOrder.map((line) =>
        line.number === 34 ? { ...line, divisible: true, state: { state: "fallen", by: null } } : line,
      ),
    }),
    link: live,
  },
];
