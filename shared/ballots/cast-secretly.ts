import { ok, refuse, type Result } from "../refusals.ts";
import type { CastOn, CastRequest } from "./cast.ts";
import { mayBeCast, type RollEntry } from "./roll.ts";
import { markReceipt, type RollMark } from "./urn.ts";

/** `repeated`: the request was written before. `written`: the mark and, apart, the choice are to be put on disk. */
export interface SecretCasting {
  readonly kind: "repeated" | "written";
  readonly mark: RollMark;
}

/**
 * A vote in a secret ballot, by phone or by a teller. It does not look at the choice: the first is final, and
 * the same request again has the same receipt whatever it says now, since nobody can tell. `marks` are this voter's and
 * any other with this request key. Refuses `request-key-reused` (another voter's), `already-voted`, `not-on-roll`,
 * `ballot-closed`, `wrong-state`.
 */
export function castSecretly(
  ballot: CastOn,
  entry: RollEntry | null,
  { requestKey, by, as }: Pick<CastRequest, "requestKey" | "by" | "as">,
  marks: readonly RollMark[],
  atMs: number,
): Result<SecretCasting> {
  const entered = as === null;
  const same = marks.find((mark) => mark.requestKey === requestKey);
  if (same) {
    const repeats = same.voter === entry?.voter && same.entered === entered;
    return repeats ? ok({ kind: "repeated", mark: same }) : refuse("request-key-reused");
  }
  if (ballot.state === "prepared") return refuse("wrong-state", "ballot-prepared");
  if (entry === null || !mayBeCast(entry, as)) return refuse("not-on-roll");
  if (marks.some((mark) => mark.voter === entry.voter)) return refuse("already-voted");
  if (ballot.state !== "open") return refuse("ballot-closed");
  const mark = { voter: entry.voter, requestKey, entered, by, atMs };
  return ok({ kind: "written", mark: { ...mark, receipt: markReceipt(ballot.hash, mark) } });
}
