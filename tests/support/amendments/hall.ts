import type { LightMyRequestResponse } from "fastify";

import { makeCookie, sessionHash } from "../../../server/http/index.ts";
import { readEntries } from "../../../server/journal/index.ts";
import { appendCommits, createText, saveLife, writtenByAct } from "../../../server/texts/index.ts";
import { commitAtHead, emptyHistory, textHash, type TextNode } from "../../../shared/texts/index.ts";
import { ReplaceStep } from "prosemirror-transform";
import { Slice } from "prosemirror-model";
import { freshApp, postJson, type Asked, type FreshApp } from "../app.ts";
import { addGathering } from "../storage.ts";

/** An assembly on disk: a tabled text, delegations with one delegate each, a chair, a secretary, who drafted the text, and who is nobody. */
export interface Hall extends FreshApp {
  readonly gathering: string;
  readonly text: string;
  /** The tabled document, at `version`. */
  readonly base: TextNode;
  readonly version: number;
  /** Who asks, as `getPage` wants it. */
  seat(who: Who): Asked;
  act(who: Who, action: string, body: unknown): Promise<LightMyRequestResponse>;
  /** The acts in the journal, oldest first. */
  entries(): Promise<readonly { readonly act: string; readonly data: Record<string, unknown> }[]>;
}

export type Who = "kerloch" | "orvelles" | "tanneries" | Desk | "nobody";

type Desk = "chair" | "secretary" | "drafter";

const desk: readonly Desk[] = ["chair", "secretary", "drafter"];
const delegations = ["kerloch", "orvelles", "tanneries"] as const;

export async function openHall(base: TextNode): Promise<Hall> {
  const fresh = await freshApp();
  const gathering = await addGathering(fresh.storage);
  const text = "t1";
  await fresh.storage.act(async (tx) => {
    for (const [ordinal, id] of delegations.entries()) {
      await tx.insert(tx.tables.delegations, { id, gathering, name: `De ${id}`, delegates: 1, observers: 0, ordinal });
    }
    await createText(tx, { id: text, gathering, title: "", language: "fr", atMs: 0 });
    for (const who of [...delegations, ...desk]) {
      const delegation = delegations.find((one) => one === who) ?? null;
      await tx.insert(tx.tables.participants, { id: `p-${who}`, gathering, delegation, name: who, createdAtMs: 0 });
      const role = desk.find((one) => one === who) ?? "delegate";
      const grant = { participant: `p-${who}`, role, delegation, text: role === "drafter" ? text : null };
      await tx.insert(tx.tables.grants, grant);
      const hash = sessionHash(fresh.key, cookieOf(fresh.key, who)) ?? "";
      await tx.insert(tx.tables.sessions, { hash, gathering, participant: `p-${who}`, createdAtMs: 0 });
    }
    const empty = emptyHistory(text);
    const typed = new ReplaceStep(0, empty.doc.content.size, new Slice(base.content, 0, 0));
    const commit = commitAtHead(empty, [typed], writtenByAct, { author: text }, 0);
    if (!commit) throw new Error("The text cannot be typed");
    await appendCommits(tx, text, [commit]);
    const tabled = { version: 1, head: commit.sealed.hash, hash: textHash(commit.doc) };
    await saveLife(tx, text, { state: "tabled", tabled });
    return { ok: true, value: null };
  });
  const seat = (who: Who): Asked => ({
    cookie: who === "nobody" ? undefined : `cahier=${cookieOf(fresh.key, who)}`,
  });
  return {
    ...fresh,
    gathering,
    text,
    base,
    version: 1,
    seat,
    act: (who, action, body) => postJson(fresh.app, `/r/${gathering}/actes/${action}`, body, seat(who)),
    entries: () =>
      fresh.storage.read(async (tx) =>
        (await readEntries(tx, gathering, 0, 1_000)).map(({ body }) => JSON.parse(body)),
      ),
    [Symbol.asyncDispose]: () => fresh[Symbol.asyncDispose](),
  };
}

const cookieOf = (key: Uint8Array, who: string): string => makeCookie(key, Buffer.from(who.padEnd(32, "-")));
