import {
  draftToJoin,
  draftToTable,
  draftView,
  longTitle,
  tabledInVote,
  tabledToAmend,
  tabledUntil,
  tabledToUntable,
  textsView,
  textView,
} from "../../support/text-views.ts";
import { linked, live, type Face } from "../face.ts";

const codeUnknown = { code: "code-unknown", words: "Ce code n’ouvre aucune place. Relisez-le." };

/** Texts: the list and the reader. */
export const textFaces: readonly Face[] = [
  ...linked("texts", textsView({ create: { requestKey: "k1" } })),
  { name: "texts-empty", view: textsView({ texts: [] }), link: live },
  {
    name: "texts-refused",
    view: textsView({
      create: { requestKey: "k1" },
      shell: {
        ...textsView().shell,
        refused: {
          code: "too-large",
          words: "C’est trop long. Rien n’a été changé.",
          fields: { title: longTitle },
        },
      },
    }),
    link: live,
  },
  ...linked("text", textView()),
  { name: "text-empty", view: draftView({ blocks: [] }), link: live },
  { name: "text-draft", view: draftView(), link: live },
  { name: "text-to-table", view: draftToTable(), link: live },
  { name: "text-to-join", view: draftToJoin(), link: live },
  {
    name: "text-join-refused",
    view: draftToJoin({ shell: { ...draftToJoin().shell, refused: codeUnknown } }),
    link: live,
  },
  { name: "text-to-untable", view: tabledToUntable(), link: live },
  { name: "text-to-amend", view: tabledToAmend(), link: live },
  { name: "text-to-amend-until", view: tabledUntil(false), link: live },
  { name: "text-amending-closed", view: tabledUntil(true), link: live },
  { name: "text-in-vote", view: tabledInVote(), link: live },
  { name: "text-withdrawn", view: textView({ text: { ...textView().text, state: "withdrawn" } }), link: live },
  ...(["adopted", "rejected", "published"] as const).map((state) => ({
    name: `text-${state}`,
    view: textView({ text: { ...textView().text, state } }),
    link: live,
  })),
  { name: "text-long-title", view: textView({ text: { ...textView().text, title: longTitle } }), link: live },
  { name: "text-no-script", view: textView() },
];
