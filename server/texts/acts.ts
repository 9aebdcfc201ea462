import { Type } from "typebox";

import { hashJson } from "../../shared/journal/index.ts";
import { limits } from "../../shared/limits.ts";
import type { Action, Scope } from "../../shared/people/index.ts";
import { ok, refuse, type Result } from "../../shared/refusals.ts";
import {
  commitAtHead,
  freeze,
  handOver,
  mayBeWritten,
  tableText,
  trimSteps,
  untableText,
  withdrawText,
  type Standing,
  type TextLife,
} from "../../shared/texts/index.ts";
import { defineAct, type ActContext, type ActDefinition, type ActGathering, type Key } from "../http/index.ts";
import { addGrant } from "../people/index.ts";
import type { Tx } from "../storage/index.ts";
import { appendCommits, loadHistory, saveSnapshot, writtenByAct } from "./commits.ts";
import { createText } from "./create.ts";
import { readText, saveLife, type TextFacts } from "./store.ts";
import { versionActs } from "./version-acts.ts";
import { isWritingCode } from "./writing-code.ts";

/** What other rooms know of a text, and this one asks. */
export interface TextNeighbours {
  /** Whether an amendment was ever submitted on it. */
  isEverAmended(this: void, tx: Tx, text: string): Promise<boolean>;
  /** Whether a ballot is open on it, or on an amendment of it. */
  isTextBeingVoted(this: void, tx: Tx, text: string): Promise<boolean>;
}

const closed = { additionalProperties: false } as const;
const textId = Type.String({ minLength: 1, maxLength: 100 });

export const textActs = (key: Key, neighbours: TextNeighbours): readonly ActDefinition[] => [
  defineAct({
    action: "text.create",
    body: Type.Object(
      {
        title: Type.String({ maxLength: limits.nameCharacters }),
        requestKey: Type.Optional(Type.String({ minLength: 1, maxLength: limits.requestKeyCharacters })),
      },
      closed,
    ),
    scope: async () => ok({}),
    async perform(context, { title, requestKey }) {
      const { gathering, atMs } = context;
      const words = title.replaceAll(/\s+/gu, " ").trim();
      const id = requestKey === undefined ? context.newId() : idOfWish(context, words, requestKey);
      const made = ok({ see: `/textes/${id}`, body: { text: id } });
      if (await readText(context.tx, gathering.id, id)) return made;
      await createText(context.tx, { id, gathering: gathering.id, title: words, language: gathering.language, atMs });
      await context.record("text.created", { text: id });
      return made;
    },
  }),
  ...versionActs,
  actOnText("text.handOver", async (context, text) => live(context, text, handOver(text.life))),
  actOnText("text.table", async (context, text) => {
    const writable = mayBeWritten(text.life);
    if (!writable.ok) return writable;
    const document = await withoutEmptyBlocks(context, text.id);
    const frozen = freeze(document);
    const life = tableText(writable.value, frozen);
    if (!life.ok) return life;
    await saveSnapshot(context.tx, text.id, document);
    await context.record("text.tabled", { text: text.id, ...frozen });
    return live(context, text, life);
  }),
  actOnText("text.untable", async (context, text) => {
    const life = untableText(text.life, await neighbours.isEverAmended(context.tx, text.id));
    if (life.ok) await context.record("text.untabled", { text: text.id });
    return live(context, text, life);
  }),
  actOnText("text.withdraw", async (context, text) => {
    if (await neighbours.isTextBeingVoted(context.tx, text.id)) return refuse("text-being-voted");
    const life = withdrawText(text.life);
    if (life.ok) await context.record("text.withdrawn", { text: text.id });
    return live(context, text, life);
  }),
  defineAct({
    action: "text.joinWriting",
    body: Type.Object({ text: textId, writingCode: Type.String({ maxLength: 40 }) }, closed),
    scope: async (tx, gathering, body) => scopeOf(tx, gathering, body.text),
    async perform(context, body) {
      const { tx, gathering, actor } = context;
      const text = await readText(tx, gathering.id, body.text);
      if (!text || actor.participant === null) return refuse("not-found");
      const writable = mayBeWritten(text.life);
      if (!writable.ok) return writable;
      if (!isWritingCode(key, text.id, body.writingCode)) return refuse("code-unknown");
      const grant = { role: "drafter", text: text.id } as const;
      if (await addGrant(tx, actor.participant, grant)) {
        await context.record("role.granted", { participant: actor.participant, ...grant });
      }
      return ok({ see: `/textes/${text.id}/ecrire` });
    },
  }),
];

/** The text as it is tabled: one more commit, by its workshop, when blocks without a word were left in it. */
async function withoutEmptyBlocks({ tx, atMs }: ActContext, text: string): Promise<Standing> {
  const history = await loadHistory(tx, text, 0);
  const steps = trimSteps(history.doc);
  const commit = steps.length === 0 ? null : commitAtHead(history, steps, writtenByAct, { author: text }, atMs);
  if (!commit) return history;
  await appendCommits(tx, text, [commit]);
  return { version: commit.sealed.version, head: commit.sealed.hash, doc: commit.doc };
}

/** The same wish of the same person, sent again because no answer came, is about the same text. */
const idOfWish = ({ gathering, actor }: ActContext, title: string, requestKey: string): string =>
  hashJson(["text", gathering.id, actor.participant, title, requestKey]).slice(0, 32);

/** An act whose body is the text's id alone. */
function actOnText(
  action: Action,
  perform: (context: ActContext, text: TextFacts) => Promise<Result<TextLife>>,
): ActDefinition {
  return defineAct({
    action,
    body: Type.Object({ text: textId }, closed),
    scope: async (tx, gathering, body) => scopeOf(tx, gathering, body.text),
    async perform(context, body) {
      const text = await readText(context.tx, context.gathering.id, body.text);
      if (!text) return refuse("not-found");
      const life = await perform(context, text);
      return life.ok ? ok({ see: `/textes/${text.id}`, body: { state: life.value.state } }) : life;
    },
  });
}

async function live(context: ActContext, text: TextFacts, life: Result<TextLife>): Promise<Result<TextLife>> {
  if (life.ok) await saveLife(context.tx, text.id, life.value);
  return life;
}

async function scopeOf(tx: Tx, gathering: ActGathering, text: string): Promise<Result<Omit<Scope, "gathering">>> {
  return (await readText(tx, gathering.id, text)) ? ok({ text }) : refuse("not-found");
}
