import type {
  CompareView,
  HandView,
  HistoryView,
  ProseBlock,
  VersionName,
  VersionView,
  WhoView,
} from "../../shared/views/index.ts";
import { draftView, textView } from "./text-views.ts";
import { redlineWithContext } from "./assembly-views.ts";
import { shellOf } from "./views.ts";

/** Sample views of a text's history: Valbrune's declaration, written on Saturday, amended on Sunday. */

const text = { id: "t1", title: "Déclaration de Valbrune", state: "tabled", version: 412 } as const;
const workshop: HandView = { kind: "workshop" };
const kerloch: HandView = { kind: "delegation", name: "Assemblée de Kerloch" };
const amendment: HandView = {
  kind: "amendment",
  number: 27,
  label: "27",
  delegation: "Assemblée citoyenne d’Orvelles",
  ballot: 14,
};

const atMs = (hours: number, minutes: number): number => Date.UTC(2020, 0, 18, hours - 1, minutes);
const said = (version: number, at: number, more: Partial<VersionName> = {}): VersionName => ({
  version,
  atMs: at,
  name: null,
  restores: null,
  ...more,
});

/** Every third word of a block is somebody else's. */
function shared(block: ProseBlock, i: number): WhoView["blocks"][number] {
  const spans = block.runs.flatMap((run) => {
    const cut = Math.floor(run.text.length / (2 + (i % 3)));
    const parts = [run.text.slice(0, cut), run.text.slice(cut)].filter((part) => part !== "");
    return parts.map((part, k) => ({ mark: 1 + ((i + k) % 3), runs: [{ ...run, text: part }] }));
  });
  return { block: { ...block, runs: [] }, spans };
}

export const whoView = (more: Partial<WhoView> = {}): WhoView => ({
  page: "who",
  shell: shellOf({ path: "/textes/t1/qui" }),
  text,
  hands: [
    { mark: 1, by: workshop, letters: 812 },
    { mark: 2, by: kerloch, letters: 405 },
    { mark: 3, by: amendment, letters: 61 },
  ],
  letters: 1278,
  only: null,
  blocks: textView().blocks.map(shared),
  ...more,
});

export const historyView = (more: Partial<HistoryView> = {}): HistoryView => ({
  page: "history",
  shell: shellOf({ path: "/textes/t1/histoire" }),
  text,
  moments: [
    {
      from: 412,
      to: 412,
      fromMs: atMs(35, 12),
      toMs: atMs(35, 12),
      hands: [{ by: amendment, came: 61, went: 24 }],
      milestones: [],
    },
    {
      from: 288,
      to: 411,
      fromMs: atMs(16, 2),
      toMs: atMs(16, 51),
      hands: [
        { by: workshop, came: 420, went: 96 },
        { by: kerloch, came: 188, went: 12 },
      ],
      milestones: [
        said(300, atMs(16, 9), { restores: 287 }),
        said(411, atMs(16, 51), { name: "Lu en plénière", restores: 300 }),
      ],
    },
    {
      from: 1,
      to: 287,
      fromMs: atMs(14, 3),
      toMs: atMs(15, 2),
      hands: [{ by: kerloch, came: 730, went: 91 }],
      milestones: [said(287, atMs(15, 2), { name: "Avant la relecture" })],
    },
  ],
  versions: [
    { version: 0, atMs: null, name: null, restores: null },
    said(287, atMs(15, 2), { name: "Avant la relecture" }),
    said(411, atMs(16, 51), { name: "Lu en plénière" }),
    said(412, atMs(35, 12)),
  ],
  ...more,
});

export const versionView = (more: Partial<VersionView> = {}): VersionView => ({
  page: "version",
  shell: shellOf({ path: "/textes/t1/histoire/287" }),
  text,
  version: said(287, atMs(15, 2), { name: "Avant la relecture" }),
  by: kerloch,
  title: "Déclaration de Valbrune",
  blocks: textView().blocks,
  before: null,
  after: 411,
  stops: historyView().versions.slice(1),
  may: { name: false, restore: false },
  ...more,
});

/** As a drafter of the draft sees it. */
export const versionOfDraft = (more: Partial<VersionView> = {}): VersionView =>
  versionView({
    shell: { ...draftView().shell, path: "/textes/t1/histoire/287" },
    text: { ...text, state: "draft" },
    version: said(287, atMs(15, 2)),
    may: { name: true, restore: true },
    ...more,
  });

export const compareView = (more: Partial<CompareView> = {}): CompareView => ({
  page: "compare",
  shell: shellOf({ path: "/textes/t1/comparer?de=287&a=412" }),
  text,
  from: said(287, atMs(15, 2), { name: "Avant la relecture" }),
  to: said(412, atMs(35, 12)),
  whole: false,
  redline: redlineWithContext,
  ...more,
});
