import { Node } from "prosemirror-model";
import { Step } from "prosemirror-transform";

import type { ServerMessage, WireCommit } from "../../../shared/protocol.ts";
import { afterSteps, textSchema, type TextNode } from "../../../shared/texts/index.ts";

/** A text as a page that only reads it follows it. */
export interface Followed {
  readonly version: number;
  readonly doc: TextNode;
}

type TextMessage = Extract<ServerMessage, { type: "snapshot" | "commits" }>;

/** The text after a message. Null: a commit is missing or does not apply, and the text is to be opened anew. */
export function followText(followed: Followed | null, message: TextMessage): Followed | null {
  if (message.type === "snapshot") return { version: message.version, doc: Node.fromJSON(textSchema, message.doc) };
  return message.commits.reduce<Followed | null>(followCommit, followed);
}

function followCommit(followed: Followed | null, commit: WireCommit): Followed | null {
  if (!followed || commit.version <= followed.version) return followed;
  if (commit.version > followed.version + 1) return null;
  try {
    const steps = [...commit.steps, ...commit.repairs].map((json) => Step.fromJSON(textSchema, json));
    const doc = afterSteps(steps, followed.doc);
    return doc && { version: commit.version, doc };
  } catch {
    return null;
  }
}
