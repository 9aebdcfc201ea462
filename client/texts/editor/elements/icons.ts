import { html } from "lit";

/** Two arrows, a chain and a plus sign, drawn with the ink of the words beside them. */
export const icons = {
  undo: html`<svg viewBox="0 0 24 24" focusable="false"><path d="M8 5 4 9l4 4M4 9h10a5 5 0 0 1 0 10h-3" /></svg>`,
  redo: html`<svg viewBox="0 0 24 24" focusable="false"><path d="m16 5 4 4-4 4m4-4H10a5 5 0 0 0 0 10h3" /></svg>`,
  link: html`<svg viewBox="0 0 24 24" focusable="false"><path d="M10 14 14 10M9 10 5.5 13.5a3.5 3.5 0 0 0 5 5L14 15m-4-6 3.5-3.5a3.5 3.5 0 0 1 5 5L15 14" /></svg>`,
  plus: html`<svg viewBox="0 0 24 24" focusable="false"><path d="M12 5v14M5 12h14" /></svg>`,
} as const;
