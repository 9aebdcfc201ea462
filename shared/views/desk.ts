import type { Shell } from "./shell.ts";

export interface DelegationLine {
  readonly id: string;
  readonly name: string;
  readonly delegates: number;
  readonly observers: number;
  readonly state: "admitted" | "present" | "absent" | "withdrawn";
}

/** `/accueil`; with `?q=` those whose name holds these letters. */
export interface DeskView {
  readonly page: "desk";
  readonly shell: Shell;
  readonly query: string;
  readonly lines: readonly DelegationLine[];
  readonly enrolled: number;
  readonly present: number;
  /** Admit, rename and withdraw: organisers and secretaries; tellers only mark who is there. */
  readonly mayAdmit: boolean;
}

/** `/accueil/liste`: a pasted list and, before it is confirmed, what will be made of each line. */
export interface DelegationListView {
  readonly page: "delegation-list";
  readonly shell: Shell;
  readonly typed: string;
  readonly lines: readonly ReadLine[];
}

interface ReadLine {
  readonly line: number;
  readonly text: string;
  readonly delegation: { readonly name: string; readonly delegates: number; readonly observers: number } | null;
  readonly fault: LineFaultName | null;
}

type LineFaultName =
  | "no-name"
  | "name-too-long"
  | "too-many-fields"
  | "not-a-number"
  | "no-delegate"
  | "too-many-people"
  | "twice-in-list"
  | "name-taken"
  | "not-text"
  | "list-too-long";
