import { enter } from "./enter.ts";
import { home } from "./home.ts";
import { refusal } from "./refusal.ts";

/** The pages of the bundle `join`: before one is signed in. */
export const joinPages = [home, enter, refusal] as const;
