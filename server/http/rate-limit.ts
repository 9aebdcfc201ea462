import rateLimit from "@fastify/rate-limit";
import type { FastifyInstance, FastifyRequest } from "fastify";

import { limits } from "../../shared/limits.ts";
import { RefusedRequest } from "./refused-request.ts";
import type { Key } from "./key.ts";
import { sessionCookie, sessionHash } from "./session-cookie.ts";

/**
 * Requests are counted by session, never by address: a whole hall shares one. All requests without a session spend one
 * budget of the installation; a made-up cookie is no session.
 */
export async function limitRates(app: FastifyInstance, key: Key): Promise<void> {
  await app.register(rateLimit, {
    timeWindow: 10_000,
    cache: 20_000,
    keyGenerator: (request) => sessionOf(key, request) ?? "installation",
    max: (request) => (sessionOf(key, request) === null ? limits.publicRequestsPer10s : limits.sessionRequestsPer10s),
    errorResponseBuilder: () => new RefusedRequest("too-many"),
    addHeaders: { "x-ratelimit-limit": false, "x-ratelimit-remaining": false, "x-ratelimit-reset": false },
    addHeadersOnExceeding: {
      "x-ratelimit-limit": false,
      "x-ratelimit-remaining": false,
      "x-ratelimit-reset": false,
    },
  });
}

const sessionOf = (key: Key, request: FastifyRequest): string | null =>
  sessionHash(key, request.cookies[sessionCookie]);
