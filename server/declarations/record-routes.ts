import type { FastifyInstance } from "fastify";
import { Type } from "typebox";

import { limits } from "../../shared/limits.ts";
import { refuse } from "../../shared/refusals.ts";
import { sendJson, sendProblem, type Parts } from "../http/index.ts";
import { readEntries, readHead } from "../journal/index.ts";
import { gatherRecord } from "./gather-record.ts";

/** The record's address within the gathering. */
export const recordPath = "/registre.json";

const ofGathering = Type.Object({ slug: Type.String() });
const after = Type.Object(
  { apres: Type.Optional(Type.String({ pattern: "^[0-9]{1,9}$" })) },
  { additionalProperties: false },
);

/** `registre.json`, the whole record as a file to keep, and `journal.json?apres=`, the entries after a number. For all. */
export function recordRoutes(app: FastifyInstance, { storage, entrance }: Parts): void {
  app.get<{ Params: { slug: string } }>(
    `/r/:slug${recordPath}`,
    { schema: { params: ofGathering, tags: ["registre"] } },
    async (request, reply) => {
      const record = await storage.read(async (tx) => {
        const gathering = await entrance.gathering(tx, request.params.slug);
        return gathering === null ? null : gatherRecord(tx, gathering);
      });
      if (record === null) return sendProblem(reply, refuse("not-found"));
      reply.header("content-disposition", `attachment; filename="registre-${record.slug}.json"`);
      return sendJson(reply, { ...record });
    },
  );
  app.get<{ Params: { slug: string }; Querystring: { apres?: string } }>(
    "/r/:slug/journal.json",
    { schema: { params: ofGathering, querystring: after, tags: ["registre"] } },
    async (request, reply) => {
      const told = await storage.read(async (tx) => {
        const gathering = await entrance.gathering(tx, request.params.slug);
        if (gathering === null) return null;
        const from = Number(request.query.apres ?? 0);
        return {
          gathering: gathering.id,
          head: await readHead(tx, gathering.id),
          entries: await readEntries(tx, gathering.id, from, limits.entriesPerFrame),
        };
      });
      return told === null ? sendProblem(reply, refuse("not-found")) : sendJson(reply, told);
    },
  );
}
