import { randomBytes } from "node:crypto";

import type { FastifyInstance, LightMyRequestResponse } from "fastify";

import { buildApp, type AppOptions } from "../../server/app.ts";
import { makeCreationLink } from "../../server/people/index.ts";
import type { Storage } from "../../server/storage/index.ts";
import { freshSqlite, type FreshStorage } from "./storage.ts";

/** The real app on a fresh SQLite folder, with a clock that the test moves and ids that count. */
export interface FreshApp {
  readonly app: FastifyInstance;
  readonly storage: Storage;
  readonly key: Uint8Array;
  /** What the app's clock says. */
  nowMs(): number;
  /** Moves the clock on; milliseconds. */
  pass(ms: number): void;
  [Symbol.asyncDispose](): Promise<void>;
}

export const host = "cahier.test";
export const origin = `http://${host}`;

/** On SQLite unless a store is given, which then is the test's to let go of. */
export async function freshApp(
  options: Omit<Partial<AppOptions>, "storage"> = {},
  store?: FreshStorage,
): Promise<FreshApp> {
  const fresh = store ?? (await freshSqlite());
  const key = Buffer.alloc(32, 7);
  let atMs = 1_579_334_400_000;
  const clock = options.clock ?? (() => atMs);
  let ids = 0;
  const app = await buildApp({
    storage: fresh.storage,
    key,
    epoch: "epoch-of-the-test",
    clock,
    ids: () => `id${(ids += 1)}`,
    ...options,
  });
  return {
    app,
    storage: fresh.storage,
    key,
    nowMs: clock,
    pass: (ms) => {
      atMs += ms;
    },
    async [Symbol.asyncDispose]() {
      await app.close();
      if (store === undefined) await fresh[Symbol.asyncDispose]();
    },
  };
}

export interface Asked {
  readonly cookie?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a browser sends when somebody opens a page. */
export const getPage = (app: FastifyInstance, url: string, asked: Asked = {}): Promise<LightMyRequestResponse> =>
  app.inject({ method: "GET", url, headers: { host, accept: "text/html", ...cookieHeader(asked), ...asked.headers } });

/** What a browser sends when somebody posts a form. */
export const postForm = (
  app: FastifyInstance,
  url: string,
  fields: Readonly<Record<string, string>>,
  asked: Asked = {},
): Promise<LightMyRequestResponse> =>
  app.inject({
    method: "POST",
    url,
    headers: {
      host,
      origin,
      accept: "text/html",
      "content-type": "application/x-www-form-urlencoded",
      ...cookieHeader(asked),
      ...asked.headers,
    },
    payload: new URLSearchParams(fields).toString(),
  });

/** What a page's script sends. */
export const postJson = (
  app: FastifyInstance,
  url: string,
  body: unknown,
  asked: Asked = {},
): Promise<LightMyRequestResponse> =>
  app.inject({
    method: "POST",
    url,
    headers: { host, origin, "content-type": "application/json", ...cookieHeader(asked), ...asked.headers },
    payload: typeof body === "string" ? body : JSON.stringify(body),
  });

/** The session that an answer gave, as the browser sends it back. */
export function sessionOf(answer: LightMyRequestResponse): string {
  const given = answer.cookies.find((cookie) => cookie.name === "cahier");
  if (!given) throw new Error(`No session in an answer ${answer.statusCode}: ${answer.body.slice(0, 300)}`);
  return `cahier=${given.value}`;
}

export interface Opened {
  readonly slug: string;
  /** The organiser's session. */
  readonly cookie: string;
}

/** Opens a gathering by a one-time link, as an organiser does. */
export async function openGathering({ app, storage, key }: FreshApp, name = "Commune des Communes"): Promise<Opened> {
  const link = await makeCreationLink(storage, key, randomBytes(24));
  const fields = { name, place: "Commercy", firstDay: "2020-01-18", timeZone: "Europe/Paris" };
  const answer = await postForm(app, `/organiser/${link}`, fields);
  const slug = /^\/r\/([^/]+)\//u.exec(String(answer.headers.location))?.[1];
  if (slug === undefined) throw new Error(`Not opened: ${answer.statusCode} ${answer.body.slice(0, 500)}`);
  return { slug, cookie: sessionOf(answer) };
}

const cookieHeader = (asked: Asked): Record<string, string> =>
  asked.cookie === undefined ? {} : { cookie: asked.cookie };
