import { Type } from "typebox";

import { limits } from "../../shared/limits.ts";
import { ok, refuse } from "../../shared/refusals.ts";
import { commitAtHead, mayBeWritten, restoringSteps } from "../../shared/texts/index.ts";
import { defineAct, type ActContext, type ActDefinition, type ActGathering } from "../http/index.ts";
import type { Tx } from "../storage/index.ts";
import { appendCommits, loadHistory, readDocument, writtenByAct } from "./commits.ts";
import { countNames, saveName, saveRestored } from "./milestones.ts";
import { readText } from "./store.ts";

const text = Type.String({ minLength: 1, maxLength: 100 });
const version = Type.Integer({ minimum: 1, maximum: 1_000_000_000 });
const closed = { additionalProperties: false } as const;

/**
 * Acts on versions. Neither is an act of the assembly: no entry of the journal is made, as none is of what is typed. A name
 * stands in no record and can be taken away again.
 */
export const versionActs: readonly ActDefinition[] = [
  defineAct({
    action: "text.nameVersion",
    body: Type.Object({ text, version, name: Type.String({ maxLength: limits.nameCharacters }) }, closed),
    fromForm: numbered,
    scope: (tx, gathering, body) => scopeOf(tx, gathering, body.text),
    async perform({ tx, gathering }, body) {
      const facts = await readText(tx, gathering.id, body.text);
      if (!facts || body.version > facts.version) return refuse("not-found");
      const name = body.name.replaceAll(/\s+/gu, " ").trim();
      if (name !== "" && (await countNames(tx, facts.id)) >= limits.namedVersionsPerText) return refuse("too-large");
      await saveName(tx, facts.id, body.version, name === "" ? null : name);
      return ok({ see: `/textes/${facts.id}/histoire/${body.version}` });
    },
  }),
  defineAct({
    action: "text.restore",
    body: Type.Object({ text, version }, closed),
    fromForm: numbered,
    scope: (tx, gathering, body) => scopeOf(tx, gathering, body.text),
    async perform(context, body) {
      const { tx, gathering, atMs } = context;
      const facts = await readText(tx, gathering.id, body.text);
      if (!facts || body.version > facts.version) return refuse("not-found");
      const writable = mayBeWritten(facts.life);
      if (!writable.ok) return writable;
      const history = await loadHistory(tx, facts.id, 0);
      const earlier = await readDocument(tx, facts.id, body.version);
      const steps = restoringSteps(history.doc, earlier.doc);
      const see = `/textes/${facts.id}/ecrire`;
      if (steps.length === 0) return ok({ see });
      const commit = commitAtHead(history, steps, writtenByAct, { author: authorOf(context, facts.id) }, atMs);
      if (!commit) return refuse("bad-step");
      await appendCommits(tx, facts.id, [commit]);
      await saveRestored(tx, facts.id, commit.sealed.version, body.version);
      // Those who write or read it now are told as of any commit; what they typed meanwhile is carried over it.
      context.afterDisk((hub) => hub.changed(gathering.id));
      return ok({ see });
    },
  }),
];

/** A form's version is a string of digits. */
function numbered(fields: Readonly<Record<string, string>>): unknown {
  const { version: typed = "", ...rest } = fields;
  return { ...rest, version: /^\d{1,10}$/u.test(typed) ? Number(typed) : typed };
}

/** As what is typed: the delegation's, or the workshop's. */
const authorOf = ({ actor }: ActContext, workshop: string): string =>
  actor.grants.find(({ delegation }) => delegation !== undefined)?.delegation ?? workshop;

async function scopeOf(tx: Tx, gathering: ActGathering, id: string) {
  return (await readText(tx, gathering.id, id)) ? ok({ text: id }) : refuse("not-found");
}
