import type { RoleName } from "./seats.ts";
import type { Shell } from "./shell.ts";

/** `/`: the gatherings of this installation, when there is more than one or none. */
export interface HomeView {
  readonly page: "home";
  readonly shell: Shell;
  readonly gatherings: readonly {
    readonly slug: string;
    readonly name: string;
    readonly place: string;
    readonly firstDayMs: number;
    readonly closed: boolean;
  }[];
}

/** Instead of the page that was asked: what is refused, who may do it, and the code form when a code would open it. */
export interface RefusalView {
  readonly page: "refusal";
  readonly shell: Shell;
  readonly code: string;
  readonly words: string;
  /** For somebody who has a seat: the act that their roles do not allow, and those that do. */
  readonly allowed: { readonly action: string; readonly roles: readonly RoleName[] } | null;
  /** The code form below: as the thing to do, or as another way for whoever has one more code. */
  readonly codeForm: "first" | "beside" | null;
  /** Where to go once signed in: the address that was asked; null: the gathering's first page. */
  readonly next: string | null;
}

/** `/entrer` and `/entrer/:code`: the address fills the form, nothing more. */
export interface EnterView {
  readonly page: "enter";
  readonly shell: Shell;
  readonly code: string;
  readonly next: string | null;
}
