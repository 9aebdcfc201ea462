import { ok, refuse, type Result } from "../refusals.ts";
import { parseFraction, writeFraction, type Fraction } from "./fraction.ts";

/**
 * What a fraction is taken of: `expressed` for + against, `cast` with abstentions, `present` and `enrolled` the lines
 * of the roll. NPPV is in none of the first two.
 */
export const bases = ["expressed", "cast", "present", "enrolled"] as const;
export type Base = (typeof bases)[number];

/** Simple: more for than against. */
export type Majority =
  | { readonly kind: "simple" }
  | { readonly kind: "fraction"; readonly fraction: Fraction; readonly base: Base };

/** A part of the enrolled that must be present, or must have voted (NPPV counts as having voted). */
export interface Quorum {
  readonly fraction: Fraction;
  readonly of: "present" | "voted";
}

export interface Rule {
  readonly majority: Majority;
  readonly quorum: Quorum | null;
}

/** Unless changed before opening: for an amendment, and for a whole text (BALLOTS.md, Roll). */
export const simpleMajority: Rule = { majority: { kind: "simple" }, quorum: null };
export const twoThirdsOfExpressed: Rule = {
  majority: { kind: "fraction", fraction: { strictly: false, numerator: 2, denominator: 3 }, base: "expressed" },
  quorum: null,
};

/** The rule as it is hashed (docs/record-format.md, Ballot): `simple`, `>=2/3 expressed quorum >=1/2 present`. */
export function writeRule({ majority, quorum }: Rule): string {
  const first = majority.kind === "simple" ? "simple" : `${writeFraction(majority.fraction)} ${majority.base}`;
  return quorum === null ? first : `${first} quorum ${writeFraction(quorum.fraction)} ${quorum.of}`;
}

/**
 * Reads what `writeRule` writes. Refuses (`malformed`) anything else, and a majority that both sides could reach at
 * once (less than half, or "at least" half): a tie is always rejected.
 */
export function parseRule(text: string): Result<Rule> {
  const [first = "", second, ...more] = text.split(" quorum ");
  const majority = parseMajority(first);
  if (majority === null || more.length > 0) return refuse("malformed");
  if (second === undefined) return ok({ majority, quorum: null });
  const quorum = parseQuorum(second);
  return quorum === null ? refuse("malformed") : ok({ majority, quorum });
}

function parseMajority(text: string): Majority | null {
  if (text === "simple") return { kind: "simple" };
  const [written = "", name, ...more] = text.split(" ");
  const fraction = parseFraction(written);
  const base = bases.find((base) => base === name);
  if (fraction === null || base === undefined || more.length > 0) return null;
  const twice = 2 * fraction.numerator;
  const oneSideOnly = fraction.strictly ? twice >= fraction.denominator : twice > fraction.denominator;
  // "More than the whole" can never be reached: not a rule.
  const reachable = !(fraction.strictly && fraction.numerator === fraction.denominator);
  return oneSideOnly && reachable ? { kind: "fraction", fraction, base } : null;
}

function parseQuorum(text: string): Quorum | null {
  const [written = "", of, ...more] = text.split(" ");
  const fraction = parseFraction(written);
  if (fraction === null || (of !== "present" && of !== "voted") || more.length > 0) return null;
  return { fraction, of };
}
