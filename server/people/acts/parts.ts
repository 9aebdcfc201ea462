import { Type } from "typebox";

import { ok, type Accepted } from "../../../shared/refusals.ts";

/** An id as the installation makes them. */
export const anyId = Type.String({ minLength: 1, maxLength: 64 });

/** The scope of an act on the gathering as a whole. */
export const gatheringScope = async (): Promise<Accepted<Record<never, never>>> => ok({});
