import type { Shell } from "../../../shared/views/index.ts";
import { actForm } from "../../page/index.ts";
import { button, type ButtonFacts, type Html } from "../../ui/index.ts";

export interface PressFacts extends ButtonFacts {
  readonly action: string;
  readonly hidden?: Readonly<Record<string, string>>;
}

/** One act, one button, its own form: it works without scripts, and its key presses it. */
export const press = (shell: Shell, { action, hidden, ...facts }: PressFacts): Html =>
  actForm(shell, { action, hidden: hidden ?? {}, layout: "press" }, button(facts));
