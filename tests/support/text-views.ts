import {
  paperOf,
  type AmendView,
  type ProseBlock,
  type TextPaperView,
  type TextsView,
  type TextView,
  type WriteView,
} from "../../shared/views/index.ts";
import { delegate } from "./assembly-views.ts";
import { declarationView } from "./paper-views.ts";
import { shellOf } from "./views.ts";

/** Sample views of the texts: Valbrune, Saturday in the workshop. */

const drafter = { ...delegate, roles: ["delegate", "drafter"] };
const hash = "3e07c9d2a1".padEnd(64, "0");
const may = { write: false, table: false, untable: false, withdraw: false, join: false };

/** The whole text of the sample declaration, an item of a list and a quotation in it. */
const blocks: readonly ProseBlock[] = [
  ...declarationView().blocks,
  {
    kind: "item",
    id: "p6",
    number: 6,
    depth: 1,
    ordinal: 1,
    preamble: false,
    change: null,
    runs: [{ text: "Un lieu par commune.", strong: true, em: false, href: null, change: null }],
  },
  {
    kind: "quote",
    id: "p7",
    number: 7,
    depth: 1,
    ordinal: null,
    preamble: false,
    change: null,
    runs: [{ text: "Rien pour nous sans nous.", strong: false, em: true, href: "https://exemple.org/", change: null }],
  },
];

const draft = { id: "t2", title: "Des lieux communs", state: "draft", mayWrite: true, amending: null } as const;
const tabled = {
  id: "t1",
  title: "Déclaration de Valbrune",
  state: "tabled",
  mayWrite: false,
  amending: "open",
} as const;

export const textsView = (more: Partial<TextsView> = {}): TextsView => ({
  page: "texts",
  shell: shellOf({ path: "/textes", me: drafter }),
  texts: [tabled, draft, { id: "t3", title: "Appel aux communes", state: "rejected", mayWrite: false, amending: null }],
  create: null,
  ...more,
});

export const textView = (more: Partial<TextView> = {}): TextView => ({
  page: "text",
  shell: shellOf({ path: "/textes/t1" }),
  text: { id: "t1", title: "Déclaration de Valbrune", state: "tabled", handedOver: true, version: 412, hash },
  blocks,
  may,
  amending: null,
  deadline: null,
  writingCode: null,
  ...more,
});

const draftFacts = {
  id: "t2",
  title: "Des lieux communs",
  state: "draft",
  handedOver: false,
  version: 12,
  hash,
} as const;

/** A draft as its drafter reads it. */
export const draftView = (more: Partial<TextView> = {}): TextView =>
  textView({
    shell: shellOf({ path: "/textes/t2", me: drafter }),
    text: draftFacts,
    may: { ...may, write: true },
    ...more,
  });

/** As the secretary reads it: it can be tabled or withdrawn. */
export const draftToTable = (): TextView =>
  draftView({
    text: { ...draftFacts, handedOver: true },
    may: { ...may, table: true, withdraw: true },
    writingCode: "K2M9-QX4T",
  });

/** As somebody reads it who may enter the workshop. */
export const draftToJoin = (more: Partial<TextView> = {}): TextView =>
  draftView({ shell: shellOf({ path: "/textes/t2", me: delegate }), may: { ...may, join: true }, ...more });

export const tabledToUntable = (): TextView => textView({ may: { ...may, untable: true, withdraw: true } });

export const tabledToAmend = (): TextView => textView({ amending: "open" });
export const tabledUntil = (past: boolean): TextView =>
  textView({ amending: "open", deadline: { when: "samedi 18\u00a0h\u00a030", past } });
export const tabledInVote = (): TextView => textView({ amending: "voting" });

export const longTitle =
  "Déclaration commune des assemblées populaires, collectifs et listes citoyennes réunies à Valbrune en janvier";

export const writeView = (more: Partial<WriteView> = {}): WriteView => ({
  page: "write",
  shell: shellOf({ path: "/textes/t2/ecrire", me: drafter }),
  text: draftFacts,
  blocks,
  writingCode: "K2M9-QX4T",
  ...more,
});

export const amendView = (more: Partial<AmendView> = {}): AmendView => ({
  page: "amend",
  shell: shellOf({ path: "/textes/t1/amender", me: delegate }),
  text: { id: "t1", title: "Déclaration de Valbrune", version: 412 },
  document: null,
  revising: null,
  deadline: null,
  delegations: [],
  others: null,
  ...more,
});

/** The same text on paper, its lines numbered. */
export const textPaperView = (): TextPaperView => {
  const { text, blocks } = textView();
  return {
    page: "text-paper",
    shell: shellOf({ path: "/textes/t1/papier" }),
    text: { id: text.id, title: text.title, version: text.version, hash: text.hash },
    tabled: true,
    blocks: paperOf(blocks),
  };
};
