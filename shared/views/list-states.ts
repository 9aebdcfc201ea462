import type { AmendmentState } from "./amendments.ts";

/** The states by which the list of amendments is filtered, as its address names them. */
export const statesOfList = {
  depose: "submitted",
  "en-discussion": "called",
  adopte: "adopted",
  rejete: "rejected",
  tombe: "fallen",
  satisfait: "satisfied",
  retire: "withdrawn",
  irrecevable: "inadmissible",
  "non-soutenu": "not-moved",
  illisible: "broken",
} as const satisfies Readonly<Record<string, AmendmentState["state"]>>;

/** One of them, or all that can still be voted. */
export type ListState = "a-voter" | keyof typeof statesOfList;
