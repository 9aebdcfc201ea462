import * as history from "prosemirror-history";
import type { Command, Transaction } from "prosemirror-state";

/**
 * Undo and redo of the author's own changes. prosemirror-history carries them over the changes of others, and applies
 * what it carried without a guard: a step that has no place in the text any more throws there. Such a change can no
 * longer be undone: the command is false then, and the text stays as it is.
 */
export const undo: Command = (state, dispatch) => ifPossible(history.undo, state, dispatch);
export const redo: Command = (state, dispatch) => ifPossible(history.redo, state, dispatch);

function ifPossible(command: Command, ...[state, dispatch]: Parameters<Command>): boolean {
  const made: Transaction[] = [];
  try {
    if (!command(state, dispatch && ((transaction) => void made.push(transaction)))) return false;
  } catch (fault) {
    if (fault instanceof RangeError) return false;
    throw fault;
  }
  for (const transaction of made) dispatch?.(transaction);
  return true;
}
