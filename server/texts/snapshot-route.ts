import type { FastifyInstance } from "fastify";

import { canonicalJson } from "../../shared/journal/index.ts";
import { refuse } from "../../shared/refusals.ts";
import { plainJson, textHash } from "../../shared/texts/index.ts";
import { sendProblem, sessionCookie, withReason, type Parts } from "../http/index.ts";
import { readableText } from "./access.ts";
import { readDocument } from "./commits.ts";

/** `/r/:slug/textes/:text/instantane.json`: the text as it stands, in the canonical JSON that its hash is over. */
export function snapshotRoute(app: FastifyInstance, parts: Parts): void {
  app.get<{ Params: { slug: string; text: string } }>(
    "/r/:slug/textes/:text/instantane.json",
    async (request, reply) => {
      const { slug, text } = request.params;
      const found = await parts.storage.read(async (tx) => {
        const gathering = await parts.entrance.gathering(tx, slug);
        if (gathering === null) return refuse("not-found");
        const seat = await parts.entrance.seat(tx, gathering, request.cookies[sessionCookie]);
        const readable = await readableText(tx, gathering, seat.actor, text);
        if (!readable.ok) return { ...readable, code: withReason(readable.code, seat) };
        return { ok: true as const, value: await readDocument(tx, text, readable.value.version) };
      });
      if (!found.ok) return sendProblem(reply, found);
      const { version, head, doc } = found.value;
      const body = canonicalJson({ text, version, head, hash: textHash(doc), doc: plainJson(doc.toJSON()) });
      return reply.type("application/json; charset=utf-8").send(body);
    },
  );
}
