import { may } from "../../shared/people/index.ts";
import { ok, refuse } from "../../shared/refusals.ts";
import type { SheafView } from "../../shared/views/index.ts";
import type { PageDefinition } from "../http/index.ts";
import type { AmendmentNeighbours } from "./neighbours.ts";
import { gatherSheaf } from "./sheaf.ts";

/** `/textes/:text/liasse`: for all, to be printed. */
export const sheafPage = (neighbours: AmendmentNeighbours): PageDefinition => ({
  path: "/textes/:text/liasse",
  async read({ tx, gathering, actor, shell, params }) {
    const sheaf = await gatherSheaf(tx, gathering, params["text"] ?? "", neighbours);
    if (sheaf === null) return refuse("not-found");
    const { text, sheets } = sheaf;
    const view: SheafView = {
      page: "sheaf",
      shell,
      text: { id: text.id, title: text.title, version: text.version },
      sheets,
      may: {
        import:
          gathering.state === "open" &&
          text.life.state === "tabled" &&
          may(actor, "amendment.import", { gathering: gathering.id }),
      },
    };
    return ok(view);
  },
});
