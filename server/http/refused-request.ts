import type { Refused, RefusalCode } from "../../shared/refusals.ts";

/**
 * A refusal found where fastify only lets an error out (a parser, a hook): thrown there, caught in one place by the error
 * handler, which answers it as any returned refusal.
 */
export class RefusedRequest extends Error {
  readonly refused: Refused;

  constructor(code: RefusalCode) {
    super(code);
    this.refused = { ok: false, code };
  }
}
