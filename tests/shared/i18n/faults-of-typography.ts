/** Signs that a printed French page does not bear. Empty when the words are well set. */
export function faultsOfTypography(words: string): readonly string[] {
  const faults: string[] = [];
  const plain = words.replace(/https?:\/\/\S*/gu, "");
  if (plain.includes("'")) faults.push("a straight apostrophe");
  if (plain.includes('"')) faults.push("a straight quotation mark");
  if (plain.includes("...")) faults.push("three dots instead of …");
  if (/[^\s][;:!?%»]/u.test(plain.replace(/\d:\d/gu, ""))) faults.push("no space before ; : ! ? % or »");
  if (/«(?!\u202f)/u.test(plain)) faults.push("no narrow space after «");
  if (/[ \u00a0][;:!?%»]/u.test(plain)) faults.push("another space than the narrow one before ; : ! ? % or »");
  if (/ {2}/u.test(plain)) faults.push("two spaces");
  return faults;
}
