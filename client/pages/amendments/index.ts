import { amendment } from "./amendment.ts";
import { amendments } from "./amendments.ts";
import { sheaf } from "./sheaf.ts";
import { whatIf } from "./what-if.ts";

/** The list of amendments, the sheet of one, and what the text would be with some. */
export const amendmentPages = [amendments, amendment, whatIf] as const;

/** Drawn once, to be printed: no bundle carries them. */
export const printedPages = [sheaf] as const;
