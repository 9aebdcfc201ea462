import type { Tx } from "../storage/index.ts";

/** The texts that somebody can be named to write: a port, since texts stand on the right of people. */
export type TextsInWriting = (
  tx: Tx,
  gathering: string,
) => Promise<readonly { readonly id: string; readonly title: string }[]>;
