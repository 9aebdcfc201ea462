import { ok, refuse } from "../../shared/refusals.ts";
import type { SheafView } from "../../shared/views/index.ts";
import type { PageDefinition } from "../http/index.ts";
import type { AmendmentNeighbours } from "./neighbours.ts";
import { gatherSheaf } from "./sheaf.ts";

/** `/textes/:text/liasse`: for all, to be printed. */
export const sheafPage = (neighbours: AmendmentNeighbours): PageDefinition => ({
  path: "/textes/:text/liasse",
  async read({ tx, gathering, shell, params }) {
    const sheaf = await gatherSheaf(tx, gathering, params["text"] ?? "", neighbours);
    if (sheaf === null) return refuse("not-found");
    const { text, sheets } = sheaf;
    const view: SheafView = {
      page: "sheaf",
      shell,
      text: { id: text.id, title: text.title, version: text.version },
      sheets,
    };
    return ok(view);
  },
});
