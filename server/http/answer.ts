import type { FastifyReply, FastifyRequest } from "fastify";

import { refusalWords, translator } from "../../shared/i18n/index.ts";
import { refusalStatus, type Refused } from "../../shared/refusals.ts";
import { drawPage } from "./draw.ts";
import { sendPacked } from "./packed.ts";
import { isForm } from "./posted-form.ts";
import type { View } from "./page.ts";
import type { PageRead } from "./read-page.ts";
import { refusalView } from "./refusal-view.ts";

/** A refusal for a program: problem+json (RFC 9457) with the words a delegate would read. */
export async function sendProblem(reply: FastifyReply, refused: Refused): Promise<FastifyReply> {
  const status = refusalStatus[refused.code];
  return reply
    .code(status)
    .type("application/problem+json; charset=utf-8")
    .header("cache-control", "no-store")
    .send(
      JSON.stringify({
        type: `urn:cahier:${refused.code}`,
        status,
        code: refused.code,
        title: refusalWords(translator("fr"), refused.code, refused.detail),
        ...(refused.detail === undefined ? {} : { detail: refused.detail }),
      }),
    );
}

/** A page as HTML; a refused one with its status, its words above the code form. */
export async function sendPage(reply: FastifyReply, read: PageRead, status = 200): Promise<FastifyReply> {
  const { view, shell } = read;
  if (!view.ok) return sendHtml(reply, refusalStatus[view.code], await drawPage(refusalView(shell, view)));
  return sendHtml(reply, status, await drawPage(view.value));
}

/** The same view for a client that draws by itself. */
export async function sendView(reply: FastifyReply, read: PageRead): Promise<FastifyReply> {
  if (!read.view.ok) return sendProblem(reply, read.view);
  return sendJson(reply, read.view.value);
}

export function sendJson(
  reply: FastifyReply,
  value: View | Readonly<Record<string, unknown>>,
): FastifyReply | Promise<FastifyReply> {
  reply.type("application/json; charset=utf-8").header("cache-control", "private, no-cache");
  return sendPacked(reply, JSON.stringify(value));
}

/** JSON that a browser saves under a name. */
export const sendFile = async (reply: FastifyReply, name: string, value: unknown): Promise<FastifyReply> =>
  reply
    .type("application/json; charset=utf-8")
    .header("cache-control", "no-store")
    .header("content-disposition", `attachment; filename="${name}"`)
    .send(JSON.stringify(value, null, 2));

/** Whether the answer is read by a person: a form was posted, or a page was asked for. */
export function readsPages(request: FastifyRequest): boolean {
  if (request.method === "POST") return isForm(request);
  const [path = ""] = request.url.split("?");
  return !path.endsWith(".json") && (request.headers.accept ?? "").includes("text/html");
}

/** 303: the browser asks for the page with GET, so that loading it again posts nothing. */
export const sendSee = async (reply: FastifyReply, path: string): Promise<FastifyReply> => reply.redirect(path, 303);

async function sendHtml(reply: FastifyReply, status: number, html: string): Promise<FastifyReply> {
  reply.code(status).type("text/html; charset=utf-8").header("cache-control", "private, no-cache");
  return sendPacked(reply, html);
}
