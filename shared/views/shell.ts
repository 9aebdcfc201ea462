/** What every page knows: whose gathering, how far its journal was read, who is looking, and the last refusal if any. */
export interface Shell {
  readonly gathering: ShellGathering | null;
  /** The path of this page within the gathering (`/`, `/textes`, …): its JSON is asked at `etat.json?page=`. */
  readonly path: string;
  readonly epoch: string;
  /** The sequence of the last journal entry that this view has read. */
  readonly cursor: number;
  /** When this view was read, by the server's clock: durations are counted from here. */
  readonly nowMs: number;
  /** False over plain HTTP: every ballot then says that the network can be listened to. */
  readonly encrypted: boolean;
  readonly me: Me | null;
  /** Bound to the session (or to nothing for the public): every form carries it as the field `token`. */
  readonly token: string;
  /** The refusal of the form that led to this page. Its `code` has its words at `refusal.<code>`; `detail` completes them. */
  readonly refused: ShellRefusal | null;
}

interface ShellGathering {
  readonly slug: string;
  readonly name: string;
  /** `fr`; the language in which the gathering's pages speak. */
  readonly language: string;
  /** IANA name, as `Europe/Paris`: times are shown in the gathering's own zone. */
  readonly timeZone: string;
}

export interface ShellRefusal {
  readonly code: string;
  /** The words as the server said them, complete. */
  readonly words: string;
  /** What was typed, by field name, so that the form shows it again. Never a code or a token. */
  readonly fields?: Readonly<Record<string, string>>;
}

export interface Me {
  readonly participant: string;
  readonly name: string;
  readonly delegation: { readonly id: string; readonly name: string } | null;
  readonly roles: readonly string[];
}
