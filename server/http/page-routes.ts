import type { FastifyInstance, FastifyRequest } from "fastify";
import { Type } from "typebox";

import { askedBy } from "./asked.ts";
import { sendPage, sendView } from "./answer.ts";
import type { Parts } from "./parts.ts";
import { readPage } from "./read-page.ts";

/** Each page as HTML under its own address (as JSON for whoever accepts only that), and any page's view under `etat.json?page=`. */
export function pageRoutes(app: FastifyInstance, parts: Parts): void {
  for (const { path } of parts.pages) {
    app.get<{ Params: { slug: string } }>(`/r/:slug${path === "/" ? "" : path}`, async (request, reply) => {
      const within = request.url.slice(`/r/${rawSegment(request.url)}`.length);
      const read = await readPage(parts, { ...askedBy(request), path: pagePath(within) });
      return asksForJson(request) ? sendView(reply, read) : sendPage(reply, read);
    });
  }
  app.get<{ Params: { slug: string }; Querystring: { page?: string } }>(
    "/r/:slug/etat.json",
    { schema: { querystring: Type.Object({ page: Type.Optional(Type.String()) }, { additionalProperties: false }) } },
    async (request, reply) => {
      const path = pagePath(request.query.page ?? "/");
      return sendView(reply, await readPage(parts, { ...askedBy(request), path }));
    },
  );
}

const asksForJson = (request: FastifyRequest): boolean => request.headers.accept === "application/json";

/** The slug as it stands in the address: percent-encoded or not, it is what comes between `/r/` and the next sign. */
const rawSegment = (url: string): string => /^\/r\/([^/?]*)/u.exec(url)?.[1] ?? "";

const pagePath = (within: string): string => (within.startsWith("/") ? within : `/${within}`);
