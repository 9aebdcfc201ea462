import { Step } from "prosemirror-transform";

import { hashText } from "../journal/index.ts";
import { textHash, type SealedCommit } from "./commit.ts";
import type { FrozenVersion } from "./life.ts";
import { afterSteps } from "./rebase.ts";
import { textSchema, type TextNode } from "./schema.ts";
import type { KnownCommit, PushName } from "./history.ts";

/** A version with its document: what a commit follows. */
export interface Standing {
  readonly version: number;
  readonly head: string;
  readonly doc: TextNode;
}

/** Redoes a stored commit on the version before it. Null when it does not follow: wrong hash, place in the chain or steps. */
export function replayCommit(before: Standing, sealed: SealedCommit, push: PushName): KnownCommit | null {
  if (hashText(sealed.body) !== sealed.hash || sealed.version !== before.version + 1) return null;
  try {
    const body: StoredBody = JSON.parse(sealed.body);
    if (body.previous !== before.head || body.version !== sealed.version) return null;
    const own = body.steps.map((json) => Step.fromJSON(textSchema, json));
    const repairs = body.repairs.map((json) => Step.fromJSON(textSchema, json));
    const steps = [...own, ...repairs];
    const doc = afterSteps(steps, before.doc);
    return doc && { push, own, repairs, steps, doc, sealed };
  } catch {
    return null;
  }
}

/** What `sealCommit` wrote; a body that is otherwise throws where it is used, and is caught there. */
interface StoredBody {
  readonly previous: string;
  readonly version: number;
  readonly steps: readonly unknown[];
  readonly repairs: readonly unknown[];
}

export const freeze = ({ version, head, doc }: Standing): FrozenVersion => ({ version, head, hash: textHash(doc) });
