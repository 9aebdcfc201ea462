import type { ActData } from "../../shared/journal/index.ts";
import type { AmendmentFacts } from "./store.ts";

/**
 * What an entry about one amendment says: its number, and the revision with its hash and the version it was written on; of a
 * sub-amendment also its parent, at which revision.
 */
export const journalFact = (amendment: AmendmentFacts): ActData["amendment.submitted"] => ({
  amendment: amendment.id,
  number: amendment.number,
  revision: amendment.revision,
  hash: amendment.hash,
  text: amendment.text,
  version: amendment.base.version,
  head: amendment.base.head,
  delegation: amendment.delegation,
  ...(amendment.divisible ? { divisible: true } : {}),
  ...(amendment.parent === null || amendment.onRevision === null
    ? {}
    : { parent: amendment.parent, sub: amendment.sub, onRevision: amendment.onRevision }),
});
