/** A number written as a fraction of whole numbers, in lowest terms, its denominator above zero. */
export interface Exact {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export const exactly = (whole: number): Exact => ({ numerator: BigInt(whole), denominator: 1n });
export const zero = exactly(0);

export const plus = (a: Exact, b: Exact): Exact =>
  lowest(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);

export const minus = (a: Exact, b: Exact): Exact => plus(a, { ...b, numerator: -b.numerator });

export const times = (a: Exact, b: Exact): Exact => lowest(a.numerator * b.numerator, a.denominator * b.denominator);

/** Throws on a division by zero. */
export function over(a: Exact, b: Exact): Exact {
  if (b.numerator === 0n) throw new Error("Division by zero");
  const sign = b.numerator < 0n ? -1n : 1n;
  return lowest(sign * a.numerator * b.denominator, sign * a.denominator * b.numerator);
}

/** Below 0 when the first is smaller. */
export function compare(a: Exact, b: Exact): number {
  const [left, right] = [a.numerator * b.denominator, b.numerator * a.denominator];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** A whole number as a number, any other as `"61/3"`. */
export function write({ numerator, denominator }: Exact): number | string {
  if (denominator === 1n && numerator <= Number.MAX_SAFE_INTEGER) return Number(numerator);
  return `${numerator}/${denominator}`;
}

function lowest(numerator: bigint, denominator: bigint): Exact {
  let [a, b] = [numerator < 0n ? -numerator : numerator, denominator];
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 1n ? { numerator, denominator } : { numerator: numerator / a, denominator: denominator / a };
}
