import type { Shell } from "./shell.ts";

/** `/organiser/:jeton`: the form that opens a gathering. What was typed and refused stands in the shell. */
export interface CreateView {
  readonly page: "create";
  readonly shell: Shell;
  readonly timeZones: readonly string[];
}
