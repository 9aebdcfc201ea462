import type { ItemKind } from "../agenda.ts";

/** An item as a template writes it: times as a programme prints them, `9:00`, null when not said. */
export interface TemplateItem {
  readonly day: number;
  readonly start: string | null;
  readonly end: string | null;
  readonly kind: ItemKind;
  readonly title: string;
  readonly note: string | null;
}
