import type { Actor } from "../../shared/people/index.ts";
import type { RefusalCode } from "../../shared/refusals.ts";
import type { Me } from "../../shared/views/index.ts";
import type { Tx } from "../storage/index.ts";
import type { ActGathering } from "./act.ts";

/**
 * Who sits behind a request. A cookie that no longer opens a seat leaves its bearer in the public, and `lost` says
 * why, so that a refusal can say it in words.
 */
export interface Seat {
  readonly actor: Actor;
  readonly me: Me | null;
  readonly lost: "seat-moved" | "code-revoked" | null;
}

/** What the shell asks of the room that holds gatherings and sessions. Reads only. */
export interface Entrance {
  gathering(tx: Tx, slug: string): Promise<ActGathering | null>;
  /** `cookie` is what the browser sent under `sessionCookie`, unchecked. */
  seat(tx: Tx, gathering: ActGathering, cookie: string | undefined): Promise<Seat>;
  /** The seats of several cookies, in their order. */
  seats(tx: Tx, gathering: ActGathering, cookies: readonly (string | undefined)[]): Promise<readonly Seat[]>;
}

/** `not-signed-in` says more than it knows when the seat was lost: says how it was lost instead. */
export const withReason = (code: RefusalCode, seat: Seat): RefusalCode =>
  code === "not-signed-in" && seat.lost !== null ? seat.lost : code;
