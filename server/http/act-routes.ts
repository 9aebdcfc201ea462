import type { FastifyInstance, FastifyReply } from "fastify";

import { limits } from "../../shared/limits.ts";
import { refusalStatus, type Refused } from "../../shared/refusals.ts";
import { actGroups } from "./act-group.ts";
import type { RunAct } from "./act-runner.ts";
import type { ActDefinition } from "./act.ts";
import { askedBy, type SlugRequest } from "./asked.ts";
import { sendJson, sendPage, sendProblem, sendSee } from "./answer.ts";
import { formAsBody, isForm, postedForms } from "./posted-form.ts";
import type { Parts } from "./parts.ts";
import { readPage } from "./read-page.ts";

/** One route an act, each with its own schema; the same act answers a form and a program. */
export function actRoutes(app: FastifyInstance, parts: Parts): void {
  const run = actGroups(parts);
  for (const definition of parts.acts) {
    app.post<{ Params: { slug: string } }>(
      `/r/:slug/actes/${definition.action}`,
      {
        bodyLimit: definition.bodyBytes ?? limits.formBytes,
        schema: { body: definition.body, tags: ["actes"] },
        preValidation: formAsBody(definition.fromForm),
      },
      (request, reply) => answerAct(parts, run, definition, request, reply),
    );
  }
}

/** A form that was refused is shown again on its page, its fields filled in, above it the words of the refusal. */
export async function sendFormAgain(
  parts: Parts,
  request: SlugRequest,
  reply: FastifyReply,
  refusal: Refused,
): Promise<FastifyReply> {
  const form = postedForms.of(request);
  const read = await readPage(parts, {
    ...askedBy(request),
    path: form?.page ?? "/",
    form: form?.fields ?? {},
    refused: refusal,
  });
  if (!read.view.ok) return sendPage(reply, { ...read, view: refusal });
  return sendPage(reply, read, refusalStatus[refusal.code]);
}

async function answerAct(
  parts: Parts,
  run: RunAct,
  definition: ActDefinition,
  request: SlugRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { slug, cookie } = askedBy(request);
  const done = await run(definition, { slug, cookie, body: request.body });
  if (isForm(request)) {
    if (!done.ok) return sendFormAgain(parts, request, reply, done);
    return sendSee(reply, `/r/${slug}${done.value.see}`);
  }
  if (!done.ok) return sendProblem(reply, done);
  return sendJson(reply, { see: done.value.see, ...done.value.body });
}
