export { entranceOf } from "./entrance.ts";
export { entranceRoutes } from "./entrance-routes.ts";
export type { NewGathering, Template } from "./create-gathering.ts";
export { makeCreationLink } from "./creation-links.ts";
export { findGathering } from "./gatherings.ts";
export { peopleActs } from "./acts/index.ts";
export { peoplePages } from "./pages/index.ts";
export type { TextsInWriting } from "./texts-in-writing.ts";
export { addGrant } from "./grants.ts";
