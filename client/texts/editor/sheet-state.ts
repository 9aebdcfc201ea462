import { redoDepth, undoDepth } from "prosemirror-history";
import type { MarkType } from "prosemirror-model";
import type { EditorState } from "prosemirror-state";

import { numberBlocks, textSchema } from "../../../shared/texts/index.ts";
import { kindAt, type Kind } from "./kinds.ts";

/** What the tools around the sheet show of where the cursor is. */
export interface CursorState {
  readonly title: string;
  readonly kind: Kind | "title" | null;
  readonly strong: boolean;
  readonly em: boolean;
  readonly link: string | null;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** The articles, and which one the cursor is in. */
  readonly plan: readonly { readonly id: string; readonly words: string; readonly current: boolean }[];
}

export function cursorState(state: EditorState): CursorState {
  const { strong, em, link } = textSchema.marks;
  const href: unknown = markAt(state, link)?.attrs["href"];
  return {
    title: state.doc.firstChild?.textContent ?? "",
    kind: kindAt(state),
    strong: markAt(state, strong) !== undefined,
    em: markAt(state, em) !== undefined,
    link: typeof href === "string" ? href : null,
    canUndo: undoDepth(state) > 0,
    canRedo: redoDepth(state) > 0,
    plan: planOf(state),
  };
}

/** The mark that holds at the cursor, or at the start of what is selected. */
function markAt(state: EditorState, type: MarkType | undefined) {
  const { $from, $to, empty } = state.selection;
  const marks = empty ? (state.storedMarks ?? $from.marks()) : ($from.marksAcross($to) ?? []);
  return marks.find((mark) => mark.type === type);
}

function planOf(state: EditorState): CursorState["plan"] {
  const numbers = numberBlocks(state.doc);
  const here = state.selection.$from.node(1);
  const plan: { id: string; words: string; current: boolean }[] = [];
  state.doc.forEach((node) => {
    const id = String(node.attrs["id"]);
    const number = numbers.get(id);
    if (number?.kind !== "article") return;
    plan.push({ id, words: `${number.number}. ${node.child(0).textContent}`, current: node === here });
  });
  return plan;
}
