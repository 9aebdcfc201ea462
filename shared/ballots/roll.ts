import { canonicalJson, hashText } from "../journal/index.ts";
import { limits } from "../limits.ts";
import { usualFranchise, type Franchise } from "./franchise.ts";

type Channel = "phone" | "hands" | "paper" | "proxy";
type Presence = "present" | "represented" | "absent" | "excused";

/** One line of the roll. By delegation, the voter is the delegation itself; otherwise a participant. */
export interface RollEntry {
  readonly voter: string;
  readonly delegation: string;
  readonly weight: number;
  readonly channel: Channel;
  /** Where hands or papers are counted together: the zone of the hall or the box, 1, 2, 3… Absent: entered by name. */
  readonly zone?: number;
  readonly presence: Presence;
  /** Of who is represented: the voter who carries this vote, beside their own. */
  readonly holder?: string;
}

/** The list of who may vote, frozen at opening: every enrolled voter, sorted by voter (UTF-16 code units). */
export type Roll = readonly RollEntry[];

/** A roll in two sums of weights. */
export interface RollTotals {
  readonly enrolled: number;
  /** The present and the represented. */
  readonly present: number;
}

/** A voter as check-in knows them at opening. Enrolled: of a delegation admitted and not withdrawn. */
export interface Registered {
  readonly voter: string;
  readonly delegation: string;
  /** How many delegates the delegation may send. */
  readonly delegates: number;
  readonly enrolled: boolean;
  /** Checked in; of a delegation: a mandated delegate of it is. */
  readonly present: boolean;
  readonly excused?: boolean;
  /** Absent: by phone. */
  readonly votes?: { readonly channel: "hands" | "paper"; readonly zone: number } | null;
  /** The voter to whom they gave their proxy, for when they are not there. */
  readonly proxy?: string | null;
}

/** How a register becomes a roll. */
interface Freezing extends Omit<Franchise, "split"> {
  /** Hands and papers are counted together, by zone; else a teller enters these votes one by one, by name. */
  readonly counted: boolean;
}

/**
 * Freezes the register: all who are enrolled are listed (of persons, those who are checked in), each present,
 * represented, absent or excused. A proxy counts
 * when who gave it is not there and who carries it is; of more than a holder may carry, those of the first voters (in the
 * order of the roll) count.
 */
export function buildRoll(
  register: readonly Registered[],
  { counted, unit, weights, proxies }: Freezing = { ...usualFranchise, counted: false },
): Roll {
  const there = new Map(register.flatMap((one) => (one.enrolled && one.present ? [[one.voter, one] as const] : [])));
  const carried = new Map<string, number>();
  const holderOf = ({ voter, present, proxy }: Registered): string | null => {
    if (!proxies || present || !proxy || proxy === voter || !there.has(proxy)) return null;
    const carries = (carried.get(proxy) ?? 0) + 1;
    if (carries > limits.proxiesPerHolder) return null;
    carried.set(proxy, carries);
    return proxy;
  };
  return register
    .filter((one) => one.enrolled && (one.present || unit !== "person"))
    .sort((a, b) => (a.voter < b.voter ? -1 : a.voter > b.voter ? 1 : 0))
    .map((one): RollEntry => {
      const { voter, delegation } = one;
      const holder = holderOf(one);
      const line = { voter, delegation, weight: weights === "one" ? 1 : one.delegates };
      if (holder !== null) return { ...line, channel: "proxy", presence: "represented", holder };
      return {
        ...line,
        channel: one.votes?.channel ?? "phone",
        ...(counted && one.votes ? { zone: one.votes.zone } : {}),
        presence: one.present ? "present" : one.excused === true ? "excused" : "absent",
      };
    });
}

export const entryOf = (roll: Roll, voter: string): RollEntry | null =>
  roll.find((entry) => entry.voter === voter) ?? null;

/** Whether this line has a vote: who is present, and who is represented. */
export const mayVote = ({ presence }: RollEntry): boolean => presence === "present" || presence === "represented";

/** All lines that have a vote. */
export const presentOn = (roll: Roll): Roll => roll.filter(mayVote);

/** Whether a voter casts this line's vote: their own, or one that they carry. A teller (null) enters for any voter. */
export const mayBeCast = (entry: RollEntry, as: string | null): boolean =>
  mayVote(entry) && (as === null || (entry.holder ?? entry.voter) === as);

/** The lines that a voter casts, their own first. */
export const linesOf = (roll: Roll, voter: string): Roll =>
  roll.filter((entry) => mayBeCast(entry, voter)).sort((a, b) => Number(a.voter !== voter) - Number(b.voter !== voter));

export const totalsOf = (roll: Roll): RollTotals => ({ enrolled: weigh(roll), present: weigh(presentOn(roll)) });

const weigh = (roll: Roll): number => roll.reduce((sum, entry) => sum + entry.weight, 0);

/** The string that is hashed (docs/record-format.md, Roll); each line is stored as it stands in it. */
export const rollBody = (roll: Roll): string => `[${roll.map(rollEntryBody).join(",")}]`;
export const rollEntryBody = (entry: RollEntry): string => canonicalJson({ ...entry });
export const rollHash = (roll: Roll): string => hashText(rollBody(roll));
