import type { AmendView, WriteView } from "../../shared/views/index.ts";
import { delegateShell, redlineWithContext, text } from "../support/assembly-views.ts";
import { shellOf } from "../support/views.ts";
import type { Face } from "./face.ts";

/** A page around a sheet: what the server draws, and the state that its script gives to each element in it. */
export interface WritingFace extends Face {
  readonly elements: Readonly<Record<string, object>>;
}

const writeView: WriteView = {
  page: "write",
  shell: delegateShell(`/textes/${text.id}/ecrire`),
  text: { ...text, state: "draft", handedOver: false, version: 12, hash: "4f2a" },
  blocks: redlineWithContext.filter(({ change }) => change === "context").map((block) => ({ ...block, change: null })),
  writingCode: "3KRF-8DWT",
};

const amendView: AmendView = {
  page: "amend",
  shell: delegateShell(`/textes/${text.id}/amender`),
  text: { ...text, version: 12 },
  document: null,
};

export const sheetRow = [["undo", "redo"], ["kind"], ["strong", "em", "link"], ["article"]];

const amendRow = [
  ["undo", "redo"],
  ["strong", "em"],
];

const longTitle = "Tenir ensemble, à la vue de toutes et de tous, les comptes de ce que la commune reçoit et dépense";

export const cursor = {
  title: text.title,
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
const offline = { saying: { shape: "warn", words: "Hors ligne, vos mots sont gardés" } };
const closed = { saying: { shape: "warn", words: "Ce texte ne s’écrit plus ici" } };
const sheet = { title: text.title, refusal: null };
const passages = ["Gardé sur le téléphone.\nEt un second alinéa.", "Écrit trop tard."];

const wish = { changes: [], rationale: "", delegation: "Kerloc’h", refusal: null, sending: false };

export const writingFaces: readonly WritingFace[] = [
  { name: "write-no-script", view: writeView, elements: {} },
  {
    name: "write-loading",
    view: writeView,
    own: sheet,
    elements: {
      "cahier-says": { saying: { shape: "wait", words: "Le texte arrive" } },
      "cahier-tools": { row: sheetRow },
      "cahier-outline": {},
    },
  },
  {
    name: "write",
    view: writeView,
    own: sheet,
    elements: {
      "cahier-says": saved,
      "cahier-tools": { row: sheetRow, cursor: { ...cursor, strong: true, em: true, canRedo: true } },
      "cahier-outline": { articles: cursor.plan },
    },
  },
  {
    name: "write-offline-with-offered-words",
    view: writeView,
    own: sheet,
    elements: {
      "cahier-says": offline,
      "cahier-tools": { row: sheetRow, cursor: { ...cursor, kind: "title", canUndo: false } },
      "cahier-outline": { articles: cursor.plan },
      "cahier-offered-words": { passages },
    },
  },
  {
    name: "write-refused-link",
    view: writeView,
    own: sheet,
    elements: {
      "cahier-says": saved,
      "cahier-tools": {
        row: sheetRow,
        cursor: { ...cursor, link: "https://valbrune.example/lieux" },
        link: { fault: "Ce lien n’est pas permis : http, https ou mailto." },
      },
      "cahier-outline": { articles: cursor.plan },
    },
  },
  {
    name: "write-closed",
    view: writeView,
    own: { title: text.title, refusal: "Ce texte est déposé : il ne change plus que par amendement." },
    elements: {
      "cahier-says": closed,
      "cahier-tools": { row: [] },
      "cahier-outline": { articles: cursor.plan },
      "cahier-offered-words": { passages, closed: true },
    },
  },
  {
    name: "write-refused",
    view: {
      ...writeView,
      shell: { ...writeView.shell, refused: { code: "not-allowed", words: "Cet acte n’est pas le vôtre." } },
    },
    own: sheet,
    elements: { "cahier-says": saved, "cahier-tools": { row: sheetRow, cursor } },
  },
  { name: "amend-no-script", view: amendView, elements: {} },
  {
    name: "amend-empty",
    view: amendView,
    own: { olderVersion: null },
    elements: {
      "cahier-says": { saying: { shape: "live", words: "Gardé sur cet appareil" } },
      "cahier-tools": { row: amendRow, cursor: { ...cursor, canUndo: false } },
      "cahier-amendment": wish,
    },
  },
  {
    name: "amend-changes",
    view: amendView,
    own: { olderVersion: 9 },
    elements: {
      "cahier-says": { saying: { shape: "warn", words: "Cet appareil ne garde rien : ne fermez pas la page" } },
      "cahier-tools": { row: amendRow, cursor },
      "cahier-amendment": {
        ...wish,
        changes: redlineWithContext,
        rationale: "La nuit, personne ne doit rester dehors.",
      },
    },
  },
  {
    name: "amend-refused-while-offline",
    view: { ...amendView, shell: shellOf({ path: amendView.shell.path, me: amendView.shell.me }) },
    own: { olderVersion: null },
    elements: {
      "cahier-says": { saying: { shape: "wait", words: "Envoi en cours" } },
      "cahier-tools": { row: amendRow, cursor },
      "cahier-amendment": {
        ...wish,
        changes: redlineWithContext,
        refusal: "Pas de réseau. Vos mots sont gardés ici : déposez dès qu’il revient.",
        sending: true,
      },
    },
  },
];
