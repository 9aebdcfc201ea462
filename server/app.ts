import { randomBytes, randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { createServer as createTlsServer } from "node:https";

import cookie from "@fastify/cookie";
import fastify, { type FastifyInstance } from "fastify";

import { limits } from "../shared/limits.ts";
import {
  actRoutes,
  answerErrors,
  guardRequests,
  limitRates,
  logOptions,
  openApi,
  pageRoutes,
  readBodies,
  securityHeaders,
  staticFiles,
  type LogStream,
  type Parts,
} from "./http/index.ts";
import { followEpoch, LiveHub, liveRoutes } from "./live/index.ts";
import { importRoutes, sheafRoutes } from "./amendments/index.ts";
import { ballotExportRoutes, scrubUrns } from "./ballots/index.ts";
import { recordRoutes } from "./declarations/index.ts";
import { entranceOf, entranceRoutes } from "./people/index.ts";
import { beingVoted } from "./plenary/index.ts";
import { ownWords, rooms, template } from "./rooms.ts";
import type { StorageRefused } from "./storage/index.ts";
import { snapshotRoute, TextAuthority } from "./texts/index.ts";

/** What an installation is built of; what is left out is the real thing. */
export interface AppOptions extends Pick<Parts, "storage" | "key"> {
  /** As it was when the database was opened. */
  readonly epoch: string;
  /** Asks for it anew. Throws `StorageRefused` when the database is another key's; absent: it never changes. */
  readonly readEpoch?: () => Promise<string>;
  /** Told when the database was restored under the server and the server cannot go on with it. */
  readonly refused?: (refused: StorageRefused) => void;
  readonly clock?: () => number;
  readonly ids?: () => string;
  readonly random?: (bytes: number) => Uint8Array;
  readonly origins?: readonly string[];
  readonly hallOrigin?: Parts["hallOrigin"];
  /** Absent: nothing is logged. */
  readonly logLevel?: string;
  readonly logTo?: LogStream;
  /** Told each route as it is added, HEAD and sockets too: `POST /entrer`. */
  readonly seeRoute?: (route: string) => void;
  readonly tls?: { readonly cert: string; readonly key: string };
}

/** Builds the whole server without listening: `npm start` and the tests build the same. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const app = bareServer(options);
  const authority = new TextAuthority(options.storage, (err) => app.log.error({ err }, "a turn of the texts"));
  const hub = new LiveHub(options.storage, (gathering, acts) => {
    if (acts.some((act) => /^(?:text|amendment)\./u.test(act))) authority.refresh(gathering);
  });
  const epoch = followEpoch(options.storage, options.epoch, {
    read: options.readEpoch ?? (async () => options.epoch),
    restored: (now) => {
      authority.forget();
      hub.restored(now);
    },
    refused: options.refused ?? ((refused) => app.log.error(refused.message)),
  });
  const scrub = () =>
    scrubUrns(options.storage).catch((err: unknown) => {
      app.log.error({ err }, "the traces of secret ballots are still on the disk");
    });
  const parts = partsOf(options, { hub, epoch: epoch.now, scrub });
  app.addHook("onRoute", ({ method, url }) => {
    for (const one of [method].flat()) options.seeRoute?.(`${one} ${url}`);
  });
  await app.register(cookie);
  securityHeaders(app);
  await limitRates(app, parts.key);
  await openApi(app);
  readBodies(app);
  guardRequests(app, parts);
  answerErrors(app, parts);
  await staticFiles(app);
  app.get("/health", async () => ({ status: "ok", engine: parts.storage.engine }));
  entranceRoutes(app, parts, template, ownWords);
  actRoutes(app, parts);
  pageRoutes(app, parts);
  ballotExportRoutes(app, parts);
  sheafRoutes(app, parts, beingVoted);
  importRoutes(app, parts, beingVoted);
  recordRoutes(app, parts);
  snapshotRoute(app, parts);
  await liveRoutes(app, { ...parts, hub, authority });
  app.addHook("onReady", scrub);
  app.addHook("onClose", async () => {
    epoch.close();
    hub.close();
    await authority.close();
  });
  return app;
}

function partsOf(options: AppOptions, running: Pick<Parts, "hub" | "epoch" | "scrub">): Parts {
  const { storage, key, origins = [] } = options;
  return {
    storage,
    key,
    ...running,
    origins,
    clock: options.clock ?? Date.now,
    ids: options.ids ?? randomUUID,
    random: options.random ?? randomBytes,
    encrypted: options.tls !== undefined || origins.some((origin) => origin.startsWith("https:")),
    hallOrigin: options.hallOrigin ?? ((asked) => asked),
    entrance: entranceOf(key),
    ...rooms(key),
  };
}

function bareServer(options: AppOptions): FastifyInstance {
  const { tls, logLevel, logTo } = options;
  return fastify({
    ...(logLevel === undefined ? {} : { logger: logOptions(logLevel, logTo) }),
    // One logger for all requests: who sent one is never said, so no line names its request.
    childLoggerFactory: (logger) => logger,
    serverFactory: (answer) => (tls === undefined ? createServer(answer) : createTlsServer(tls, answer)),
    bodyLimit: limits.formBytes,
    forceCloseConnections: true,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false, useDefaults: false, allErrors: false } },
  });
}
