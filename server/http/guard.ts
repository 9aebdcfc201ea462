import type { FastifyInstance, FastifyRequest } from "fastify";

import { isStorableText } from "../../shared/journal/index.ts";
import { isOwnOrigin } from "./origin.ts";
import type { Parts } from "./parts.ts";
import { isForm, postedForms } from "./posted-form.ts";
import { RefusedRequest } from "./refused-request.ts";
import { isFormToken, sessionCookie } from "./session-cookie.ts";

/**
 * What every request passes before its route: addresses hold only text that can be kept, and whatever changes a state
 * comes from a page of ours. A request with a foreign `Origin` is refused before its body is read; one with none at all
 * passes only as a form that carries its own token.
 */
export function guardRequests(app: FastifyInstance, parts: Pick<Parts, "key" | "origins">): void {
  app.addHook("onRequest", async (request) => {
    if (!isReading(request) && isOwnOrigin(request, parts.origins) === false) throw new RefusedRequest("wrong-origin");
  });
  app.addHook("preValidation", async (request) => {
    if (!hasCleanAddress(request)) throw new RefusedRequest("malformed");
    if (isReading(request)) return;
    if (isForm(request)) postedForms.take(request);
    if (isOwnOrigin(request, parts.origins) !== null) return;
    const token = postedForms.of(request)?.token;
    if (!isFormToken(parts.key, request.cookies[sessionCookie], token)) throw new RefusedRequest("wrong-origin");
  });
}

const isReading = (request: FastifyRequest): boolean => request.method === "GET" || request.method === "HEAD";

function hasCleanAddress(request: FastifyRequest): boolean {
  const given = [request.params, request.query].flatMap((part) => Object.values(part ?? {}));
  return given.every((value) => typeof value === "string" && isStorableText(value));
}
