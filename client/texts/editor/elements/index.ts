import { defineElements, Says } from "../../../elements/index.ts";
import { LinkField } from "./link-field.ts";
import { OfferedBack } from "./offered-words.ts";
import { Outline } from "./outline.ts";
import { Tools, type ToolRow } from "./tools.ts";

export { Tools, type LinkAsked, type Tool } from "./tools.ts";

/** The tools of a sheet that is written together. */
export const sheetTools: ToolRow = [["undo", "redo"], ["kind"], ["strong", "em", "link"], ["article"]];

/** Those of an amendment: it changes words, not what the blocks are. */
export const amendingTools: ToolRow = [
  ["undo", "redo"],
  ["strong", "em"],
];

/** What stands around a sheet that is written together, by the names that its page gives it. */
export const defineSheetElements = (): void =>
  defineElements({
    "cahier-says": Says,
    "cahier-link-field": LinkField,
    "cahier-tools": Tools,
    "cahier-outline": Outline,
    "cahier-offered-words": OfferedBack,
  });
