import { ok, refuse, type Result } from "../refusals.ts";
import type { Asked } from "./ballot.ts";

/**
 * Who has a vote: a delegation (any of its mandated delegates casts it); each mandated delegate of an enrolled
 * delegation; each person (with a mandate) who is checked in at opening.
 */
export const units = ["delegation", "delegate", "person"] as const;
export type Unit = (typeof units)[number];

/** What opening fixes of who votes, beside the roll itself. */
export interface Franchise {
  readonly unit: Unit;
  /** One vote each; or each delegation as many votes as it has delegates' places. */
  readonly weights: "one" | "delegates";
  /** Whether who is not there may have its vote carried by another. */
  readonly proxies: boolean;
  /** Whether a delegation of several votes may say several things with them. */
  readonly split: boolean;
}

/** One vote a delegation, cast by whoever of it is there. */
export const usualFranchise: Franchise = { unit: "delegation", weights: "one", proxies: false, split: false };

/**
 * Refuses `malformed` what contradicts itself: weights belong to delegations; whoever is not checked in is on no roll of
 * persons, and can give no proxy; where hands are seen each is one vote, and nobody's but one's own; only several votes
 * can be split, in public, between for and against.
 */
export function checkFranchise(
  franchise: Franchise,
  { asking, secrecy }: Pick<Asked, "asking" | "secrecy">,
): Result<Franchise> {
  const { unit, weights, proxies, split } = franchise;
  const holds =
    (weights === "one" || unit === "delegation") &&
    (!proxies || unit !== "person") &&
    (asking.method !== "evident" || (weights === "one" && !proxies)) &&
    (!split || (weights === "delegates" && asking.method === "yes-no" && secrecy === "public"));
  return holds ? ok(franchise) : refuse("malformed");
}

/** `delegation`, `delegation delegates proxies split`, `delegate proxies`, `person`: what `parseFranchise` reads. */
export const writeFranchise = ({ unit, weights, proxies, split }: Franchise): string =>
  [unit, weights === "one" ? "" : weights, proxies ? "proxies" : "", split ? "split" : ""].filter(Boolean).join(" ");

/** Refuses `malformed`. */
export function parseFranchise(written: string): Result<Franchise> {
  const [first, ...terms] = written.split(" ");
  const unit = units.find((one) => one === first);
  if (unit === undefined) return refuse("malformed");
  const has = (term: string): boolean => terms.includes(term);
  const franchise: Franchise = {
    unit,
    weights: has("delegates") ? "delegates" : "one",
    proxies: has("proxies"),
    split: has("split"),
  };
  return writeFranchise(franchise) === written ? ok(franchise) : refuse("malformed");
}

/** What the ballot's hash and the journal say of it: the usual is not said (docs/record-format.md, Ballot). */
export const franchiseFacts = ({ unit, weights, proxies, split }: Franchise) => ({
  unit,
  ...(weights === "one" ? {} : { weights }),
  ...(proxies ? { proxies } : {}),
  ...(split ? { split } : {}),
});
