import { defineElements, Says } from "../../../elements/index.ts";
import { LinkField } from "./link-field.ts";
import { OfferedBack } from "./offered-words.ts";
import { Outline } from "./outline.ts";
import { Tools } from "./tools.ts";

export { amendingTools, sheetTools } from "./rows.ts";
export { Tools, type LinkAsked, type Tool } from "./tools.ts";

/** What stands around a sheet that is written together, by the names that its page gives it. */
export const defineSheetElements = (): void =>
  defineElements({
    "cahier-says": Says,
    "cahier-link-field": LinkField,
    "cahier-tools": Tools,
    "cahier-outline": Outline,
    "cahier-offered-words": OfferedBack,
  });
