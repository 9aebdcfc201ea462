import { Type, type Static } from "typebox";
import { Compile } from "typebox/compile";

import { limits } from "../../shared/limits.ts";
import type { ClientMessage, RefusedAbout } from "../../shared/protocol.ts";
import { ok, refuse, type Refused, type Result } from "../../shared/refusals.ts";

const closed = { additionalProperties: false } as const;
const name = Type.String({ minLength: 1, maxLength: 100, pattern: "^[A-Za-z0-9_.-]+$" });
const count = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });

const hello = Type.Object(
  {
    type: Type.Literal("hello"),
    protocol: count,
    epoch: Type.Union([Type.String({ maxLength: 100 }), Type.Null()]),
    cursor: count,
    inflates: Type.Optional(Type.Boolean()),
  },
  closed,
);
const open = Type.Object(
  { type: Type.Literal("open"), text: name, version: Type.Union([count, Type.Null()]), writes: Type.Boolean() },
  closed,
);
const leave = Type.Object({ type: Type.Literal("leave"), text: name }, closed);
const push = Type.Object(
  {
    type: Type.Literal("push"),
    text: name,
    base: count,
    client: Type.String({ minLength: 8, maxLength: 40, pattern: "^[A-Za-z0-9_-]+$" }),
    sequence: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }),
    // What a step is, shared/texts says: it is asked next.
    steps: Type.Array(Type.Unknown()),
  },
  closed,
);

const messages = [hello, open, leave, push];
const schema = Compile(Type.Union(messages));

/** Every message that a page can send, by its name. */
export const messageTypes: readonly string[] = messages.map((message) => message.properties.type.const);

/** What the page sent, or its refusal and what it is about, as far as that can be read: the page waits for an answer. */
export type Heard =
  | { readonly kind: "message"; readonly message: ClientMessage }
  | { readonly kind: "refused"; readonly refused: Refused; readonly about: RefusedAbout };

/** One frame of a page. Refuses malformed and too-large. */
export function hearFrame(data: Buffer, isBinary: boolean): Heard {
  const value = isBinary ? refuse("malformed") : parseJson(data.toString());
  const about = value.ok ? aboutOf(value.value) : {};
  if (data.length > limits.frameBytes) return { kind: "refused", refused: refuse("too-large"), about };
  if (!value.ok) return { kind: "refused", refused: value, about };
  if (!isMessage(value.value)) return { kind: "refused", refused: refuse("malformed"), about };
  return { kind: "message", message: value.value };
}

const isMessage = (value: unknown): value is Static<typeof hello | typeof open | typeof leave | typeof push> =>
  schema.Check(value);

function parseJson(text: string): Result<unknown> {
  try {
    return ok(JSON.parse(text));
  } catch {
    return refuse("malformed");
  }
}

function aboutOf(value: unknown): RefusedAbout {
  if (typeof value !== "object" || value === null) return {};
  const { text, client, sequence } = value as { text?: unknown; client?: unknown; sequence?: unknown };
  return {
    ...(typeof text === "string" ? { text } : {}),
    ...(typeof client === "string" ? { client } : {}),
    ...(typeof sequence === "number" ? { sequence } : {}),
  };
}
