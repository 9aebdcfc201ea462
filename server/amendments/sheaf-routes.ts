import type { FastifyInstance, FastifyReply } from "fastify";
import { Type } from "typebox";

import { sheafJson } from "../../shared/amendments/index.ts";
import { refuse } from "../../shared/refusals.ts";
import { sendFile, sendProblem, type Parts } from "../http/index.ts";
import type { AmendmentNeighbours } from "./neighbours.ts";
import { exportedSheaf, gatherSheaf, sheafTable } from "./sheaf.ts";

const ofText = Type.Object({ slug: Type.String(), text: Type.String() });

interface Params {
  readonly slug: string;
  readonly text: string;
}

/** `textes/:t/liasse.json`, which another assembly reads in (docs/sheaf-format.md), and `liasse.csv`. For all. */
export function sheafRoutes(app: FastifyInstance, { storage, entrance }: Parts, neighbours: AmendmentNeighbours): void {
  const read = ({ slug, text }: Params) =>
    storage.read(async (tx) => {
      const gathering = await entrance.gathering(tx, slug);
      const sheaf = gathering && (await gatherSheaf(tx, gathering, text, neighbours));
      if (!gathering || !sheaf) return null;
      const name = `liasse-${gathering.slug}-${sheaf.text.ordinal}`;
      return { name, table: sheafTable(sheaf, gathering.language), sheaf: await exportedSheaf(tx, sheaf) };
    });
  const options = { schema: { params: ofText, tags: ["textes"] } };
  app.get<{ Params: Params }>("/r/:slug/textes/:text/liasse.json", options, async ({ params }, reply) => {
    const found = await read(params);
    return found
      ? sendFile(reply, `${found.name}.json`, sheafJson(found.sheaf))
      : sendProblem(reply, refuse("not-found"));
  });
  app.get<{ Params: Params }>("/r/:slug/textes/:text/liasse.csv", options, async ({ params }, reply) => {
    const found = await read(params);
    return found ? sendTable(reply, `${found.name}.csv`, found.table) : sendProblem(reply, refuse("not-found"));
  });
}

const sendTable = async (reply: FastifyReply, name: string, table: string): Promise<FastifyReply> =>
  reply
    .type("text/csv; charset=utf-8")
    .header("cache-control", "no-store")
    .header("content-disposition", `attachment; filename="${name}"`)
    .send(table);
