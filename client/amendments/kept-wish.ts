import { parseText, plainJson, type TextNode } from "../../shared/texts/index.ts";

/** An amendment that is being composed, as it is kept on the device: the text it is written on goes along. */
export interface Wish {
  readonly version: number;
  readonly base: TextNode;
  readonly document: TextNode;
  readonly rationale: string;
  /** What falls of it shall leave the rest standing. */
  readonly divisible: boolean;
  /** Of an amendment that is being revised: the revision that its author read; 0 of a new one. */
  readonly revision: number;
}

/** Where the words wait until they are submitted; a closed page or an empty battery loses nothing. */
export interface KeptWish {
  read(): Wish | null;
  /** False when this device keeps nothing (a private window, a captive portal, no room left). */
  write(wish: Wish | null): boolean;
}

export const keepWish = (name: string, storage: () => Storage): KeptWish => ({
  read() {
    try {
      return parseWish(JSON.parse(storage().getItem(name) ?? "null"));
    } catch {
      return null;
    }
  },
  write(wish) {
    try {
      if (wish === null) storage().removeItem(name);
      else storage().setItem(name, JSON.stringify(wishJson(wish)));
      return true;
    } catch {
      return false;
    }
  },
});

const wishJson = ({ version, base, document, rationale, divisible, revision }: Wish): object => ({
  version,
  base: plainJson(base.toJSON()),
  document: plainJson(document.toJSON()),
  rationale,
  divisible,
  revision,
});

function parseWish(kept: unknown): Wish | null {
  if (typeof kept !== "object" || kept === null) return null;
  const { version, base, document, rationale, divisible, revision } = Object.assign(
    { version: null, base: null, document: null, rationale: null, divisible: false, revision: 0 },
    kept,
  ) as Record<string, unknown>;
  if (typeof version !== "number" || typeof rationale !== "string" || typeof revision !== "number") return null;
  const [was, is] = [parseText(base), parseText(document)];
  return was.ok && is.ok
    ? { version, base: was.value, document: is.value, rationale, divisible: divisible === true, revision }
    : null;
}
