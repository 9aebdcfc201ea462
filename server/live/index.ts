export { followEpoch } from "./epoch.ts";
export { LiveHub } from "./hub.ts";
export { messageTypes } from "./message.ts";
export { liveRoutes } from "./routes.ts";
