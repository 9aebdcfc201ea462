import { promisify } from "node:util";
import { gzip } from "node:zlib";

import type { FastifyReply } from "fastify";

const gzipped = promisify(gzip);

/** Less is sent as it is: the headers alone are half of that. */
const leastBytes = 1_000;

/**
 * Sends a page or a view compressed to whoever takes it: three hundred phones share one Wi-Fi. A page carries the token of
 * its session; nobody can guess at it by the length of what is sent, since the cookie goes with no request of another site.
 */
export function sendPacked(reply: FastifyReply, body: string): FastifyReply | Promise<FastifyReply> {
  reply.header("vary", "accept-encoding");
  const takes = /\bgzip\b/u.test(reply.request.headers["accept-encoding"] ?? "");
  if (!takes || body.length < leastBytes) return reply.send(body);
  return sendGzipped(reply, body);
}

async function sendGzipped(reply: FastifyReply, body: string): Promise<FastifyReply> {
  return reply.header("content-encoding", "gzip").send(await gzipped(body));
}
