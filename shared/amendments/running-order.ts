import { refuse, ok, type Result } from "../refusals.ts";
import type { Discussion } from "./call-order.ts";

/** What is called, and discussed, together. */
export type Called = Pick<Discussion, "calls">;

/**
 * The discussions as the chair calls them: in the order of `own`, numbers of amendments as the chair put them; those that
 * `own` does not name come after the one that they follow in the natural order, first if they follow none. Whole
 * discussions change places: what is called, or discussed, together stays so.
 */
export function inRunningOrder(natural: readonly Called[], own: readonly number[]): readonly Called[] {
  const places = new Map(own.map((number, place) => [number, place]));
  const placeOf = (discussion: Called): number =>
    Math.min(...discussion.calls.flat().map((number) => places.get(number) ?? Number.POSITIVE_INFINITY));
  const order = natural.filter((one) => Number.isFinite(placeOf(one))).sort((a, b) => placeOf(a) - placeOf(b));
  for (const [i, discussion] of natural.entries()) {
    if (Number.isFinite(placeOf(discussion))) continue;
    const before = natural[i - 1];
    order.splice(before ? order.indexOf(before) + 1 : 0, 0, discussion);
  }
  return order;
}

/**
 * The discussion of `number` moved before that of `before`, or to the end (null). Refuses `not-found` when one of them is
 * not among these.
 */
export function moveDiscussion(
  order: readonly Called[],
  number: number,
  before: number | null,
): Result<readonly Called[]> {
  const holding = (wanted: number) => order.find(({ calls }) => calls.some((call) => call.includes(wanted)));
  const moved = holding(number);
  const next = before === null ? null : holding(before);
  if (moved === undefined || next === undefined) return refuse("not-found");
  if (moved === next) return ok(order);
  const others = order.filter((one) => one !== moved);
  const place = next === null ? others.length : others.indexOf(next);
  return ok([...others.slice(0, place), moved, ...others.slice(place)]);
}
