import { codeSheet } from "./code-sheet.ts";
import { codes } from "./codes.ts";
import { create } from "./create.ts";
import { delegationDesk } from "./delegation-desk.ts";
import { delegationList } from "./delegation-list.ts";
import { desk } from "./desk.ts";
import { enter } from "./enter.ts";
import { home } from "./home.ts";
import { me } from "./me.ts";
import { refusal } from "./refusal.ts";
import { settings } from "./settings.ts";
import { welcome } from "./welcome.ts";

/** The pages of the bundle `join`: before one is signed in. */
export const joinPages = [home, enter, refusal, create] as const;

/** The pages of the bundle `desk`: who organises, keeps the desk, hands out codes; and one's own seat. */
export const deskPages = [welcome, me, settings, codes, codeSheet, desk, delegationDesk, delegationList] as const;

/** Those that are drawn anew when something happens. A pasted list is not: what is being read through stays. */
export const liveDeskPages = [me, settings, codes, desk, delegationDesk] as const;
