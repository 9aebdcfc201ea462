import { inflateRawSync } from "node:zlib";

/** What a socket's frame says: long messages come deflated. */
export const messageIn = (payload: string | Buffer): string =>
  typeof payload === "string" ? payload : inflateRawSync(payload).toString();
