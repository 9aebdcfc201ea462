import websocket from "@fastify/websocket";
import type { FastifyInstance } from "fastify";
import type { WebSocket } from "ws";

import { limits } from "../../shared/limits.ts";
import { isOwnOrigin, RefusedRequest, sessionCookie, sessionHash, type Parts } from "../http/index.ts";
import { hearFrame } from "./message.ts";
import { PageSocket, type LiveParts } from "./page-socket.ts";
import { Wire } from "./wire.ts";

/** The most that a frame may hold before the line is cut rather than answered. */
const cutFrameBytes = 4 * limits.frameBytes;
const catchUpEveryMs = 250;
const askAliveEveryMs = 30_000;
const goodbyeMs = 500;

/** `/r/:slug/direct`: one socket a page, for all that is live. Only pages of ours may open it. */
export async function liveRoutes(app: FastifyInstance, parts: Parts & LiveParts): Promise<void> {
  const pages = new Map<WebSocket, PageSocket>();
  const open = new Map<string, number>();
  await app.register(websocket, {
    options: { maxPayload: cutFrameBytes, perMessageDeflate: false },
    preClose: sayGoodbye(app, pages),
  });

  const owner = (cookie: string | undefined): string => sessionHash(parts.key, cookie) ?? "";
  const hasPlace = (who: string): boolean =>
    (open.get(who) ?? 0) < (who === "" ? limits.socketsWithoutSession : limits.socketsPerSession);

  app.get<{ Params: { slug: string } }>(
    "/r/:slug/direct",
    {
      websocket: true,
      preValidation: async (request) => {
        if (isOwnOrigin(request, parts.origins) !== true) throw new RefusedRequest("wrong-origin");
        if (!hasPlace(owner(request.cookies[sessionCookie]))) throw new RefusedRequest("too-many");
        const { slug } = request.params;
        const gathering = await parts.storage.read((tx) => parts.entrance.gathering(tx, slug));
        if (gathering === null) throw new RefusedRequest("not-found");
      },
    },
    (socket, request) => {
      const cookie = request.cookies[sessionCookie];
      const who = owner(cookie);
      const page = new PageSocket(parts, new Wire(socket, request.socket), { slug: request.params.slug, cookie });
      pages.set(socket, page);
      open.set(who, (open.get(who) ?? 0) + 1);
      socket.on("message", (data, isBinary) => {
        if (!Buffer.isBuffer(data)) return;
        page.receive(hearFrame(data, isBinary)).catch((err: unknown) => request.log.error({ err }, "socket"));
      });
      socket.on("error", () => socket.terminate());
      socket.on("close", () => {
        pages.delete(socket);
        open.set(who, (open.get(who) ?? 1) - 1);
        if (open.get(who) === 0) open.delete(who);
        page.closed();
      });
    },
  );
  keepAlive(app, pages);
}

/** Whoever was behind is caught up; whoever does not answer at all is let go. */
function keepAlive(app: FastifyInstance, pages: ReadonlyMap<WebSocket, PageSocket>): void {
  const silent = new WeakSet<WebSocket>();
  const catchUp = setInterval(() => {
    for (const page of pages.values()) page.catchUp().catch((err: unknown) => app.log.error({ err }, "catching up"));
  }, catchUpEveryMs);
  const askAlive = setInterval(() => {
    for (const socket of pages.keys()) {
      if (silent.has(socket)) socket.terminate();
      silent.add(socket);
      socket.once("pong", () => silent.delete(socket));
      socket.ping();
    }
  }, askAliveEveryMs);
  app.addHook("onClose", async () => {
    clearInterval(catchUp);
    clearInterval(askAlive);
  });
}

/** At closing every page is told, and whoever does not hear it in time is cut off. */
const sayGoodbye = (app: FastifyInstance, pages: ReadonlyMap<WebSocket, PageSocket>) => (done: () => void) => {
  for (const socket of pages.keys()) socket.close(1001);
  setTimeout(() => {
    for (const socket of pages.keys()) socket.terminate();
  }, goodbyeMs).unref();
  app.websocketServer.close(() => undefined);
  done();
};
