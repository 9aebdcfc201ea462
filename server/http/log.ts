import type { FastifyRequest, FastifyServerOptions } from "fastify";

/** What the log says of a request: the route, not the address (codes and links stand there), and never who sent it. */
export const logOptions = (level: string): Exclude<FastifyServerOptions["logger"], boolean | undefined> => ({
  level,
  serializers: {
    req: (request: FastifyRequest) => ({ method: request.method, route: request.routeOptions.url ?? "unknown" }),
  },
});
