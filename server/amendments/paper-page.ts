import { ok, refuse } from "../../shared/refusals.ts";
import { textHash } from "../../shared/texts/index.ts";
import { paperOf, proseOfText, type TextPaperView } from "../../shared/views/index.ts";
import type { PageDefinition } from "../http/index.ts";
import { isPublic, readDocument, readText } from "../texts/index.ts";

/** `/textes/:text/papier`: the tabled version, or with `?version=` one since; for all. */
export const paperPage: PageDefinition = {
  path: "/textes/:text/papier",
  async read({ tx, gathering, shell, params, query }) {
    const text = await readText(tx, gathering.id, params["text"] ?? "");
    const tabled = text && "tabled" in text.life ? text.life.tabled : null;
    if (!text || !tabled || !isPublic(text)) return refuse("not-found");
    const asked = query["version"] ?? String(tabled.version);
    const version = /^[1-9]\d{0,8}$/u.test(asked) ? Number(asked) : 0;
    if (version < tabled.version || version > text.version) return refuse("not-found");
    const { doc } = await readDocument(tx, text.id, version);
    const view: TextPaperView = {
      page: "text-paper",
      shell,
      text: { id: text.id, title: doc.firstChild?.textContent ?? "", version, hash: textHash(doc) },
      tabled: version === tabled.version,
      blocks: paperOf(proseOfText(doc)),
    };
    return ok(view);
  },
};
