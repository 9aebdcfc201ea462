import { networkInterfaces } from "node:os";

import { renderUnicodeCompact } from "uqr";

/** Where a server that listens can be reached: on this machine, and from the hall. */
export interface Addresses {
  readonly local: string;
  readonly hall: readonly string[];
}

export function addressesOf(listening: {
  readonly host: string;
  readonly port: number;
  readonly encrypted: boolean;
}): Addresses {
  const { host, port, encrypted } = listening;
  const address = (name: string): string => `${encrypted ? "https" : "http"}://${name}:${port}`;
  if (host === "0.0.0.0" || host === "::") return { local: address("localhost"), hall: hallAddresses().map(address) };
  return { local: address(host.includes(":") ? `[${host}]` : host), hall: [] };
}

/** The address for QR codes: who came by an address that only this machine knows is given the hall's. */
export const hallOrigin = (asked: string, { hall }: Addresses): string =>
  /^https?:\/\/(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::|$)/u.test(asked) ? (hall[0] ?? asked) : asked;

/** What is printed once the server listens. The organiser's link stands on a line of its own. */
export function openingWords(addresses: Addresses, organiserToken: string): string {
  const [join = addresses.local] = addresses.hall;
  return [
    "",
    `On this machine: ${addresses.local}`,
    ...addresses.hall.map((address) => `In the hall:     ${address}`),
    "",
    renderUnicodeCompact(join),
    "",
    `Organiser: ${addresses.local}/organiser/${organiserToken}`,
    "This link opens one gathering, once. Whoever has it becomes its organiser.",
    "",
  ].join("\n");
}

/** This machine's own addresses in the networks it is in; IPv4, which people can read aloud. */
function hallAddresses(): readonly string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter((one) => one.family === "IPv4" && !one.internal)
    .map((one) => one.address);
}
