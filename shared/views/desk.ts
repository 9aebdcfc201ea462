import type { DelegationState, LineDoubt, LineFault, ListedDelegation, Mandate } from "../people/index.ts";
import type { Shell } from "./shell.ts";

export interface DelegationLine extends ListedDelegation {
  readonly id: string;
  readonly state: DelegationState;
  /** How it votes in the hall; of hands and papers, the zone or the box. */
  readonly votesBy: "phone" | "hands" | "paper";
  readonly zone: number;
  readonly excused: boolean;
  /** The delegation that carries its vote when it is not there. */
  readonly proxy: string | null;
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

/** `/accueil/:delegation`: who of a delegation is there, and how it votes. */
export interface DelegationDeskView {
  readonly page: "delegation-desk";
  readonly shell: Shell;
  readonly line: DelegationLine;
  readonly delegates: readonly DelegateLine[];
  /** Others of the delegation, who can take over a mandate. */
  readonly alternates: readonly NamedPerson[];
  readonly mandate: Mandate | null;
  /** Who may carry its vote: the other delegations; and that of each of its delegates: all other delegates. */
  readonly holders: { readonly delegations: readonly Named[]; readonly delegates: readonly Named[] };
  /** Rename, withdraw, hand a mandate over, write a mandate down: organisers and secretaries. */
  readonly mayAdmit: boolean;
}

export interface DelegateLine extends NamedPerson {
  readonly checkedIn: boolean;
  readonly proxy: string | null;
}

/** By their name, or by their place in the delegation where none was typed. */
interface NamedPerson {
  readonly participant: string;
  readonly name: string;
}

interface Named {
  readonly id: string;
  readonly name: string;
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
