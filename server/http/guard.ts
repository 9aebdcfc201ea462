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
  app.addHook("onRequest", (request, _reply, done) => {
    const foreign = !isReading(request) && isOwnOrigin(request, parts.origins) === false;
    done(foreign ? new RefusedRequest("wrong-origin") : undefined);
  });
  app.addHook("preValidation", (request, _reply, done) => {
    const refused = refusedAddress(request, parts);
    done(refused === null ? undefined : new RefusedRequest(refused));
  });
}

function refusedAddress(
  request: FastifyRequest,
  { key, origins }: Pick<Parts, "key" | "origins">,
): "malformed" | "wrong-origin" | null {
  if (!hasCleanAddress(request)) return "malformed";
  if (isReading(request)) return null;
  if (isForm(request)) postedForms.take(request);
  if (isOwnOrigin(request, origins) !== null) return null;
  const token = postedForms.of(request)?.token;
  return isFormToken(key, request.cookies[sessionCookie], token) ? null : "wrong-origin";
}

const isReading = (request: FastifyRequest): boolean => request.method === "GET" || request.method === "HEAD";

function hasCleanAddress(request: FastifyRequest): boolean {
  const given = [request.params, request.query].flatMap((part) => Object.values(part ?? {}));
  return given.every((value) => typeof value === "string" && isStorableText(value));
}
