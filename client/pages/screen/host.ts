import type { ScreenView } from "../../../shared/views/index.ts";

/** The address as one types it: without scheme and without the last slash. */
export const host = ({ join }: Pick<ScreenView, "join">): string =>
  join.url.replace(/^https?:\/\//u, "").replace(/\/$/u, "");
