import { ok, refuse, type Result } from "../refusals.ts";

export const itemKinds = [
  "check-in",
  "round",
  "meal",
  "groups",
  "break",
  "workshops",
  "drafting",
  "plenary",
  "vote",
  "declaration",
  "open",
  "closing",
] as const;
export type ItemKind = (typeof itemKinds)[number];

export const isItemKind = (value: string): value is ItemKind => itemKinds.some((kind) => kind === value);

export type ItemState = "planned" | "current" | "done" | "reserved";

/**
 * An item of the agenda. `day` counts from 1, the gathering's first; minutes are after midnight in its time zone, null
 * when not said. `text` is the text it is about, if any.
 */
export interface AgendaItem {
  readonly id: string;
  readonly position: number;
  readonly day: number;
  readonly startMinutes: number | null;
  readonly endMinutes: number | null;
  readonly title: string;
  readonly kind: ItemKind;
  readonly note: string | null;
  readonly text: string | null;
  readonly state: ItemState;
}

export const currentItem = (items: readonly AgendaItem[]): AgendaItem | null =>
  items.find((item) => item.state === "current") ?? null;

/** What starting an item changes: there is one current item, so the one before it ends. */
export interface Started {
  readonly ended: AgendaItem | null;
  readonly started: AgendaItem;
}

/**
 * Planned or reserved items start; the current one ends by it. Refuses `ballot-open` while the current item's ballot
 * is open, `wrong-state` when the item is current or done.
 */
export function startItem(items: readonly AgendaItem[], id: string, ballotOpen: boolean): Result<Started> {
  const item = items.find((one) => one.id === id);
  if (!item) return refuse("not-found");
  if (item.state !== "planned" && item.state !== "reserved") return refuse("wrong-state", `agenda-${item.state}`);
  const before = currentItem(items);
  if (before && ballotOpen) return refuse("ballot-open");
  return ok({ ended: before ? { ...before, state: "done" } : null, started: { ...item, state: "current" } });
}

/** Refuses `ballot-open` while its ballot is open. */
export function endItem(item: AgendaItem, ballotOpen: boolean): Result<AgendaItem> {
  if (item.state !== "current") return refuse("wrong-state", `agenda-${item.state}`);
  return ballotOpen ? refuse("ballot-open") : ok({ ...item, state: "done" });
}

/** Puts an item aside for later: it starts again when the chair says so. A current one only without an open ballot. */
export function reserveItem(item: AgendaItem, ballotOpen: boolean): Result<AgendaItem> {
  if (item.state !== "planned" && item.state !== "current") return refuse("wrong-state", `agenda-${item.state}`);
  return item.state === "current" && ballotOpen ? refuse("ballot-open") : ok({ ...item, state: "reserved" });
}

/** Days in order, then times, then the place given by hand; an item without a time stands after its day's others. */
export function inAgendaOrder(items: readonly AgendaItem[]): readonly AgendaItem[] {
  const start = (item: AgendaItem): number => item.startMinutes ?? 24 * 60;
  return [...items].sort(
    (a, b) => a.day - b.day || start(a) - start(b) || a.position - b.position || (a.id < b.id ? -1 : 1),
  );
}

/** An item that is done, or is under way, stays in the agenda; its words can be put right until it is done. */
export function mayChange(item: AgendaItem): Result<true> {
  return item.state === "done" ? refuse("wrong-state", `agenda-${item.state}`) : ok(true);
}

export function mayRemove(item: AgendaItem): Result<true> {
  if (item.state === "planned" || item.state === "reserved") return ok(true);
  return refuse("wrong-state", `agenda-${item.state}`);
}
