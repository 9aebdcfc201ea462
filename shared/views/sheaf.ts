import type { AmendmentLine, AmendmentSheet } from "./amendments.ts";
import type { Shell } from "./shell.ts";

/** One amendment as the sheaf prints it. */
export type SheafSheet = Omit<AmendmentSheet, "ballots"> & Pick<AmendmentLine, "joint" | "same">;

/** `/textes/:t/liasse`: all amendments of a text in the order of calls, to be printed. */
export interface SheafView {
  readonly page: "sheaf";
  readonly shell: Shell;
  readonly text: { readonly id: string; readonly title: string; readonly version: number };
  readonly sheets: readonly SheafSheet[];
}
