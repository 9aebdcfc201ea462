import { labelOf } from "../../../shared/amendments/index.ts";
import type { CommitOrigin } from "../../../shared/texts/index.ts";
import type { HandView } from "../../../shared/views/index.ts";
import { readNumber } from "../../ballots/index.ts";
import { readDelegationNames } from "../../people/index.ts";
import type { Tx } from "../../storage/index.ts";
import { readAmendment } from "../store.ts";

/** Whose commits they are, by their names: asked once each. */
export class Hands {
  readonly #tx: Tx;
  readonly #gathering: string;
  readonly #text: string;
  readonly #known = new Map<string, Promise<HandView>>();
  #delegations: Promise<ReadonlyMap<string, string>> | null = null;

  constructor(tx: Tx, gathering: string, text: string) {
    this.#tx = tx;
    this.#gathering = gathering;
    this.#text = text;
  }

  of(origin: CommitOrigin): Promise<HandView> {
    const key = keyOf(origin);
    const known = this.#known.get(key) ?? this.#read(origin);
    this.#known.set(key, known);
    return known;
  }

  async #read({ author, ballot }: CommitOrigin): Promise<HandView> {
    this.#delegations ??= readDelegationNames(this.#tx, this.#gathering);
    const delegations = await this.#delegations;
    const amendment =
      author === this.#text || delegations.has(author) ? null : await readAmendment(this.#tx, this.#gathering, author);
    if (amendment) {
      return {
        kind: "amendment",
        number: amendment.number,
        label: labelOf(amendment),
        delegation: delegations.get(amendment.delegation) ?? "",
        ballot: ballot === undefined ? null : await readNumber(this.#tx, this.#gathering, ballot),
      };
    }
    const name = delegations.get(author);
    return name === undefined ? { kind: "workshop" } : { kind: "delegation", name };
  }
}

export const keyOf = ({ author, ballot }: CommitOrigin): string => `${author} ${ballot ?? ""}`;
