import type { SheafImportView } from "../../../shared/views/index.ts";
import { names, text } from "../../support/assembly-views.ts";
import { sheafView } from "../../support/running-order-views.ts";
import { shellOf } from "../../support/views.ts";
import { textPaperView } from "../../support/text-views.ts";
import type { Face } from "../face.ts";

const importView = (more: Partial<SheafImportView> = {}): SheafImportView => ({
  page: "sheaf-import",
  shell: shellOf({
    path: "/textes/t1/liasse/importer",
    me: { participant: "p2", name: "Lou", delegation: null, roles: ["secretary"] },
  }),
  text,
  report: null,
  ...more,
});

/** The sheaf of a text's amendments, and one that is given in. */
export const sheafFaces: readonly Face[] = [
  { name: "text-paper", view: textPaperView(), link: { kind: "page" } },
  { name: "sheaf", view: sheafView(), link: { kind: "page" } },
  { name: "sheaf-empty", view: sheafView({ sheets: [] }), link: { kind: "page" } },
  { name: "sheaf-to-import", view: sheafView({ sheets: [], may: { import: true } }), link: { kind: "page" } },
  { name: "sheaf-import", view: importView(), link: { kind: "page" } },
  {
    name: "sheaf-import-refused",
    view: importView({
      shell: {
        ...importView().shell,
        refused: { code: "malformed", words: "La demande est mal formée. Rien n’a été changé." },
      },
    }),
    link: { kind: "page" },
  },
  {
    name: "sheaf-import-report",
    view: importView({
      report: [
        { number: 1, author: names.a27.delegation, became: "submitted", as: 41, reason: null },
        { number: 2, author: names.a31.delegation, became: "already", as: 12, reason: null },
        {
          number: 3,
          author: "Collectif de Nulle-Part",
          became: "refused",
          as: null,
          reason: "Aucune délégation de ce nom n’est inscrite ici.",
        },
        {
          number: null,
          author: null,
          became: "refused",
          as: null,
          reason: "Illisible\u202f: il n’a pas la forme d’un amendement.",
        },
      ],
    }),
    link: { kind: "page" },
  },
];
