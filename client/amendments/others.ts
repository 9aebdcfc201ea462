import { parseChangeSet, rebase, relationsTo, type ChangeSet } from "../../shared/amendments/index.ts";
import { parseText, type TextNode } from "../../shared/texts/index.ts";
import type { AmendView, WaitingAmendments } from "../../shared/views/index.ts";
import { metNone, type Met, type Other } from "./met.ts";

/** A text at the version that others' change sets are told for. */
export interface Head {
  readonly version: number;
  readonly document: TextNode;
}

/** How an amendment on `base` stands to those that wait, itself left out when it is revised; what fell meets nobody. */
export function meetOthers(
  head: Head,
  { list, left }: WaitingAmendments,
  itself: number | null,
): (own: ChangeSet, base: TextNode) => Met {
  const others = list.filter(({ number }) => number !== itself);
  const relationsOf = relationsTo(
    others.map(({ changes }) => parseChangeSet(changes)),
    head.document,
  );
  return (own, base) => {
    const carried = base.eq(head.document) ? own : rebase(own, base, head.document).changes;
    if (carried.length === 0) return { ...metNone, left };
    const relations = relationsOf(carried);
    const those = (wanted: (typeof relations)[number]): readonly Other[] =>
      others
        .filter((_, k) => relations[k] === wanted)
        .map(({ amendment, number, delegation, mine, hash }) => ({
          number,
          delegation,
          cosign: mine ? null : { amendment, hash },
        }));
    return { identical: those("identical"), conflict: those("conflict"), sameGap: those("sameGap"), left };
  };
}

/** The head of a view that has the text. */
export function headOf({ text, document }: AmendView): Head | null {
  const parsed = parseText(document);
  return parsed.ok ? { version: text.version, document: parsed.value } : null;
}
