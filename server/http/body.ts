import type { FastifyInstance } from "fastify";

import { isStorableText } from "../../shared/journal/index.ts";
import { RefusedRequest } from "./refused-request.ts";

/** Deeper JSON than any schema of ours. */
const deepest = 100;

/**
 * The two bodies that Cahier reads, JSON and plain forms, through its own parsers: strict UTF-8, no U+0000, no unpaired
 * surrogate, no field twice. Anything else is `malformed`, too long is `too-large` (the route's body limit).
 */
export function readBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("application/json", { parseAs: "buffer" }, (_request, body, done) => {
    parseWith(parseJson, body, done);
  });
  app.addContentTypeParser("application/x-www-form-urlencoded", { parseAs: "buffer" }, (_request, body, done) => {
    parseWith(parseForm, body, done);
  });
}

function parseJson(text: string): unknown {
  const value: unknown = JSON.parse(text);
  assertStorable(value, 0);
  return value;
}

function parseForm(text: string): Readonly<Record<string, string>> {
  decodeURIComponent(text.replaceAll("+", " "));
  const fields: Record<string, string> = Object.create(null);
  for (const [name, value] of new URLSearchParams(text)) {
    if (name in fields) throw new Error(`The field ${name} stands twice`);
    assertStorable(name, 0);
    assertStorable(value, 0);
    fields[name] = value.replaceAll("\r\n", "\n");
  }
  return fields;
}

/** Strict, and without memory between two bodies. */
const utf8 = new TextDecoder("utf-8", { fatal: true });

type Done = (error: Error | null, body?: unknown) => void;

function parseWith(parse: (text: string) => unknown, body: string | Buffer, done: Done): void {
  let value: unknown;
  try {
    value = parse(typeof body === "string" ? body : utf8.decode(body));
  } catch {
    done(new RefusedRequest("malformed"));
    return;
  }
  done(null, value);
}

function assertStorable(value: unknown, depth: number): void {
  if (depth > deepest) throw new Error("Too deep");
  if (typeof value === "string") {
    if (!isStorableText(value)) throw new Error("Text that cannot be kept");
  } else if (Array.isArray(value)) {
    for (const item of value) assertStorable(item, depth + 1);
  } else if (typeof value === "object" && value !== null) {
    for (const [name, member] of Object.entries(value)) {
      assertStorable(name, depth);
      assertStorable(member, depth + 1);
    }
  }
}
