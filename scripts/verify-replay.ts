/**
 * `npm run verify -- FILE --replay`: beyond hashes and counts, checks what followed from what, then redoes every commit
 * and every adoption with Cahier's own rules (docs/record-format.md, "What must hold", 7 to 9).
 */
import { checkLives } from "./verify-lives.ts";
import { type CheckedRecord, within } from "./verify.ts";

/** Throws the first `Fault`. */
export function replayRecord(record: CheckedRecord): void {
  within("le registre", () => checkLives(record));
}
