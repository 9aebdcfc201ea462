/** What every page knows: whose gathering, how far its journal was read, who is looking, and the last refusal if any. */
export interface Shell {
  readonly gathering: { readonly slug: string; readonly name: string } | null;
  /** The path of this page within the gathering (`/`, `/textes`, …): its JSON is asked at `etat.json?page=`. */
  readonly path: string;
  readonly epoch: string;
  /** The sequence of the last journal entry that this view has read. */
  readonly cursor: number;
  readonly me: Me | null;
  /** Bound to the session (or to nothing for the public): every form carries it as the field `token`. */
  readonly token: string;
  readonly refused: { readonly code: string; readonly words: string } | null;
}

export interface Me {
  readonly participant: string;
  readonly name: string;
  readonly delegation: { readonly id: string; readonly name: string } | null;
  readonly roles: readonly string[];
}
