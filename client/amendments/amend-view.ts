import type { AmendView } from "../../shared/views/index.ts";

/** Our own server speaks: a view of this page has what this page needs. */
export const amendViewOf = (view: unknown): AmendView | null =>
  typeof view === "object" && view !== null && "page" in view && view.page === "amend" ? (view as AmendView) : null;
