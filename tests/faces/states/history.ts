import { compareView, historyView, versionOfDraft, versionView, whoView } from "../../support/history-views.ts";
import { textView } from "../../support/text-views.ts";
import { linked, live, type Face } from "../face.ts";

const tabled = {
  code: "text-tabled",
  words: "Ce texte est déposé\u202f: il ne change plus que par amendement.",
};

/** Who wrote what, the moments of a text, a version, two compared. */
export const historyFaces: readonly Face[] = [
  ...linked("who", whoView()),
  { name: "who-only", view: whoView({ only: 2 }), link: live },
  { name: "who-empty", view: whoView({ hands: [], letters: 0, blocks: [] }), link: live },
  ...linked("history", historyView()),
  { name: "history-empty", view: historyView({ moments: [], versions: [] }), link: live },
  ...linked("version", versionView()),
  { name: "version-empty", view: versionView({ blocks: [], title: "" }), link: live },
  { name: "version-drafter", view: versionOfDraft(), link: live },
  {
    name: "version-restored",
    view: versionOfDraft({ version: { version: 300, atMs: Date.UTC(2020, 0, 18, 15, 9), name: null, restores: 287 } }),
    link: live,
  },
  {
    name: "version-refused",
    view: versionOfDraft({ shell: { ...versionOfDraft().shell, refused: tabled } }),
    link: live,
  },
  ...linked("compare", compareView()),
  { name: "compare-same", view: compareView({ redline: [] }), link: live },
  { name: "compare-whole", view: compareView({ whole: true, redline: textView().blocks }), link: live },
];
