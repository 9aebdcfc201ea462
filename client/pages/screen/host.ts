import { html, type Html } from "../../ui/index.ts";
import type { ScreenView } from "../../../shared/views/index.ts";

/** Where a long address may go on in the next line: at its slashes, not within a word. */
export const breakable = (address: string): Html =>
  html`${address.split("/").map((part, i) => (i === 0 ? part : html`<wbr>/${part}`))}`;

/** The address as one types it: without scheme and without the last slash. */
export const host = ({ join }: Pick<ScreenView, "join">): string =>
  join.url.replace(/^https?:\/\//u, "").replace(/\/$/u, "");
