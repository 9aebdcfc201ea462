import { canonicalJson } from "../journal/index.ts";
import { ok, refuse, type Result } from "../refusals.ts";
import type { Asked, BallotState } from "./ballot.ts";
import { choices } from "./choice.ts";
import type { Tally } from "./count.ts";
import { presentOn, type Roll, type RollEntry } from "./roll.ts";

/** Where votes are counted together, without names: the raised hands of a zone of the hall, or a box of papers. */
export interface Station {
  readonly channel: "hands" | "paper";
  /** 1, 2, 3… as the desk assigned it. */
  readonly zone: number;
}

/** What was counted there, in votes (1 a delegation). */
export interface StationCount extends Station {
  readonly tally: Tally;
}

/** A count as one teller entered it; a later one of the same teller takes its place. */
export interface TellerCount extends StationCount {
  readonly order: number;
  /** The participant who counted. */
  readonly by: string;
  readonly atMs: number;
}

/**
 * What two tellers, each for themselves, make of a station: nothing entered; entered by one; entered by two who differ and
 * count again; or agreed, when the last count is that of another teller too.
 */
export type StationState =
  | { readonly state: "awaited" }
  | { readonly state: "entered-once"; readonly last: TellerCount }
  | { readonly state: "differing"; readonly last: TellerCount; readonly others: readonly TellerCount[] }
  | { readonly state: "agreed"; readonly count: StationCount };

/** Hands and papers are counted together for for and against in public, one vote each; elsewhere a teller enters them one by one. */
export const countsByStation = ({
  asking,
  secrecy,
  franchise,
}: Pick<Asked, "asking" | "secrecy" | "franchise">): boolean =>
  asking.method === "yes-no" && secrecy === "public" && franchise.weights === "one";

/** The stations at which somebody present votes, with how many, hands before papers, in the order of their zones. */
export function stationsOf(roll: Roll): readonly (Station & { readonly present: number })[] {
  const sizes = new Map<string, Station & { present: number }>();
  for (const entry of presentOn(roll)) {
    const at = stationOf(entry);
    if (at === null) continue;
    const station = sizes.get(nameOf(at)) ?? { ...at, present: 0 };
    station.present++;
    sizes.set(nameOf(station), station);
  }
  return [...sizes.values()].sort(byPlace);
}

export function stationState(station: Station, entered: readonly TellerCount[]): StationState {
  const own = entered.filter((one) => nameOf(one) === nameOf(station)).sort((a, b) => a.order - b.order);
  const last = own[own.length - 1];
  if (last === undefined) return { state: "awaited" };
  const others = [...new Map(own.filter(({ by }) => by !== last.by).map((one) => [one.by, one])).values()];
  if (others.length === 0) return { state: "entered-once", last };
  return others.some((one) => sameTally(one.tally, last.tally))
    ? { state: "agreed", count: { channel: station.channel, zone: station.zone, tally: last.tally } }
    : { state: "differing", last, others };
}

/** The counts of all stations. Refuses `wrong-state` while one is not agreed. */
export function agreedCounts(roll: Roll, entered: readonly TellerCount[]): Result<readonly StationCount[]> {
  const counts: StationCount[] = [];
  for (const station of stationsOf(roll)) {
    const state = stationState(station, entered);
    if (state.state !== "agreed") return refuse("wrong-state", "hands-to-enter");
    counts.push(state.count);
  }
  return ok(counts);
}

/**
 * A teller's count, to be written. Refuses `ballot-closed`, `not-found` (nobody votes there) and `count-too-large` (more
 * votes than delegations present there).
 */
export function enterCount(
  state: BallotState,
  roll: Roll,
  { channel, zone, tally }: StationCount,
  written: { readonly order: number; readonly by: string; readonly atMs: number },
): Result<TellerCount> {
  if (state === "prepared") return refuse("wrong-state", "ballot-prepared");
  if (state !== "open") return refuse("ballot-closed");
  const station = stationsOf(roll).find((one) => nameOf(one) === nameOf({ channel, zone }));
  if (station === undefined) return refuse("not-found");
  if (sumOf(tally) > station.present) return refuse("count-too-large");
  return ok({ channel, zone, tally, ...written });
}

const sumOf = (tally: Tally): number => choices.reduce((sum, choice) => sum + tally[choice], 0);

/** Whether its vote is among those counted at a station, where nobody knows whose is which. */
export const votesAtStation = (entry: RollEntry): boolean => entry.presence === "present" && stationOf(entry) !== null;

/** Where a line's vote is counted; null where it has one of its own, by phone or by name at the table. */
export const stationOf = ({ channel, zone }: RollEntry): Station | null =>
  zone !== undefined && (channel === "hands" || channel === "paper") ? { channel, zone } : null;

/** What may be told while a ballot is open: how many votes of the stations are counted and agreed. */
export function agreedVotes(entered: readonly TellerCount[]): number {
  const stations = new Map(entered.map(({ channel, zone }) => [nameOf({ channel, zone }), { channel, zone }]));
  return [...stations.values()].reduce((sum, station) => {
    const state = stationState(station, entered);
    return state.state === "agreed" ? sum + sumOf(state.count.tally) : sum;
  }, 0);
}

const nameOf = ({ channel, zone }: Station): string => `${channel} ${zone}`;
const byPlace = (a: Station, b: Station): number =>
  a.channel === b.channel ? a.zone - b.zone : a.channel < b.channel ? -1 : 1;
const sameTally = (a: Tally, b: Tally): boolean => canonicalJson({ ...a }) === canonicalJson({ ...b });
