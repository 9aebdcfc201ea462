import type { Key, PageDefinition } from "../../http/index.ts";

export const peoplePages = (_key: Key): readonly PageDefinition[] => [];
