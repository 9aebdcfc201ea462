import { html } from "../../ui/index.ts";

/** Two arrows, drawn with the ink of the words beside them. */
export const icons = {
  undo: html`<svg viewBox="0 0 24 24" focusable="false"><path d="M8 5 4 9l4 4M4 9h10a5 5 0 0 1 0 10h-3"/></svg>`,
  redo: html`<svg viewBox="0 0 24 24" focusable="false"><path d="m16 5 4 4-4 4m4-4H10a5 5 0 0 0 0 10h3"/></svg>`,
} as const;
