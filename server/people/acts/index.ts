import type { ActDefinition, Key } from "../../http/index.ts";

/** All acts of people. Codes are derived from the key. */
export const peopleActs = (_key: Key): readonly ActDefinition[] => [];
