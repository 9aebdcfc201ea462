const times = ["bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "nonies", "decies"];

/** `sub`: of a sub-amendment, which of its parent's it is; 0 or nothing of an amendment. */
interface Numbered {
  readonly number: number;
  readonly sub?: number | undefined;
}

/** How an amendment is found: `12`, and its first sub-amendment `12-1`. */
export const addressOf = ({ number, sub = 0 }: Numbered): string => (sub === 0 ? `${number}` : `${number}-${sub}`);

/** What an amendment is called: `12`; `12 bis`, `12 ter` at its second and third revision; after the tenth `12 (11)`. */
export function labelOf(numbered: Numbered & { readonly revision: number }): string {
  const { revision } = numbered;
  if (revision < 2) return addressOf(numbered);
  return `${addressOf(numbered)} ${times[revision - 2] ?? `(${revision})`}`;
}
