import { weekdayAndTime } from "../../shared/i18n/index.ts";
import { allow, may, type Actor } from "../../shared/people/index.ts";
import { ok, type Result } from "../../shared/refusals.ts";
import { mayBeWritten, saysSomething, textHash } from "../../shared/texts/index.ts";
import {
  proseOfText,
  type TextFactsView,
  type TextsView,
  type TextView,
  type WriteView,
} from "../../shared/views/index.ts";
import type { Key, PageContext, PageDefinition } from "../http/index.ts";
import { isPublic, mayWrite, readableText } from "./access.ts";
import { amendingOf, type AmendingNeighbours, type DeadlineNeighbours } from "./amending.ts";
import { readDocument } from "./commits.ts";
import { readTexts, type TextFacts } from "./store.ts";
import { writingCode } from "./writing-code.ts";

export const textPages = (key: Key, neighbours: Neighbours): readonly PageDefinition[] => [
  { path: "/textes", read: (context) => readTextsPage(context, neighbours) },
  { path: "/textes/:text", read: (context) => readTextPage(context, key, neighbours) },
  { path: "/textes/:text/ecrire", read: (context) => readWritePage(context, key) },
];

type Neighbours = AmendingNeighbours & DeadlineNeighbours;

async function readTextsPage(context: PageContext, neighbours: AmendingNeighbours): Promise<Result<TextsView>> {
  const { tx, gathering, actor, shell, newId } = context;
  const readsDrafts = gathering.publicDrafts || may(actor, "draft.read", { gathering: gathering.id });
  const mayCreate = gathering.state === "open" && may(actor, "text.create", { gathering: gathering.id });
  const texts = (await readTexts(tx, gathering.id)).filter((text) => readsDrafts || isPublic(text));
  const lines = texts.map(async (text) => ({
    id: text.id,
    title: text.title,
    state: text.life.state,
    mayWrite: mayWrite(actor, text),
    amending: await amendingOf(context, text, neighbours),
  }));
  return ok({
    page: "texts",
    shell,
    texts: await Promise.all(lines),
    create: mayCreate ? { requestKey: newId() } : null,
  });
}

async function readTextPage(context: PageContext, key: Key, neighbours: Neighbours): Promise<Result<TextView>> {
  const { tx, gathering, actor, shell, params, nowMs } = context;
  const text = await readableText(tx, gathering, actor, params["text"] ?? "");
  if (!text.ok) return text;
  const { doc } = await readDocument(tx, text.value.id, text.value.version);
  const tabled = text.value.life.state === "tabled";
  const deadline = tabled ? await neighbours.deadlineOf(tx, text.value.id, nowMs) : null;
  return ok({
    page: "text",
    shell,
    text: factsView(text.value, textHash(doc)),
    blocks: proseOfText(doc),
    may: mayDo(actor, text.value, gathering.state === "open", saysSomething(doc)),
    amending: await amendingOf(context, text.value, neighbours),
    deadline: deadline && { when: weekdayAndTime(deadline.untilMs, gathering), past: deadline.past },
    writingCode: setsUp(actor, text.value) ? writingCode(key, text.value.id) : null,
  });
}

async function readWritePage(context: PageContext, key: Key): Promise<Result<WriteView>> {
  const { tx, gathering, actor, shell, params } = context;
  const text = await readableText(tx, gathering, actor, params["text"] ?? "");
  if (!text.ok) return text;
  const allowed = allow(actor, "text.write", { gathering: gathering.id, text: text.value.id });
  if (!allowed.ok) return allowed;
  const writable = mayBeWritten(text.value.life);
  if (!writable.ok) return writable;
  const { doc } = await readDocument(tx, text.value.id, text.value.version);
  return ok({
    page: "write",
    shell,
    text: factsView(text.value, textHash(doc)),
    blocks: proseOfText(doc),
    writingCode: writingCode(key, text.value.id),
  });
}

const factsView = ({ id, title, life, version }: TextFacts, hash: string): TextFactsView => ({
  id,
  title,
  state: life.state,
  handedOver: life.state === "draft" && life.handedOver,
  version,
  hash,
});

function mayDo(actor: Actor, text: TextFacts, open: boolean, written: boolean): TextView["may"] {
  const { gathering, id, life } = text;
  const here = { gathering, text: id };
  const draft = open && life.state === "draft";
  const tabled = open && life.state === "tabled";
  const write = open && mayWrite(actor, text);
  return {
    write,
    table: draft && written && may(actor, "text.table", here),
    untable: tabled && may(actor, "text.untable", here),
    withdraw: (draft || tabled) && may(actor, "text.withdraw", here),
    join: draft && !write && may(actor, "text.joinWriting", here),
  };
}

/** Whoever may create a text shows its writing code to those who are to write it. */
const setsUp = (actor: Actor, { gathering, life }: TextFacts): boolean =>
  life.state === "draft" && may(actor, "text.create", { gathering });
