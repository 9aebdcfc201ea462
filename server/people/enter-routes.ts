import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { Type, type Static } from "typebox";

import { refusalStatus, refuse, type Refused } from "../../shared/refusals.ts";
import type { EnterView } from "../../shared/views/index.ts";
import {
  formAsBody,
  isForm,
  okView,
  outsideShell,
  sendJson,
  sendPage,
  sendProblem,
  sendSee,
  type Parts,
} from "../http/index.ts";
import type { CodeBudget } from "./code-budget.ts";
import { enterByCode } from "./enter.ts";
import { giveSession, newSession } from "./session-start.ts";

const entering = Type.Object(
  { code: Type.String({ maxLength: 64 }), next: Type.Optional(Type.String({ maxLength: 500 })) },
  { additionalProperties: false },
);
type Entering = Static<typeof entering>;

/** The code form. A GET fills it in and uses up nothing; the POST opens the seat, also on a second device. */
export function enterRoutes(app: FastifyInstance, parts: Parts, budget: CodeBudget): void {
  app.get<{ Querystring: { next?: string } }>("/entrer", async (request, reply) =>
    sendPage(reply, okView(enterView(parts, { code: "", next: request.query.next }))),
  );
  app.get<{ Params: { code: string } }>("/entrer/:code", async (request, reply) =>
    sendPage(reply, okView(enterView(parts, request.params))),
  );
  app.post<{ Body: Entering }>(
    "/entrer",
    {
      schema: { body: entering },
      preValidation: formAsBody(),
    },
    async (request, reply) => answerEntering(parts, budget, request, reply),
  );
}

async function answerEntering(
  parts: Parts,
  budget: CodeBudget,
  request: FastifyRequest<{ Body: Entering }>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { code, next } = request.body;
  const session = newSession(parts);
  const entered = budget.hasSome(session.atMs)
    ? await parts.storage.act((tx) => enterByCode(tx, parts.key, code, session))
    : refuse("too-many");
  if (!entered.ok) {
    if (entered.code === "code-unknown") budget.spend(session.atMs);
    return sendEnteringRefused(parts, request, reply, entered);
  }
  const { slug } = entered.value;
  giveSession(parts, reply, slug, session);
  const see = next?.startsWith(`/r/${slug}/`) === true ? next : `/r/${slug}/`;
  return isForm(request) ? sendSee(reply, see) : sendJson(reply, { see });
}

async function sendEnteringRefused(
  parts: Parts,
  request: FastifyRequest<{ Body: Entering }>,
  reply: FastifyReply,
  refused: Refused,
): Promise<FastifyReply> {
  if (!isForm(request)) return sendProblem(reply, refused);
  return sendPage(reply, okView(enterView(parts, request.body, refused)), refusalStatus[refused.code]);
}

const enterView = (
  parts: Parts,
  asked: { readonly code: string; readonly next?: string | undefined },
  refused?: Refused,
): EnterView => ({
  page: "enter",
  shell: outsideShell(parts, "/entrer", refused),
  code: asked.code,
  next: asked.next ?? null,
});
