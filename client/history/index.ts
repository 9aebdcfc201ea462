export { goThrough } from "./scrub.ts";
