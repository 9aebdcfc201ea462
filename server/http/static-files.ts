import { existsSync } from "node:fs";
import { join } from "node:path";

import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";

/** Where the built client lies, and the address it is served under (vite's `base`). */
const clientFolder = join(import.meta.dirname, "../../dist/client");
const clientPath = "/client/";

/**
 * The built client: names carry a hash of what they hold, so a browser keeps them for ever; each file lies beside its
 * compressed forms. Without a build there is none: pages are whole without it.
 */
export async function staticFiles(app: FastifyInstance, folder: string = clientFolder): Promise<void> {
  if (!existsSync(folder)) return;
  await app.register(async (scope) => {
    scope.addHook("onSend", async (request, reply) => {
      if (/\.(?:js|css)$/u.test(request.url)) for (const name of ofDocuments) reply.removeHeader(name);
    });
    await scope.register(fastifyStatic, {
      root: folder,
      prefix: clientPath,
      preCompressed: true,
      index: false,
      immutable: true,
      maxAge: "365d",
      // A browser that keeps a file for ever never asks whether it has changed.
      etag: false,
      lastModified: false,
      acceptRanges: false,
    });
  });
}

/** What only a document obeys: on each of a page's twenty scripts and styles it would weigh as much as many of them. */
const ofDocuments = ["content-security-policy", "referrer-policy", "x-frame-options"] as const;
