/**
 * A part of a whole, in exact integers: `strictly` is "more than", otherwise "at least".
 * Two thirds at least: `{ strictly: false, numerator: 2, denominator: 3 }`.
 */
export interface Fraction {
  readonly strictly: boolean;
  readonly numerator: number;
  readonly denominator: number;
}

export const moreThanHalf: Fraction = { strictly: true, numerator: 1, denominator: 2 };

/** The largest term of a fraction that the record writes. */
const largestTerm = 1000;

/**
 * Does this part of the whole reach the fraction? Never a division: `3 × part ≥ 2 × whole`, exact for all safe
 * integers.
 */
export function reaches(fraction: Fraction, part: number, whole: number): boolean {
  const left = BigInt(fraction.denominator) * BigInt(part);
  const right = BigInt(fraction.numerator) * BigInt(whole);
  return fraction.strictly ? left > right : left >= right;
}

/** The smallest part that reaches the fraction: 6 for two thirds of 9, 5 for more than half of 9. */
export function leastReaching(fraction: Fraction, whole: number): number {
  const [product, denominator] = [BigInt(fraction.numerator) * BigInt(whole), BigInt(fraction.denominator)];
  const floor = Number(product / denominator);
  return !fraction.strictly && product % denominator === 0n ? floor : floor + 1;
}

/** `>=2/3`, `>1/2`: as the record writes it. */
export const writeFraction = (fraction: Fraction): string =>
  `${fraction.strictly ? ">" : ">="}${fraction.numerator}/${fraction.denominator}`;

/** Null unless it is a fraction above zero and not above one, with terms of at most `largestTerm`. */
export function parseFraction(text: string): Fraction | null {
  const parts = /^(>=?)([1-9]\d{0,3})\/([1-9]\d{0,3})$/.exec(text);
  if (!parts) return null;
  const numerator = Number(parts[2]);
  const denominator = Number(parts[3]);
  if (numerator > denominator || denominator > largestTerm) return null;
  return { strictly: parts[1] === ">", numerator, denominator };
}
