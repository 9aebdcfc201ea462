import { assertNever } from "../../shared/refusals.ts";

/**
 * How a page hangs on its server, as a plain state machine: no DOM, no clock, no randomness of its own.
 * live: greeted, and told of every act. Cut, it waits and tries again; `sinceMs` is when it was last live.
 */
export type LinkState =
  | { readonly kind: "connecting"; readonly attempt: number; readonly sinceMs: number | null; readonly dueMs: number }
  | { readonly kind: "live"; readonly askedMs: number | null; readonly heardMs: number }
  | { readonly kind: "waiting"; readonly attempt: number; readonly sinceMs: number; readonly dueMs: number }
  /** The restored server has another epoch: this page is being loaded anew. Nothing comes after. */
  | { readonly kind: "reloading" };

export type LinkEvent =
  | { readonly kind: "greeted"; readonly epoch: string }
  | { readonly kind: "heard" }
  | { readonly kind: "closed" }
  | { readonly kind: "network-lost" }
  | { readonly kind: "network-back" }
  | { readonly kind: "tick" };

export type LinkEffect = "open" | "close" | "greet" | "reload";

export interface LinkStep {
  readonly state: LinkState;
  readonly effects: readonly LinkEffect[];
}

export const linkLimits = {
  /** An opening that takes longer is given up. */
  openMs: 15_000,
  /** After so long a silence the server is asked whether it is there … */
  quietMs: 25_000,
  /** … and given so long to answer. A hall's Wi-Fi drops without a word. */
  answerMs: 10_000,
  firstRetryMs: 500,
  longestRetryMs: 15_000,
} as const;

export const startLink = (nowMs: number): LinkStep => ({
  state: { kind: "connecting", attempt: 0, sinceMs: null, dueMs: nowMs + linkLimits.openMs },
  effects: ["open"],
});

/** `chance` is a random number in [0, 1): three hundred phones must not come back at once. */
export function stepLink(
  state: LinkState,
  event: LinkEvent,
  now: { readonly ms: number; readonly chance: number; readonly epoch: string },
): LinkStep {
  if (state.kind === "reloading") return { state, effects: [] };
  switch (event.kind) {
    case "greeted":
      if (event.epoch !== now.epoch) return { state: { kind: "reloading" }, effects: ["close", "reload"] };
      return { state: { kind: "live", askedMs: null, heardMs: now.ms }, effects: [] };
    case "heard":
      return state.kind === "live" ? { state: { ...state, askedMs: null, heardMs: now.ms }, effects: [] } : same(state);
    case "closed":
      return state.kind === "waiting" ? same(state) : wait(state, now, []);
    case "network-lost":
      return state.kind === "waiting" ? same(state) : wait(state, now, ["close"]);
    case "network-back":
      return state.kind === "waiting" ? soon(state, now) : same(state);
    case "tick":
      return tick(state, now);
    default:
      return assertNever(event);
  }
}

type Now = { readonly ms: number; readonly chance: number };
type Open = Exclude<LinkState, { kind: "reloading" }>;

const same = (state: LinkState): LinkStep => ({ state, effects: [] });

function tick(state: Open, now: Now): LinkStep {
  switch (state.kind) {
    case "connecting":
      return now.ms >= state.dueMs ? wait(state, now, ["close"]) : same(state);
    case "waiting":
      if (now.ms < state.dueMs) return same(state);
      return {
        state: {
          kind: "connecting",
          attempt: state.attempt,
          sinceMs: state.sinceMs,
          dueMs: now.ms + linkLimits.openMs,
        },
        effects: ["open"],
      };
    case "live":
      if (state.askedMs !== null)
        return now.ms >= state.askedMs + linkLimits.answerMs ? wait(state, now, ["close"]) : same(state);
      return now.ms >= state.heardMs + linkLimits.quietMs
        ? { state: { ...state, askedMs: now.ms }, effects: ["greet"] }
        : same(state);
    default:
      return assertNever(state);
  }
}

/** The wait doubles with each failure, up to its limit, and lies at random in its upper half. */
function wait(state: Open, now: Now, effects: readonly LinkEffect[]): LinkStep {
  const attempt = state.kind === "live" ? 0 : state.attempt + 1;
  const longestMs = Math.min(linkLimits.firstRetryMs * 2 ** attempt, linkLimits.longestRetryMs);
  const dueMs = now.ms + Math.round(longestMs * (0.5 + now.chance / 2));
  return { state: { kind: "waiting", attempt, sinceMs: cutSince(state, now), dueMs }, effects };
}

/** The network says that it is back: soon, but not all phones in the same instant. */
function soon(state: Extract<Open, { kind: "waiting" }>, now: Now): LinkStep {
  const dueMs = Math.min(state.dueMs, now.ms + Math.round(now.chance * linkLimits.firstRetryMs));
  return { state: { ...state, attempt: 0, dueMs }, effects: [] };
}

function cutSince(state: Open, now: Now): number {
  switch (state.kind) {
    case "live":
      return state.askedMs === null ? now.ms : state.heardMs;
    case "waiting":
      return state.sinceMs;
    case "connecting":
      return state.sinceMs ?? now.ms;
    default:
      return assertNever(state);
  }
}
