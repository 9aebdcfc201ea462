const times = ["bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "nonies", "decies"];

/** What an amendment is called: `12`; `12 bis`, `12 ter` at its second and third revision; after the tenth `12 (11)`. */
export function labelOf({ number, revision }: { readonly number: number; readonly revision: number }): string {
  if (revision < 2) return `${number}`;
  return `${number} ${times[revision - 2] ?? `(${revision})`}`;
}
