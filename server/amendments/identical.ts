import { changeSetBody, isPending } from "../../shared/amendments/index.ts";
import type { Tx } from "../storage/index.ts";
import { readDocument } from "../texts/index.ts";
import { Carrier } from "./carry.ts";
import { readAmendmentsOn, type AmendmentFacts } from "./store.ts";

/**
 * Those that ask for the very same as `amendment`, itself among them: the same submitted change set, and the same left to
 * do in the text as it stands. They are called together and share ballot and outcome.
 */
export async function identicalTo(
  tx: Tx,
  amendment: AmendmentFacts,
  version: number,
): Promise<readonly AmendmentFacts[]> {
  const { doc } = await readDocument(tx, amendment.text, version);
  const carrier = new Carrier(tx, amendment.text, doc);
  const own = changeSetBody((await carrier.carry(amendment)).changes);
  const same: AmendmentFacts[] = [];
  for (const other of await readAmendmentsOn(tx, amendment.text)) {
    if (other.id === amendment.id) same.push(other);
    else if (
      other.hash === amendment.hash &&
      other.parent === amendment.parent &&
      isPending(other.life) &&
      other.standing.standing === "live"
    ) {
      if (changeSetBody((await carrier.carry(other)).changes) === own) same.push(other);
    }
  }
  return same;
}
