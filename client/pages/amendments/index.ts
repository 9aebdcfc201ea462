import { amendment } from "./amendment.ts";
import { amendments } from "./amendments.ts";
import { whatIf } from "./what-if.ts";

/** The list of amendments, the sheet of one, and what the text would be with some. */
export const amendmentPages = [amendments, amendment, whatIf] as const;
