import { allow } from "../../shared/people/index.ts";
import { ok, refuse } from "../../shared/refusals.ts";
import type { SheafImportView } from "../../shared/views/index.ts";
import type { PageDefinition } from "../http/index.ts";
import { readText } from "../texts/index.ts";

/** `/textes/:text/liasse/importer`: for the secretary, on a tabled text. */
export const importPage: PageDefinition = {
  path: "/textes/:text/liasse/importer",
  async read({ tx, gathering, actor, shell, params }) {
    const allowed = allow(actor, "amendment.import", { gathering: gathering.id });
    if (!allowed.ok) return allowed;
    const text = await readText(tx, gathering.id, params["text"] ?? "");
    if (!text) return refuse("not-found");
    if (text.life.state !== "tabled") return refuse("wrong-state", `text-${text.life.state}`);
    if (gathering.state === "closed") return refuse("wrong-state", "gathering-closed");
    const view: SheafImportView = {
      page: "sheaf-import",
      shell,
      text: { id: text.id, title: text.title },
      report: null,
    };
    return ok(view);
  },
};
