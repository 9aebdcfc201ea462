import type { Shell } from "./shell.ts";

export type RoleName = "organiser" | "chair" | "secretary" | "teller" | "drafter" | "delegate" | "observer";

/** A role as it is shown: what it belongs to is said by its name. */
export interface RoleLine {
  readonly role: RoleName;
  readonly delegation: { readonly id: string; readonly name: string } | null;
  readonly text: { readonly id: string; readonly title: string } | null;
}

/** A seat; `code` says whether a code opens it and whether somebody has entered it. */
export interface SeatLine {
  readonly participant: string;
  readonly name: string | null;
  readonly roles: readonly RoleLine[];
  readonly code: "none" | "issued" | "used";
}

/** A code as it is handed out: the eleven signs, and the address that a QR code fills into the form. */
export interface CodeCard {
  readonly shown: string;
  readonly address: string;
  readonly seat: SeatLine;
}

/** `/bienvenue`: what an organiser keeps and does first. */
export interface WelcomeView {
  readonly page: "welcome";
  readonly shell: Shell;
  readonly card: CodeCard | null;
}

/** `/moi` */
export interface MeView {
  readonly page: "me";
  readonly shell: Shell;
  readonly seat: SeatLine;
  readonly mayOrganise: {
    readonly settings: boolean;
    readonly codes: boolean;
    readonly desk: boolean;
    readonly console: boolean;
  };
}

/** `/reglages` */
export interface SettingsView {
  readonly page: "settings";
  readonly shell: Shell;
  readonly facts: {
    readonly name: string;
    readonly place: string;
    readonly firstDay: string;
    readonly timeZone: string;
    readonly draftPublic: boolean;
    /** How many co-signatures an amendment needs before it can be called. */
    readonly supporters: number;
  };
  readonly timeZones: readonly string[];
  readonly closed: boolean;
  /** Who holds a role beside or outside a delegation. */
  readonly seats: readonly SeatLine[];
  readonly texts: readonly { readonly id: string; readonly title: string }[];
}

export interface DelegationSeats {
  readonly id: string;
  readonly name: string;
  /** How many seats it may have, has, and has entered. */
  readonly places: number;
  readonly seats: number;
  readonly used: number;
}

/** `/codes`; with `?delegation=` the seats of one delegation. */
export interface CodesView {
  readonly page: "codes";
  readonly shell: Shell;
  readonly delegations: readonly DelegationSeats[];
  readonly opened: { readonly id: string; readonly name: string; readonly seats: readonly SeatLine[] } | null;
  /** Seats of no delegation. */
  readonly seats: readonly SeatLine[];
  readonly texts: readonly { readonly id: string; readonly title: string }[];
}

/** `/codes/feuille`: what is printed, eight to a page of A4. */
export interface CodeSheetView {
  readonly page: "code-sheet";
  readonly shell: Shell;
  readonly cards: readonly CodeCard[];
}
