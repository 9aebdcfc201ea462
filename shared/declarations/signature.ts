import { ok, refuse, type Result } from "../refusals.ts";
import type { TextState } from "../texts/index.ts";

/** Where a delegation stands on a declaration. Nobody signs by default. */
export type Signature =
  | { readonly state: "none" }
  | { readonly state: "signed"; readonly reservationHash: string | null }
  | { readonly state: "declined" };

/** What is signed: an adopted text, until it is published. */
export interface Signable {
  readonly text: TextState;
  /** The delegation is admitted and not withdrawn. */
  readonly enrolled: boolean;
}

/**
 * Signs, with a reservation or without; changes a signature or a refusal given before. Refuses `wrong-state` unless the
 * text is adopted and not yet published, or when the delegation was withdrawn.
 */
export function sign(signable: Signable, reservationHash: string | null): Result<Signature> {
  const open = mayStillChange(signable);
  return open.ok ? ok({ state: "signed", reservationHash }) : open;
}

/** Says that the delegation does not sign. Same refusals. */
export function decline(signable: Signable): Result<Signature> {
  const open = mayStillChange(signable);
  return open.ok ? ok({ state: "declined" }) : open;
}

function mayStillChange({ text, enrolled }: Signable): Result<null> {
  if (!enrolled) return refuse("wrong-state", "delegation-withdrawn");
  return text === "adopted" ? ok(null) : refuse("wrong-state", `text-${text}`);
}
