import { amendments } from "./amendments.ts";
import { ballots } from "./ballots.ts";
import { plenary } from "./plenary.ts";
import { prose } from "./prose.ts";
import { shell } from "./shell.ts";

export { amend } from "./amend.ts";
export { tribune } from "./console.ts";
export { declarations } from "./declarations.ts";
export { desk } from "./desk.ts";
export { exports } from "./exports.ts";
export { history } from "./history.ts";
export { minutes } from "./minutes.ts";
export { people } from "./people.ts";
export { programme } from "./programme.ts";
export { refusals } from "./refusals.ts";
export { roll } from "./roll.ts";
export { screen } from "./screen.ts";
export { sheaf } from "./sheaf.ts";
export { sheets } from "./sheets.ts";
export { texts } from "./texts.ts";

/** What a phone needs to follow the assembly and to vote. A bundle of pages adds its own part, and carries no other. */
export const assembly = { ...shell, ...prose, ...ballots, ...amendments, ...plenary } as const;
