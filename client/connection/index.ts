export { stepFreshness, type Freshness, type FreshnessEvent } from "./freshness.ts";
export { inTime } from "./in-time.ts";
export { linkLimits, startLink, stepLink, type LinkEffect, type LinkEvent, type LinkState } from "./link.ts";
export { connect, type Connection } from "./socket.ts";
