import { amendment } from "./amendment.ts";
import { amendments } from "./amendments.ts";

/** The list of amendments and the sheet of one. */
export const amendmentPages = [amendments, amendment] as const;
