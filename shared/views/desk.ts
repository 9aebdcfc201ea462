import type { DelegationState, LineDoubt, LineFault, ListedDelegation } from "../people/index.ts";
import type { Shell } from "./shell.ts";

export interface DelegationLine extends ListedDelegation {
  readonly id: string;
  readonly state: DelegationState;
  /** How it votes in the hall; of hands and papers, the zone or the box. */
  readonly votesBy: "phone" | "hands" | "paper";
  readonly zone: number;
  readonly excused: boolean;
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
  readonly delegation: ListedDelegation | null;
  readonly fault: LineFault | null;
  /** How the line was understood, where it may have been meant otherwise. */
  readonly doubt: LineDoubt | null;
}
