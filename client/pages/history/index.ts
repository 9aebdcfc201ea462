import { compare } from "./compare.ts";
import { history } from "./history.ts";
import { version } from "./version.ts";
import { who } from "./who.ts";

/** The pages of the bundle `history`: who wrote what of a text, its moments, a version, two compared. */
export const historyPages = [who, history, version, compare] as const;
