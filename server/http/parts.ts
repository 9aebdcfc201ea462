import type { Storage } from "../storage/index.ts";
import type { ActDefinition } from "./act.ts";
import type { Hub } from "./hub.ts";
import type { Key } from "./key.ts";
import type { PageDefinition } from "./page.ts";
import type { Entrance } from "./seat.ts";

/** All that the shell is made of; tests bring their own clock, ids and random bytes. */
export interface Parts {
  readonly storage: Storage;
  readonly key: Key;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly ids: () => string;
  readonly random: (bytes: number) => Uint8Array;
  /** Made anew at each restore, under a running server too: a client that knows another epoch loads everything again. */
  readonly epoch: () => string;
  /** Origins beside the server's own that may post: `https://cahier.example`, when it stands behind a proxy. */
  readonly origins: readonly string[];
  /** Whether browsers reach it by HTTPS, here or at the proxy before it. */
  readonly encrypted: boolean;
  /** The address for QR codes: of the hall when the browser came by one that only this machine knows. */
  readonly hallOrigin: (asked: string) => string;
  /** Makes unreadable what was deleted of secret ballots. Never throws: what could not be done now is done later. */
  readonly scrub: () => Promise<void>;
  readonly entrance: Entrance;
  readonly hub: Hub;
  readonly acts: readonly ActDefinition[];
  readonly pages: readonly PageDefinition[];
}

/** Makes the salts of typed words: 16 random bytes in hexadecimal. */
export const saltsOf =
  (random: Parts["random"]): (() => string) =>
  () =>
    Buffer.from(random(16)).toString("hex");
