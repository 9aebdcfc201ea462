import { amendment } from "./amendment.ts";
import { amendments } from "./amendments.ts";
import { sheaf } from "./sheaf.ts";
import { sheafImport } from "./sheaf-import.ts";
import { textPaper } from "./text-paper.ts";
import { whatIf } from "./what-if.ts";

/** The list of amendments, the sheet of one, and what the text would be with some. */
export const amendmentPages = [amendments, amendment, whatIf] as const;

/** Drawn once, to be printed or to give in a file: no bundle carries them. */
export const printedPages = [sheaf, sheafImport, textPaper] as const;
