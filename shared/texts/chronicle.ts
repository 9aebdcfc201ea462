import { followMoments, type Moment } from "./moments.ts";
import { emptyProvenance, followProvenance, type AuthoredCommit, type Provenance } from "./provenance.ts";
import { packProvenance, unpackProvenance } from "./provenance-packed.ts";
import type { TextNode } from "./schema.ts";

/** What is kept of a text's life beside its commits, and could be told anew from them: who wrote what, and when. */
export interface Chronicle {
  readonly provenance: Provenance;
  readonly moments: readonly Moment[];
}

export const emptyChronicle = (text: string): Chronicle => ({ provenance: emptyProvenance(text), moments: [] });

export const followChronicle = (
  { provenance, moments }: Chronicle,
  before: TextNode,
  commit: AuthoredCommit,
): Chronicle => ({
  provenance: followProvenance(provenance, before, commit),
  moments: followMoments(moments, before, commit),
});

export const packChronicle = ({
  provenance,
  moments,
}: Chronicle): { readonly map: string; readonly moments: string } => ({
  map: packProvenance(provenance),
  moments: JSON.stringify(moments),
});

export function unpackChronicle(packed: { readonly map: string; readonly moments: string }): Chronicle {
  const moments: readonly Moment[] = JSON.parse(packed.moments);
  return { provenance: unpackProvenance(packed.map), moments };
}
