import { amendments } from "./amendments.ts";
import { ballots } from "./ballots.ts";
import { plenary } from "./plenary.ts";
import { prose } from "./prose.ts";
import { shell } from "./shell.ts";

/** What a phone needs to follow the assembly and to vote. A bundle of pages adds its own part, and carries no other. */
export const assembly = { ...shell, ...prose, ...ballots, ...amendments, ...plenary } as const;
