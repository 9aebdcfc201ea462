import type { AnyView, Link } from "../../client/pages/index.ts";

/** One page in one state, as the gallery draws and judges it. */
export interface Face {
  readonly name: string;
  readonly view: AnyView;
  readonly link?: Link;
  readonly own?: unknown;
  /** The size it is made for, if only one. */
  readonly only?: "phone" | "desk" | "hall";
}
