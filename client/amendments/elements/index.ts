import { defineElements, Says } from "../../elements/index.ts";
import { Tools } from "../../texts/editor/index.ts";
import { AmendmentForm } from "./amendment-form.ts";
import { PlaceTools } from "./place-tools.ts";

export type { Notice } from "./amendment-form.ts";
export type { CursorPlace } from "./place-tools.ts";

/** What stands around the sheet on which an amendment is composed, by the names that its page gives it. */
export const defineAmendingElements = (): void =>
  defineElements({
    "cahier-says": Says,
    "cahier-tools": Tools,
    "cahier-gestures": PlaceTools,
    "cahier-amendment": AmendmentForm,
  });
