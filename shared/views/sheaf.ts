import type { AmendmentLine, AmendmentSheet } from "./amendments.ts";
import type { Shell } from "./shell.ts";

/** One amendment as the sheaf prints it. */
export type SheafSheet = Omit<AmendmentSheet, "ballots"> &
  Pick<AmendmentLine, "joint" | "same" | "opinion"> & {
    /** The names of the delegations that put theirs to it as it is worded now. */
    readonly cosignatories: readonly string[];
  };

/** `/textes/:t/liasse`: all amendments of a text in the order of calls, to be printed. */
export interface SheafView {
  readonly page: "sheaf";
  readonly shell: Shell;
  readonly text: { readonly id: string; readonly title: string; readonly version: number };
  readonly sheets: readonly SheafSheet[];
  readonly may: { readonly import: boolean };
}

/** What became of one amendment of a file that was given in. `as`: the number that it has here. */
export interface ImportLine {
  /** Its number in the file, and its author there; null when they cannot be read. */
  readonly number: number | null;
  readonly author: string | null;
  readonly became: "submitted" | "already" | "refused";
  readonly as: number | null;
  /** Why it was refused. */
  readonly reason: string | null;
}

/** `/textes/:t/liasse/importer`: the secretary gives in a sheaf, and reads what became of each amendment in it. */
export interface SheafImportView {
  readonly page: "sheaf-import";
  readonly shell: Shell;
  readonly text: { readonly id: string; readonly title: string };
  /** Null: nothing was given in yet. */
  readonly report: readonly ImportLine[] | null;
}
