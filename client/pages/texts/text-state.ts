import type { Translate } from "../../../shared/i18n/index.ts";
import type { TextLine } from "../../../shared/views/index.ts";
import { state, type Html, type ShapeName } from "../../ui/index.ts";

const shapes: Readonly<Record<TextLine["state"], ShapeName>> = {
  draft: "wait",
  tabled: "live",
  adopted: "for",
  rejected: "against",
  published: "for",
  withdrawn: "npp",
};

/** The life of a text in a word and a shape. */
export const textState = (life: TextLine["state"], t: Translate): Html => state(shapes[life], t(`text-state.${life}`));
