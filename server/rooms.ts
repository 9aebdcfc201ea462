import type { ActDefinition, Key, PageDefinition } from "./http/index.ts";
import { fillAgenda } from "./plenary/index.ts";
import { peopleActs, peoplePages, type Template } from "./people/index.ts";

/** Every room's acts and pages, in the order of the house's line. A new room adds itself here. */
export function rooms(key: Key): {
  readonly acts: readonly ActDefinition[];
  readonly pages: readonly PageDefinition[];
} {
  return {
    acts: [...peopleActs(key)],
    pages: [...peoplePages(key)],
  };
}

/** What a new gathering begins with. */
export const template: Template = {
  name: "commune-des-communes",
  fill: (tx, gathering) => fillAgenda(tx, gathering, "commune-des-communes"),
};
