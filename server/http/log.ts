import type { FastifyRequest, FastifyServerOptions } from "fastify";

/** Where each line of the log goes; the process's own output unless one is given. */
export interface LogStream {
  write(line: string): void;
}

/** What the log says of a request: the route, not the address (codes and links stand there), and never who sent it. */
export const logOptions = (
  level: string,
  stream?: LogStream,
): Exclude<FastifyServerOptions["logger"], boolean | undefined> => ({
  level,
  ...(stream && { stream }),
  serializers: {
    req: (request: FastifyRequest) => ({ method: request.method, route: request.routeOptions.url ?? "unknown" }),
  },
});
