import type { AnyView, Link } from "../../client/pages/index.ts";
import { sundayMs } from "../support/views.ts";

/** One page in one state, as the gallery draws and judges it. */
export interface Face {
  readonly name: string;
  readonly view: AnyView;
  readonly link?: Link;
  readonly own?: unknown;
  /** The state that the page's script gives to each element in it. */
  readonly elements?: Readonly<Record<string, object>>;
  /** The size it is made for, if only one. */
  readonly only?: "phone" | "desk" | "hall";
  /** On a phone it is seen whole, without scrolling. */
  readonly fits?: true;
}

export const live: Link = { kind: "live" };
export const offline: Link = { kind: "offline", sinceMs: sundayMs - 120_000 };

/** A page in three states of its link: being connected to, live, and cut off. */
export const linked = (name: string, view: AnyView): readonly Face[] => [
  { name: `${name}-loading`, view, link: { kind: "connecting" } },
  { name, view, link: live },
  { name: `${name}-offline`, view, link: offline },
];
