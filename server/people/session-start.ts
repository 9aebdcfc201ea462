import type { FastifyReply } from "fastify";

import { cookiePath, makeCookie, sessionCookie, sessionHash, type Parts } from "../http/index.ts";

/** A session that is about to be opened: what the browser will carry, and the hash that is stored. */
export interface NewSession {
  readonly cookie: string;
  readonly hash: string;
  readonly atMs: number;
}

export function newSession(parts: Parts): NewSession {
  const cookie = makeCookie(parts.key, parts.random(18));
  const hash = sessionHash(parts.key, cookie);
  if (hash === null) throw new Error("A cookie of our own that is not ours");
  return { cookie, hash, atMs: parts.clock() };
}

const keptSeconds = 60 * 24 * 3600;

/** Gives the session to the browser, for this gathering's addresses only. */
export function giveSession(parts: Parts, reply: FastifyReply, slug: string, session: NewSession): void {
  reply.setCookie(sessionCookie, session.cookie, {
    path: cookiePath(slug),
    httpOnly: true,
    sameSite: "lax",
    secure: parts.encrypted,
    maxAge: keptSeconds,
  });
}

export function takeSession(parts: Parts, reply: FastifyReply, slug: string): void {
  reply.clearCookie(sessionCookie, {
    path: cookiePath(slug),
    httpOnly: true,
    sameSite: "lax",
    secure: parts.encrypted,
  });
}
