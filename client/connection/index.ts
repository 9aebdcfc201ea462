export {
  freshnessLimits,
  stepFreshness,
  type Freshness,
  type FreshnessEvent,
  type FreshnessStep,
} from "./freshness.ts";
export {
  linkLimits,
  startLink,
  stepLink,
  type LinkEffect,
  type LinkEvent,
  type LinkState,
  type LinkStep,
} from "./link.ts";
export { connect, type Connection, type ConnectionFacts } from "./socket.ts";
