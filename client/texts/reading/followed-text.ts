import { Node } from "prosemirror-model";
import { Step } from "prosemirror-transform";

import type { ServerMessage } from "../../../shared/protocol.ts";
import { afterSteps, decodeSteps, textSchema, type TextNode } from "../../../shared/texts/index.ts";

/** A text as a page that only reads it follows it. */
export interface Followed {
  readonly version: number;
  readonly doc: TextNode;
}

type TextMessage = Extract<ServerMessage, { type: "snapshot" | "steps" }>;

/** The text after a message. Null: something is missing or does not apply, and the text is to be opened anew. */
export function followText(followed: Followed | null, message: TextMessage): Followed | null {
  if (message.type === "snapshot") return { version: message.version, doc: Node.fromJSON(textSchema, message.doc) };
  if (!followed || message.version <= followed.version) return followed;
  if (message.after !== followed.version) return null;
  try {
    const steps = decodeSteps(message.steps).map((json) => Step.fromJSON(textSchema, json));
    const doc = afterSteps(steps, followed.doc);
    return doc && { version: message.version, doc };
  } catch {
    return null;
  }
}
