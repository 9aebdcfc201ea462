import { declaration } from "./declaration.ts";
import { declarations } from "./declarations.ts";
import { journal } from "./journal.ts";
import { minutes } from "./minutes.ts";

/** The pages of the bundle `papers`: what is read, printed and checked afterwards. */
export const paperPages = [declarations, declaration, minutes, journal] as const;
