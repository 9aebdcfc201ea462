import { assertNever } from "../../shared/refusals.ts";

/**
 * When a page asks for a newer view of itself: one question in flight, what happens meanwhile is one more question after
 * it, and the phones of a hall spread theirs, so that an act never makes three hundred ask in the same instant.
 */
export type Freshness =
  | { readonly kind: "fresh" }
  | { readonly kind: "due"; readonly dueMs: number; readonly failures: number }
  | { readonly kind: "asking"; readonly again: boolean; readonly failures: number };

export type FreshnessEvent =
  /** Something happened that this page may show. */
  | { readonly kind: "changed" }
  /** The same, and somebody waits for it here: they have just acted. */
  | { readonly kind: "wanted" }
  | { readonly kind: "answered" }
  | { readonly kind: "failed" }
  | { readonly kind: "tick" };

export interface FreshnessStep {
  readonly state: Freshness;
  readonly ask: boolean;
}

const freshnessLimits = { spreadMs: 800, firstRetryMs: 1_000, longestRetryMs: 15_000 } as const;

export function stepFreshness(
  state: Freshness,
  event: FreshnessEvent,
  now: { readonly ms: number; readonly chance: number },
): FreshnessStep {
  switch (event.kind) {
    case "changed":
      return later(state, now.ms + Math.round(now.chance * freshnessLimits.spreadMs));
    case "wanted":
      return later(state, now.ms);
    case "answered":
      if (state.kind !== "asking") return same(state);
      return same(
        state.again
          ? { kind: "due", dueMs: now.ms + Math.round(now.chance * freshnessLimits.spreadMs), failures: 0 }
          : { kind: "fresh" },
      );
    case "failed":
      return state.kind === "asking" ? same(retry(state.failures, now)) : same(state);
    case "tick":
      return state.kind === "due" && now.ms >= state.dueMs
        ? { state: { kind: "asking", again: false, failures: state.failures }, ask: true }
        : same(state);
    default:
      return assertNever(event);
  }
}

const same = (state: Freshness): FreshnessStep => ({ state, ask: false });

function later(state: Freshness, dueMs: number): FreshnessStep {
  switch (state.kind) {
    case "fresh":
      return same({ kind: "due", dueMs, failures: 0 });
    case "due":
      return same({ ...state, dueMs: Math.min(state.dueMs, dueMs) });
    case "asking":
      return same({ ...state, again: true });
    default:
      return assertNever(state);
  }
}

function retry(failures: number, now: { readonly ms: number; readonly chance: number }): Freshness {
  const longestMs = Math.min(freshnessLimits.firstRetryMs * 2 ** failures, freshnessLimits.longestRetryMs);
  return { kind: "due", dueMs: now.ms + Math.round(longestMs * (0.5 + now.chance / 2)), failures: failures + 1 };
}
