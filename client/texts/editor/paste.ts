import { Plugin } from "prosemirror-state";

import { inspectText } from "../../../shared/texts/index.ts";

/** A paste that the text could not hold as it is comes in as plain words. */
export const pasteWithin = new Plugin({
  props: {
    handlePaste(view, _event, slice) {
      if (inspectText(view.state.tr.replaceSelection(slice).doc) === null) return false;
      const words = slice.content.textBetween(0, slice.content.size, " ", " ");
      view.dispatch(view.state.tr.insertText(words).scrollIntoView());
      return true;
    },
  },
});
