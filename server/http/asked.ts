import type { FastifyRequest } from "fastify";

import { originOf } from "./origin.ts";
import { sessionCookie } from "./session-cookie.ts";

export type SlugRequest = FastifyRequest<{ Params: { slug: string } }>;

/** What a page or an act needs to know of the request: in which gathering, with which cookie, by which address. */
export interface Asked {
  readonly slug: string;
  readonly cookie: string | undefined;
  readonly origin: string;
}

export const askedBy = (request: SlugRequest): Asked => askedIn(request, request.params.slug);

/** The same where no route has read the slug from the address. */
export const askedIn = (request: FastifyRequest, slug: string): Asked => ({
  slug,
  cookie: request.cookies[sessionCookie],
  origin: originOf(request),
});
