import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { Type, type Static } from "typebox";

import { limits } from "../../shared/limits.ts";
import { checkGathering, timeZones } from "../../shared/people/index.ts";
import { ok, refusalStatus, type Refused, type Result } from "../../shared/refusals.ts";
import type { CreateView } from "../../shared/views/index.ts";
import {
  formAsBody,
  isForm,
  okView,
  outsideShell,
  saltsOf,
  sendJson,
  sendPage,
  sendProblem,
  sendSee,
  type Parts,
} from "../http/index.ts";
import { createGathering, type Created, type Template } from "./create-gathering.ts";
import { checkCreationLink, useCreationLink } from "./creation-links.ts";
import { giveSession, newSession, type NewSession } from "./session-start.ts";
import { openSession } from "./sessions.ts";

const words = Type.String({ maxLength: limits.nameCharacters });
const creating = Type.Object(
  { name: words, place: words, firstDay: words, timeZone: words, language: words },
  { additionalProperties: false },
);
type Creating = { Params: { jeton: string }; Body: Static<typeof creating> };

/** The organiser's one-time link: a GET shows the form and uses up nothing, the POST opens the gathering. */
export function createRoutes(app: FastifyInstance, parts: Parts, template: Template): void {
  app.get<{ Params: { jeton: string } }>("/organiser/:jeton", async (request, reply) => {
    const open = await parts.storage.read((tx) => checkCreationLink(tx, parts.key, request.params.jeton));
    return sendPage(reply, createPage(parts, request.params.jeton, open));
  });
  app.post<Creating>(
    "/organiser/:jeton",
    {
      schema: { body: creating },
      preValidation: formAsBody((fields) => ({ language: "fr", ...fields })),
    },
    async (request, reply) => {
      const session = newSession(parts);
      const created = await create(parts, template, request, session);
      if (!created.ok) return sendCreatingRefused(parts, request, reply, created);
      const { slug } = created.value;
      giveSession(parts, reply, slug, session);
      const see = `/r/${slug}/bienvenue`;
      return isForm(request) ? sendSee(reply, see) : sendJson(reply, { see });
    },
  );
}

async function create(
  parts: Parts,
  template: Template,
  request: FastifyRequest<Creating>,
  session: NewSession,
): Promise<Result<Created>> {
  const facts = checkGathering(request.body);
  if (!facts.ok) return facts;
  const { atMs } = session;
  return parts.storage.act(async (tx) => {
    const used = await useCreationLink(tx, parts.key, request.params.jeton, atMs);
    if (!used.ok) return used;
    const { key, ids: newId } = parts;
    const newSalt = saltsOf(parts.random);
    const created = await createGathering(tx, { facts: facts.value, template, key, atMs, newId, newSalt });
    await openSession(tx, { gathering: created.id, participant: created.organiser }, session.hash, atMs);
    return ok(created);
  });
}

async function sendCreatingRefused(
  parts: Parts,
  request: FastifyRequest<Creating>,
  reply: FastifyReply,
  refused: Refused,
): Promise<FastifyReply> {
  if (!isForm(request)) return sendProblem(reply, refused);
  const { jeton } = request.params;
  if (refused.code !== "malformed") return sendPage(reply, createPage(parts, jeton, refused));
  const shell = outsideShell(parts, `/organiser/${jeton}`, refused, request.body);
  return sendPage(reply, okView(createView(shell)), refusalStatus[refused.code]);
}

function createPage(parts: Parts, jeton: string, open: Result<null>): ReturnType<typeof okView> {
  const shell = outsideShell(parts, `/organiser/${jeton}`, open.ok ? undefined : open);
  return open.ok ? okView(createView(shell)) : { view: open, shell };
}

const createView = (shell: CreateView["shell"]): CreateView => ({ page: "create", shell, timeZones });
