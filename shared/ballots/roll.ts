import { canonicalJson, hashText } from "../journal/index.ts";

type Channel = "phone" | "hands" | "paper" | "proxy";
type Presence = "present" | "absent" | "excused";

/** Who has a vote: a delegation (any of its mandated members casts it), each mandated delegate, each person checked in. */
export type Unit = "delegation" | "delegate" | "person";

/** One line of the roll. By delegation, the voter is the delegation itself. */
export interface RollEntry {
  readonly voter: string;
  readonly delegation: string;
  readonly weight: number;
  readonly channel: Channel;
  /** Where hands or papers are counted together: the zone of the hall or the box, 1, 2, 3… Absent: entered by name. */
  readonly zone?: number;
  readonly presence: Presence;
}

/** The list of who may vote, frozen at opening: every enrolled voter, sorted by voter (UTF-16 code units). */
export type Roll = readonly RollEntry[];

/** A roll in two sums of weights. */
export interface RollTotals {
  readonly enrolled: number;
  readonly present: number;
}

/** A delegation as check-in knows it at opening. Enrolled: admitted and not withdrawn. */
export interface RollDelegation {
  readonly delegation: string;
  readonly enrolled: boolean;
  /** A mandated delegate of it is checked in. */
  readonly present: boolean;
  readonly excused?: boolean;
  /** Absent: by phone. */
  readonly votes?: { readonly channel: "hands" | "paper"; readonly zone: number } | null;
}

/**
 * Freezes the register: all enrolled delegations are listed, each present, absent or excused; one vote each.
 * `counted`: hands and papers are counted together, by zone; else a teller enters these votes one by one, by name.
 */
export function buildRoll(delegations: readonly RollDelegation[], counted = false): Roll {
  return delegations
    .filter((one) => one.enrolled)
    .map((one): RollEntry => ({
      voter: one.delegation,
      delegation: one.delegation,
      weight: 1,
      channel: one.votes?.channel ?? "phone",
      ...(counted && one.votes ? { zone: one.votes.zone } : {}),
      presence: one.present ? "present" : one.excused === true ? "excused" : "absent",
    }))
    .sort((a, b) => (a.voter < b.voter ? -1 : a.voter > b.voter ? 1 : 0));
}

export const entryOf = (roll: Roll, voter: string): RollEntry | null =>
  roll.find((entry) => entry.voter === voter) ?? null;

export const presentOn = (roll: Roll): Roll => roll.filter((entry) => entry.presence === "present");

export const totalsOf = (roll: Roll): RollTotals => ({ enrolled: weigh(roll), present: weigh(presentOn(roll)) });

const weigh = (roll: Roll): number => roll.reduce((sum, entry) => sum + entry.weight, 0);

/** Votes come by phone alone: closing and proclaiming can be one act. */
export const phonesOnly = (roll: Roll): boolean =>
  roll.every((entry) => entry.presence !== "present" || entry.channel === "phone");

/** The string that is hashed (docs/record-format.md, Roll); each line is stored as it stands in it. */
export const rollBody = (roll: Roll): string => `[${roll.map(rollEntryBody).join(",")}]`;
export const rollEntryBody = (entry: RollEntry): string => canonicalJson({ ...entry });
export const rollHash = (roll: Roll): string => hashText(rollBody(roll));
