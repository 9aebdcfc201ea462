import type { FastifyInstance } from "fastify";
import { Type } from "typebox";

import { limits } from "../../shared/limits.ts";
import { allow } from "../../shared/people/index.ts";
import { ok, refuse, type Result } from "../../shared/refusals.ts";
import {
  askedBy,
  formAsBody,
  isForm,
  readPage,
  sendFile,
  sendJson,
  sendPage,
  sendProblem,
  sendSee,
  sendView,
  withReason,
  type Asked,
  type Parts,
} from "../http/index.ts";
import type { OwnWords } from "./own-words.ts";
import { exportPerson } from "./person-export.ts";
import { takeSession } from "./session-start.ts";
import { endSessions } from "./sessions.ts";

const nothing = Type.Object({}, { additionalProperties: false });
const list = Type.Object({ list: Type.String() }, { additionalProperties: false });

/** What is no act of the assembly: leaving a device, taking one's data along, looking a pasted list through. */
export function seatRoutes(app: FastifyInstance, parts: Parts, ownWords: OwnWords): void {
  app.post<{ Params: { slug: string } }>(
    "/r/:slug/quitter",
    { schema: { body: nothing }, preValidation: formAsBody() },
    async (request, reply) => {
      const { slug } = request.params;
      const left = await leave(parts, askedBy(request));
      if (!left.ok) return sendProblem(reply, left);
      takeSession(parts, reply, slug);
      return isForm(request) ? sendSee(reply, `/r/${slug}/`) : sendJson(reply, { see: "/" });
    },
  );

  app.get<{ Params: { slug: string }; Querystring: { participant?: string } }>(
    "/r/:slug/moi/donnees.json",
    async (request, reply) => {
      const exported = await personData(parts, askedBy(request), request.query.participant, ownWords);
      return exported.ok ? sendFile(reply, "cahier-mes-donnees.json", exported.value) : sendProblem(reply, exported);
    },
  );

  app.post<{ Params: { slug: string }; Body: { list: string } }>(
    "/r/:slug/accueil/liste",
    { schema: { body: list }, bodyLimit: 4 * limits.formBytes, preValidation: formAsBody() },
    async (request, reply) => {
      const read = await readPage(parts, { ...askedBy(request), path: "/accueil/liste", form: request.body });
      return isForm(request) ? sendPage(reply, read) : sendView(reply, read);
    },
  );
}

/** Ends the session; leaving twice is leaving. */
async function leave(parts: Parts, asked: Asked): Promise<Result<null>> {
  return parts.storage.act(async (tx) => {
    const gathering = await parts.entrance.gathering(tx, asked.slug);
    if (gathering === null) return refuse("not-found");
    const { actor } = await parts.entrance.seat(tx, gathering, asked.cookie);
    if (actor.participant !== null) await endSessions(tx, actor.participant, "left", parts.clock());
    return ok(null);
  });
}

async function personData(
  parts: Parts,
  asked: Asked,
  participant: string | undefined,
  ownWords: OwnWords,
): Promise<Result<unknown>> {
  return parts.storage.read(async (tx) => {
    const gathering = await parts.entrance.gathering(tx, asked.slug);
    if (gathering === null) return refuse("not-found");
    const seat = await parts.entrance.seat(tx, gathering, asked.cookie);
    const about = participant ?? seat.actor.participant ?? "";
    const allowed = allow(seat.actor, "person.export", { gathering: gathering.id, participant: about });
    if (!allowed.ok) return { ...allowed, code: withReason(allowed.code, seat) };
    return exportPerson(tx, gathering, about, ownWords);
  });
}
