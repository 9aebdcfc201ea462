import {
  chainCommands,
  deleteSelection,
  joinBackward,
  joinForward,
  liftEmptyBlock,
  selectAll,
  selectNodeBackward,
  selectNodeForward,
  toggleMark,
} from "prosemirror-commands";
import { keydownHandler } from "prosemirror-keymap";
import { Fragment } from "prosemirror-model";
import { liftTarget } from "prosemirror-transform";
import { Plugin, TextSelection, type Command, type EditorState } from "prosemirror-state";

import { textSchema } from "../../../shared/texts/index.ts";
import { redo, undo } from "../undo.ts";
import { dissolveArticle } from "./kinds.ts";

const { paragraph, item, lineBreak, articleTitle } = textSchema.nodes;
const { strong, em } = textSchema.marks;

/** What keys do in the sheet. Tab leaves it, as everywhere on the page. */
export const sheetKeys = (askLink: () => void): Plugin => {
  const backward = chainCommands(deleteSelection, openEmptyArticle, liftAtStart, joinBackward, selectNodeBackward);
  const forward = chainCommands(deleteSelection, joinForward, selectNodeForward);
  const link: Command = () => {
    askLink();
    return true;
  };
  const keys: Record<string, Command> = {
    Enter: chainCommands(liftEmptyBlock, enter),
    "Shift-Enter": breakLine,
    Backspace: backward,
    "Mod-Backspace": backward,
    "Shift-Backspace": backward,
    Delete: forward,
    "Mod-Delete": forward,
    "Mod-a": selectAll,
    "Mod-k": link,
    "Mod-z": undo,
    "Mod-y": redo,
    "Shift-Mod-z": redo,
  };
  if (strong) keys["Mod-b"] = toggleMark(strong);
  if (em) keys["Mod-i"] = toggleMark(em);
  return new Plugin({ props: { handleKeyDown: keydownHandler(keys) } });
};

/**
 * A new paragraph or item. At the start of a block its words keep their id and an empty block comes before; after a
 * title, what follows the cursor becomes a paragraph below.
 */
const enter: Command = (state, dispatch) => {
  const clean = state.selection.empty ? state : state.apply(state.tr.deleteSelection());
  const transaction = state.selection.empty ? state.tr : state.tr.deleteSelection();
  const { $from } = clean.selection;
  if (!$from.parent.isTextblock || !paragraph) return false;
  if ($from.parent.type !== paragraph) {
    if (!dispatch) return true;
    const rest = Fragment.from($from.parent.content.cut($from.parentOffset));
    const at = placeBelow(clean);
    const waiting = clean.doc.resolve(at).nodeAfter;
    const isThere = rest.size === 0 && waiting?.type === paragraph && waiting.content.size === 0;
    if (!isThere) transaction.insert(at, paragraph.create(null, rest)).delete($from.pos, $from.end());
    const below = at + 1 - (isThere ? 0 : rest.size);
    dispatch(transaction.setSelection(TextSelection.create(transaction.doc, below)).scrollIntoView());
    return true;
  }
  if (!dispatch) return true;
  const inItem = $from.node(-1).type === item && $from.index(-1) === 0;
  const depth = inItem ? 2 : 1;
  if ($from.parentOffset > 0 || $from.parent.content.size === 0) {
    dispatch(transaction.split($from.pos, depth).scrollIntoView());
  } else {
    const empty = inItem && item ? item.create(null, paragraph.create()) : paragraph.create();
    dispatch(transaction.insert($from.before($from.depth - depth + 1), empty).scrollIntoView());
  }
  return true;
};

/** Where a paragraph can stand below the title that the cursor is in. */
function placeBelow(state: EditorState): number {
  const { $from } = state.selection;
  const after = $from.after();
  const next = state.doc.resolve(after).nodeAfter;
  return next?.type.name === "preamble" ? after + 1 : after;
}

const breakLine: Command = (state, dispatch) => {
  const { $from, $to } = state.selection;
  if (!lineBreak || $from.parent.type !== paragraph || $to.parent.type !== paragraph) return false;
  dispatch?.(state.tr.replaceSelectionWith(lineBreak.create()).scrollIntoView());
  return true;
};

/** At the start of an article whose title is empty: the article goes, its paragraphs stay. */
const openEmptyArticle: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!empty || $from.parent.type !== articleTitle || $from.parent.content.size > 0) return false;
  const transaction = dissolveArticle(state);
  if (transaction) dispatch?.(transaction.scrollIntoView());
  return transaction !== null;
};

/** At the start of the first paragraph of an item or a quotation: out of it, words and all. */
const liftAtStart: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!empty || $from.parentOffset > 0 || $from.depth < 2) return false;
  const around = $from.node(-1).type.name;
  if ((around !== "item" && around !== "quote") || $from.index(-1) > 0) return false;
  const lifted = liftOut(state);
  if (lifted) dispatch?.(lifted.scrollIntoView());
  return lifted !== null;
};

function liftOut(state: EditorState) {
  const range = state.selection.$from.blockRange();
  const target = range ? liftTarget(range) : null;
  return range && target !== null ? state.tr.lift(range, target) : null;
}
