import type { Standing } from "../../shared/texts/index.ts";
import type { Tx } from "../storage/index.ts";
import { readDocument } from "../texts/index.ts";

/** Versions of texts, each read once however many amendments were written on it. */
export class Documents {
  readonly #tx: Tx;
  readonly #known = new Map<string, Promise<Standing>>();

  constructor(tx: Tx) {
    this.#tx = tx;
  }

  at(text: string, version: number): Promise<Standing> {
    const key = `${version} ${text}`;
    const known = this.#known.get(key) ?? readDocument(this.#tx, text, version);
    this.#known.set(key, known);
    return known;
  }
}
