import swagger from "@fastify/swagger";
import type { FastifyInstance } from "fastify";

/** Collects the schema of each route that is registered after it; `/openapi.json` gives them. */
export async function openApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Cahier",
        version: "0.1.0",
        description: "Every act is a POST of JSON to /r/{slug}/actes/{action}; refusals are problem+json.",
      },
    },
  });
  app.get("/openapi.json", { schema: { hide: true } }, async () => app.swagger());
}
