import { compareTexts, excerpt } from "../../../shared/amendments/index.ts";
import { may } from "../../../shared/people/index.ts";
import { ok, refuse, type Result } from "../../../shared/refusals.ts";
import { emptyText, mayBeWritten, type Moment, type TextNode } from "../../../shared/texts/index.ts";
import {
  proseOf,
  proseOfText,
  titleOfText,
  whoBlocks,
  type CompareView,
  type HistoryText,
  type HistoryView,
  type VersionName,
  type VersionView,
  type WhoView,
} from "../../../shared/views/index.ts";
import type { PageContext, PageDefinition } from "../../http/index.ts";
import {
  commitsAfter,
  readableText,
  readChronicle,
  readDocument,
  readMilestones,
  type TextFacts,
} from "../../texts/index.ts";
import { Hands, keyOf } from "./hands.ts";

/** Who wrote what of a text, and every moment of it: read by whoever may read the text. Nothing here changes anything. */
export const historyPages: readonly PageDefinition[] = [
  { path: "/textes/:text/qui", read: readWho },
  { path: "/textes/:text/histoire", read: readHistory },
  { path: "/textes/:text/histoire/:version", read: readVersion },
  { path: "/textes/:text/comparer", read: readCompare },
];

async function readWho(context: PageContext): Promise<Result<WhoView>> {
  const { tx, gathering, shell, query } = context;
  const text = await textOf(context);
  if (!text.ok) return text;
  const { id, version } = text.value;
  const chronicle = await readChronicle(tx, id, version);
  if (!chronicle.ok) return chronicle;
  const { sources, runs } = chronicle.value.provenance;
  const { doc } = await readDocument(tx, id, version);
  const keys = sources.map(keyOf);
  const blocks = whoBlocks(doc, runs, (source) => keys.indexOf(keys[source] ?? ""));
  const letters = new Map<number, number>();
  for (const { mark, runs: words } of blocks.flatMap(({ spans }) => spans)) {
    letters.set(
      mark,
      words.reduce((sum, run) => sum + run.text.length, letters.get(mark) ?? 0),
    );
  }
  const ranked = [...letters].sort((a, b) => b[1] - a[1]).map(([source]) => source);
  const names = new Hands(tx, gathering.id, id);
  const hands = await Promise.all(
    ranked.map(async (source, i) => ({
      mark: i + 1,
      by: await names.of(sources[source] ?? { author: id }),
      letters: letters.get(source) ?? 0,
    })),
  );
  const only = numberIn(query["seul"]);
  return ok({
    page: "who",
    shell,
    text: factsOf(text.value),
    hands,
    letters: [...letters.values()].reduce((sum, count) => sum + count, 0),
    only: only !== null && only >= 1 && only <= hands.length ? only : null,
    blocks: blocks.map(({ block, spans }) => ({
      block,
      spans: spans.map((span) => ({ mark: ranked.indexOf(span.mark) + 1, runs: span.runs })),
    })),
  });
}

async function readHistory(context: PageContext): Promise<Result<HistoryView>> {
  const { tx, gathering, shell } = context;
  const text = await textOf(context);
  if (!text.ok) return text;
  const chronicle = await readChronicle(tx, text.value.id, text.value.version);
  if (!chronicle.ok) return chronicle;
  const { moments } = chronicle.value;
  const names = new Hands(tx, gathering.id, text.value.id);
  const said = await saidOf(context, text.value, moments);
  const shown = moments.map(async (moment) => ({
    ...moment,
    hands: await Promise.all(
      moment.hands.map(async ({ came, went, ...origin }) => ({ by: await names.of(origin), came, went })),
    ),
    milestones: said.filter(
      ({ version, name, restores }) =>
        version >= moment.from && version <= moment.to && (name !== null || restores !== null),
    ),
  }));
  return ok({
    page: "history",
    shell,
    text: factsOf(text.value),
    moments: (await Promise.all(shown)).reverse(),
    versions: said,
  });
}

async function readVersion(context: PageContext): Promise<Result<VersionView>> {
  const { tx, gathering, actor, shell, params } = context;
  const text = await textOf(context);
  if (!text.ok) return text;
  const { id, life } = text.value;
  const version = numberIn(params["version"]);
  if (version === null || version < 1 || version > text.value.version) return refuse("not-found");
  const [chronicle, row] = [
    await readChronicle(tx, id, text.value.version),
    (await commitsAfter(tx, id, version - 1, 1))[0],
  ];
  if (!chronicle.ok) return chronicle;
  if (!row) return refuse("not-found");
  const commit: { author: string; ballot?: string; atMs: number } = JSON.parse(row.body);
  const { doc } = await readDocument(tx, id, version);
  const said = (await saidOf(context, text.value, chronicle.value.moments)).filter((one) => one.version > 0);
  const here = said.find((one) => one.version === version) ?? {
    version,
    atMs: commit.atMs,
    name: null,
    restores: null,
  };
  const ends = chronicle.value.moments.map(({ to }) => to);
  const open = gathering.state === "open";
  const scope = { gathering: gathering.id, text: id };
  return ok({
    page: "version",
    shell,
    text: factsOf(text.value),
    version: { ...here, atMs: commit.atMs },
    by: await new Hands(tx, gathering.id, id).of(commit),
    title: titleOfText(doc),
    blocks: proseOfText(doc),
    before: ends.filter((end) => end < version).pop() ?? null,
    after: ends.find((end) => end > version) ?? null,
    stops: said.includes(here) ? said : [...said, here].sort((a, b) => a.version - b.version),
    may: {
      name: open && may(actor, "text.nameVersion", scope),
      restore: open && version < text.value.version && mayBeWritten(life).ok && may(actor, "text.restore", scope),
    },
  });
}

async function readCompare(context: PageContext): Promise<Result<CompareView>> {
  const { tx, shell, query } = context;
  const text = await textOf(context);
  if (!text.ok) return text;
  const asked = [numberIn(query["de"]) ?? 0, numberIn(query["a"]) ?? text.value.version];
  const [from = 0, to = 0] = asked.toSorted((a, b) => a - b);
  if (to > text.value.version) return refuse("not-found");
  const chronicle = await readChronicle(tx, text.value.id, text.value.version);
  if (!chronicle.ok) return chronicle;
  const [then, now] = [await documentAt(context, text.value, from), await documentAt(context, text.value, to)];
  const compared = compareTexts(then, now);
  if (!compared.ok) return compared;
  const whole = query["tout"] === "1";
  const { rows } = compared.value;
  const said = await saidOf(context, text.value, chronicle.value.moments);
  const named = async (version: number): Promise<VersionName> =>
    said.find((one) => one.version === version) ?? {
      version,
      atMs: await timeOf(context, text.value, version),
      name: null,
      restores: null,
    };
  return ok({
    page: "compare",
    shell,
    text: factsOf(text.value),
    from: await named(from),
    to: await named(to),
    whole,
    redline: whole ? proseOf(rows, "whole") : proseOf(excerpt(rows, 1), "excerpt"),
  });
}

const textOf = ({ tx, gathering, actor, params }: PageContext): Promise<Result<TextFacts>> =>
  readableText(tx, gathering, actor, params["text"] ?? "");

const factsOf = ({ id, title, life, version }: TextFacts): HistoryText => ({ id, title, state: life.state, version });

const numberIn = (typed: string | undefined): number | null => (/^\d{1,9}$/u.test(typed ?? "") ? Number(typed) : null);

const documentAt = async ({ tx }: PageContext, { id }: TextFacts, version: number): Promise<TextNode> =>
  version === 0 ? emptyText() : (await readDocument(tx, id, version)).doc;

async function timeOf({ tx }: PageContext, { id }: TextFacts, version: number): Promise<number | null> {
  const [row] = version === 0 ? [] : await commitsAfter(tx, id, version - 1, 1);
  if (!row) return null;
  const { atMs }: { atMs: number } = JSON.parse(row.body);
  return atMs;
}

/** The empty text, where each moment ended, and what is named: oldest first. */
async function saidOf(
  context: PageContext,
  text: TextFacts,
  moments: readonly Moment[],
): Promise<readonly VersionName[]> {
  const milestones = await readMilestones(context.tx, text.id);
  const said = new Map<number, VersionName>([[0, { version: 0, atMs: null, name: null, restores: null }]]);
  for (const { to, toMs } of moments) said.set(to, { version: to, atMs: toMs, name: null, restores: null });
  for (const { version, name, restores } of milestones) {
    if (name === null && restores === null) continue;
    const atMs = said.get(version)?.atMs ?? (await timeOf(context, text, version));
    said.set(version, { version, atMs, name, restores });
  }
  return [...said.values()].sort((a, b) => a.version - b.version);
}
