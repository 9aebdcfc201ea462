/** 128 random bits in hexadecimal. `randomUUID` is absent on the plain-HTTP pages of a hall; this is not. */
export function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
