import type { FastifyInstance } from "fastify";

import type { HomeView } from "../../shared/views/index.ts";
import { okView, outsideShell, sendPage, type Parts } from "../http/index.ts";
import { listGatherings } from "./gatherings.ts";

/** `/`: the only gathering, else the list. */
export function homeRoute(app: FastifyInstance, parts: Parts): void {
  app.get("/", async (_request, reply) => {
    const gatherings = await parts.storage.read(listGatherings);
    const [only] = gatherings;
    if (only && gatherings.length === 1) return reply.redirect(`/r/${only.slug}/`, 302);
    const view: HomeView = {
      page: "home",
      shell: outsideShell(parts, "/"),
      gatherings: gatherings.map(({ slug, name, place, firstDay, state }) => {
        return { slug, name, place, firstDayMs: Date.parse(`${firstDay}T12:00:00Z`), closed: state === "closed" };
      }),
    };
    return sendPage(reply, okView(view));
  });
}
