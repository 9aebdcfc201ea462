/** One page that the server adds, as the list of page states says it. */
export interface PageRow {
  /** The view's name. */
  readonly page: string;
  readonly loading: readonly string[] | string;
  readonly empty: readonly string[] | string;
  readonly refused: readonly string[] | string;
  readonly offline: readonly string[] | string;
  readonly acts: Readonly<Record<string, readonly [before: string, after: string]>>;
  /** Further faces of this page. */
  readonly also: readonly string[];
}

/** A route of the row's name; in brackets what it is about, when that matters. */
export type PageStates = Readonly<Record<string, PageRow | { readonly noPage: string }>>;

export const drawnOnce = "drawn whole by the server and not followed: nothing of it comes later";
export const readOnly = "it offers no act that could be refused";
export const oneSeat = "there is always the seat of who looks";
