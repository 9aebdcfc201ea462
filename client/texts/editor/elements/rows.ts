import type { ToolRow } from "./tools.ts";

/** The tools of a sheet that is written together. */
export const sheetTools: ToolRow = [["undo", "redo"], ["kind"], ["strong", "em", "link"], ["article"]];

/** Those of an amendment: it changes words, not what the blocks are. */
export const amendingTools: ToolRow = [
  ["undo", "redo"],
  ["strong", "em"],
];
