import { deflateRawSync } from "node:zlib";

/** Shorter ones travel as they are: what would be saved is less than what it costs. */
const deflatedFromBytes = 1024;

const finalText = 0x81;
const finalBinary = 0x82;

/** One message to many pages. Its bytes on the wire are made once, and deflated once, whoever gets it. */
export class Frame {
  readonly message: string;
  #plain: Buffer | null = null;
  #deflated: Buffer | null = null;

  constructor(message: string) {
    this.message = message;
  }

  /**
   * An unmasked frame (RFC 6455, 5.2): the message as text; for a page that can inflate, a long one as binary, deflated
   * (RFC 1951).
   */
  bytes(inflates: boolean): Buffer {
    this.#plain ??= framed(finalText, Buffer.from(this.message));
    if (!inflates || this.#plain.length < deflatedFromBytes) return this.#plain;
    this.#deflated ??= framed(finalBinary, deflateRawSync(this.message));
    return this.#deflated;
  }
}

const framed = (kind: number, payload: Buffer): Buffer =>
  Buffer.concat([Buffer.from([kind, ...lengthOf(payload.length)]), payload]);

/** Seven bits, or sixteen, or sixty-four. */
function lengthOf(length: number): readonly number[] {
  if (length < 126) return [length];
  if (length < 2 ** 16) return [126, length >> 8, length & 255];
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(length));
  return [127, ...bytes];
}
