import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import { refuse, type Refused } from "../../shared/refusals.ts";
import { sendFormAgain } from "./act-routes.ts";
import { askedIn } from "./asked.ts";
import { readsPages, sendPage, sendProblem } from "./answer.ts";
import type { Parts } from "./parts.ts";
import { outsideShell, readNoPage } from "./read-page.ts";
import { RefusedRequest } from "./refused-request.ts";

/**
 * The one edge at which errors become refusals. What is not a refusal is the world or our bug: it is logged, nothing of
 * it is shown, and the words are "try again, nothing is lost", which holds because a unit of work that throws wrote nothing.
 */
export function answerErrors(app: FastifyInstance, parts: Parts): void {
  app.setErrorHandler(async (error: FastifyError, request, reply) => {
    const refused = refusalOf(error);
    if (refused.code === "try-again") request.log.error({ err: error }, "not done");
    return sendRefusal(parts, request, reply, refused);
  });
  app.setNotFoundHandler(async (request, reply) => {
    const [, slug, path = "/"] = /^\/r\/([a-z0-9-]+)(\/[^?]*)?/u.exec(request.url) ?? [];
    if (slug === undefined || !readsPages(request)) return sendRefusal(parts, request, reply, refuse("not-found"));
    return sendPage(reply, await readNoPage(parts, { ...askedIn(request, slug), path }));
  });
}

function refusalOf(error: FastifyError): Refused {
  if (error instanceof RefusedRequest) return error.refused;
  if (error.validation !== undefined) return refuse("malformed");
  switch (error.statusCode) {
    case 413:
      return refuse("too-large");
    case 429:
      return refuse("too-many");
    case 404:
      return refuse("not-found");
    default:
      return error.statusCode !== undefined && error.statusCode < 500 ? refuse("malformed") : refuse("try-again");
  }
}

async function sendRefusal(
  parts: Parts,
  request: FastifyRequest,
  reply: FastifyReply,
  refused: Refused,
): Promise<FastifyReply> {
  if (!readsPages(request)) return sendProblem(reply, refused);
  if (hasSlug(request) && refused.code !== "try-again") return sendFormAgain(parts, request, reply, refused);
  return sendPage(reply, { view: refused, shell: outsideShell(parts, "/", refused) });
}

const hasSlug = (request: FastifyRequest): request is FastifyRequest<{ Params: { slug: string } }> => {
  const params: unknown = request.params;
  return typeof params === "object" && params !== null && "slug" in params && request.method === "POST";
};
