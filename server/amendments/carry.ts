import {
  adoptionCommit,
  passageBetween,
  rebaseOver,
  type ChangeSet,
  type Parent,
  type Passage,
  type Rebased,
} from "../../shared/amendments/index.ts";
import { refuse } from "../../shared/refusals.ts";
import type { TextNode } from "../../shared/texts/index.ts";
import type { AmendmentFault } from "../../shared/views/index.ts";
import type { Tx } from "../storage/index.ts";
import { readDocument } from "../texts/index.ts";
import { readParent, wishOf } from "./parent.ts";
import type { AmendmentFacts } from "./store.ts";

/** What carrying gives; `broken` when it gives nothing, because carrying throws or there is nothing to carry. */
export type Carried = Rebased & { readonly broken?: AmendmentFault };

/**
 * Carries amendments of one text to one document of it; a sub-amendment as its parent amended by it. Each way from a base is
 * worked out once.
 */
export class Carrier {
  readonly #tx: Tx;
  readonly #text: string;
  readonly #current: TextNode;
  readonly #passages = new Map<number, Promise<Passage | null>>();
  readonly #parents = new Map<string, Promise<Parent>>();

  constructor(tx: Tx, text: string, current: TextNode) {
    this.#tx = tx;
    this.#text = text;
    this.#current = current;
  }

  /** Each apart: one that is broken can enter no text, and neither hides nor stops the others. */
  async carry(amendment: AmendmentFacts): Promise<Carried> {
    const { parent } = amendment;
    try {
      if (parent !== null && !amendment.broken) {
        return (await this.#parentOf(parent)).standing(wishOf(amendment), this.#current);
      }
      const passage = amendment.broken ? null : await this.#passageFrom(amendment.base.version);
      if (passage) return rebaseOver(amendment.changes, passage, this.#current);
    } catch {
      // Our bug, or a row that somebody changed: what it asks for cannot be done.
    }
    return {
      state: "fallen",
      states: amendment.changes.map(() => "fallen"),
      reduced: false,
      changes: [],
      broken: amendment.broken ?? "thrown",
    };
  }

  #parentOf(id: string): Promise<Parent> {
    const known = this.#parents.get(id) ?? readParent(this.#tx, { id, text: this.#text });
    this.#parents.set(id, known);
    return known;
  }

  #passageFrom(version: number): Promise<Passage | null> {
    const known = this.#passages.get(version);
    if (known) return known;
    const passage = readDocument(this.#tx, this.#text, version).then(({ doc }) => {
      const made = passageBetween(doc, this.#current);
      return made.ok ? made.value : null;
    });
    this.#passages.set(version, passage);
    return passage;
  }
}

/** The commit that would adopt these changes; refused as broken when to try it throws. */
export function commitApart(doc: TextNode, changes: ChangeSet, version: number): ReturnType<typeof adoptionCommit> {
  try {
    return adoptionCommit(doc, changes, version);
  } catch {
    return refuse("wrong-state", "amendment-broken");
  }
}
