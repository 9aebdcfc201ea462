import { longRedline, names, redlineWithContext } from "../../support/assembly-views.ts";
import { amendView, longTitle, writeView } from "../../support/text-views.ts";
import { live, offline, type Face } from "../face.ts";

/** A page around a sheet: what the server draws, and the state that its script gives to each element in it. */
export interface WritingFace extends Face {
  readonly elements: Readonly<Record<string, object>>;
}

export const sheetRow = [["undo", "redo"], ["kind"], ["strong", "em", "link"], ["article"]];

const amendRow = [
  ["undo", "redo"],
  ["strong", "em"],
];

export const cursor = {
  title: "Des lieux communs",
  kind: "paragraph",
  strong: false,
  em: false,
  link: null,
  canUndo: true,
  canRedo: false,
  plan: [
    { id: "b1", words: "1. Ouvrir les lieux", current: false },
    { id: "b2", words: `2. ${longTitle}`, current: true },
  ],
};

const saved = { saying: { shape: "live", words: "Tout est écrit" } };
const kept = { saying: { shape: "live", words: "Gardé sur cet appareil" } };
const sheet = { title: "Des lieux communs", refusal: null };
const tabledMeanwhile = "Ce texte est déposé\u202f: il ne change plus que par amendement.";
const passages = ["Gardé sur le téléphone.\nEt un second alinéa.", "Écrit trop tard."];

/** The editor with all that is in it, some of it otherwise. */
const editor = (name: string, more: Partial<WritingFace> = {}): WritingFace => ({
  name,
  view: writeView(),
  link: live,
  own: sheet,
  ...more,
  elements: {
    "cahier-says": saved,
    "cahier-tools": { row: sheetRow, cursor },
    "cahier-outline": { articles: cursor.plan },
    ...more.elements,
  },
});

const place = {
  block: "Alinéa\u00a04",
  article: "Article\u00a02",
  can: { block: ["add", "suppress", "up", "down"], article: ["add", "suppress", "down"] },
};

const parts = [
  {
    key: "1",
    place: "Article\u00a02, alinéa\u00a04",
    article: "Article\u00a02",
    gist: "«\u202fouvre, dans l’année,\u202f» au lieu de «\u202fpeut ouvrir\u202f»",
    block: "b4",
    offset: 3,
  },
  { key: "2", place: "Article\u00a05", article: "Article\u00a05", gist: "article supprimé", block: "b9", offset: 0 },
];

const notices = {
  identical: {
    tone: "warn",
    words:
      "La même chose est déjà demandée par l’amendement\u00a012 (Pont-Brizay)\u202f: cosignez plutôt que de la déposer deux fois.",
    cosign: { words: "Cosigner l’amendement\u00a012", amendment: "am12", hash: "ab" },
    links: [{ words: "Lire l’amendement\u00a012", href: "/r/valbrune/amendements/12" }],
  },
  conflict: {
    tone: "live",
    words:
      "Touche les mêmes mots que l’amendement\u00a07 (Orvelles) et l’amendement\u00a09 (Les Tanneries)\u202f: ce sera discuté ensemble.",
    links: [
      { words: "Lire l’amendement\u00a07", href: "/r/valbrune/amendements/7" },
      { words: "Lire l’amendement\u00a09", href: "/r/valbrune/amendements/9" },
    ],
  },
  submitted: {
    tone: "live",
    words: "Amendement\u00a027 déposé. Le reste est encore là\u00a0: relisez-le, puis déposez-le.",
    links: [{ words: "Lire l’amendement\u00a027", href: "/r/valbrune/amendements/27" }],
  },
} as const;

const wish = {
  changes: redlineWithContext,
  parts: parts.slice(0, 1),
  rationale: "La nuit, personne ne doit rester dehors.",
  divisible: false,
  delegation: "Kerloc’h",
  refusal: null,
  sending: false,
};

/** Composing an amendment, some of it otherwise; `of` is what its form is given. */
const composing = (name: string, of: object = {}, more: Partial<WritingFace> = {}): WritingFace => ({
  name,
  view: amendView(),
  own: { olderVersion: null },
  ...more,
  elements: {
    "cahier-says": kept,
    "cahier-tools": { row: amendRow, cursor },
    "cahier-gestures": { place },
    "cahier-amendment": { ...wish, ...of },
    ...more.elements,
  },
});

export const writingFaces: readonly WritingFace[] = [
  { name: "write-no-script", view: writeView(), elements: {} },
  editor("write-loading", {
    link: { kind: "connecting" },
    elements: {
      "cahier-says": { saying: { shape: "wait", words: "Le texte arrive" } },
      "cahier-tools": { row: sheetRow },
      "cahier-outline": {},
    },
  }),
  editor("write"),
  editor("write-marked", {
    elements: { "cahier-tools": { row: sheetRow, cursor: { ...cursor, strong: true, em: true, canRedo: true } } },
  }),
  editor("write-saving", { elements: { "cahier-says": { saying: { shape: "wait", words: "En train d’écrire" } } } }),
  editor("write-handed-over", { view: writeView({ text: { ...writeView().text, handedOver: true } }) }),
  editor("write-offline", {
    link: offline,
    elements: { "cahier-says": { saying: { shape: "warn", words: "Hors ligne, vos mots sont gardés" } } },
  }),
  editor("write-offered", {
    elements: {
      "cahier-tools": { row: sheetRow, cursor: { ...cursor, kind: "title", canUndo: false } },
      "cahier-offered-words": { passages },
    },
  }),
  editor("write-refused-link", {
    elements: {
      "cahier-tools": {
        row: sheetRow,
        cursor: { ...cursor, link: "https://valbrune.example/lieux" },
        link: { fault: "Ce lien n’est pas permis\u202f: http, https ou mailto." },
      },
    },
  }),
  editor("write-closed", {
    own: { ...sheet, refusal: tabledMeanwhile },
    elements: {
      "cahier-says": { saying: { shape: "warn", words: "Ce texte ne s’écrit plus ici" } },
      "cahier-tools": { row: [] },
      "cahier-offered-words": { passages, closed: true },
    },
  }),
  editor("write-refused", {
    view: writeView({ shell: { ...writeView().shell, refused: { code: "text-tabled", words: tabledMeanwhile } } }),
  }),
  { name: "amend-no-script", view: amendView(), elements: {} },
  composing(
    "amend-empty",
    { changes: [], parts: [], rationale: "" },
    {
      elements: {
        "cahier-gestures": { place: { block: null, article: null, can: { block: ["add"], article: ["add"] } } },
      },
    },
  ),
  composing("amend"),
  composing(
    "amend-revised",
    { next: "27 bis" },
    {
      view: amendView({
        revising: {
          amendment: "am27",
          number: 27,
          label: "27",
          next: "27 bis",
          delegation: "Assemblée de Pont-Brizay",
          revision: 1,
          version: 412,
          amended: null,
          rationale: "",
          divisible: true,
        },
      }),
    },
  ),
  composing("amend-many", { parts, more: 3, split: parts.map(({ article }) => article) }),
  composing("amend-identical", { notices: [notices.identical, notices.conflict] }),
  composing("amend-rest", { notices: [notices.submitted] }),
  composing("amend-secretary", {
    delegation: "",
    delegations: [
      { id: "d1", name: "Kerloc’h" },
      { id: "d2", name: "Orvelles" },
    ],
  }),
  composing(
    "amend-sub",
    { sub: true },
    {
      view: amendView({
        parent: { amendment: names.a27, revision: 1, numbered: null, redline: redlineWithContext },
      }),
    },
  ),
  composing("amend-long", { changes: [...redlineWithContext, ...longRedline] }),
  composing(
    "amend-unkept",
    {},
    {
      own: { olderVersion: 9 },
      elements: {
        "cahier-says": {
          saying: { shape: "warn", words: "Cet appareil ne garde rien\u202f: ne fermez pas la page" },
        },
      },
    },
  ),
  composing(
    "amend-sending",
    { sending: true },
    { elements: { "cahier-says": { saying: { shape: "wait", words: "Envoi en cours" } } } },
  ),
  composing("amend-tangled", {
    changes: [],
    parts: [],
    refusal: "Trop de changements mêlés. Faites deux amendements.",
  }),
  composing("amend-refused", { refusal: "Ce n’est plus possible\u202f: un scrutin est ouvert." }),
  composing("amend-offline", {
    refusal: "Pas de réseau. Vos mots sont gardés ici\u202f: déposez dès qu’il revient.",
  }),
];
