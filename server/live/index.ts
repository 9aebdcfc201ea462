export { LiveHub } from "./hub.ts";
export { messageTypes } from "./message.ts";
export { liveRoutes } from "./routes.ts";
