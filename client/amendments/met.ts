export interface Other {
  readonly number: number;
  readonly delegation: string;
  /** What one signs to co-sign it; null: it is one's own. */
  readonly cosign: { readonly amendment: string; readonly hash: string } | null;
}

/** Those among the others that have to do with what is written here, by what they have to do with it. */
export interface Met {
  readonly identical: readonly Other[];
  readonly conflict: readonly Other[];
  readonly sameGap: readonly Other[];
  /** How many were not told, and so not looked at. */
  readonly left: number;
}

export const metNone: Met = { identical: [], conflict: [], sameGap: [], left: 0 };
