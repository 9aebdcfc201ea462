import { history } from "prosemirror-history";
import { toggleMark } from "prosemirror-commands";
import { Fragment, Slice } from "prosemirror-model";
import { TextSelection, type Command } from "prosemirror-state";
import { EditorView } from "prosemirror-view";

import { inspectText, isAllowedLink, textSchema } from "../../../shared/texts/index.ts";
import { CollabSession, type SessionPage } from "../collab-session.ts";
import { redo, undo } from "../undo.ts";
import type { OfferedWords } from "../words-of-steps.ts";
import { clipboardSerializer, domParser, markViews, nodeViews } from "./dom.ts";
import { sheetKeys } from "./keys.ts";
import { setKind, type Kind } from "./kinds.ts";
import { showNumbers } from "./numbers.ts";
import { pasteWithin } from "./paste.ts";
import { cursorState, type CursorState } from "./sheet-state.ts";

export interface EditorFacts extends Omit<SessionPage, "plugins"> {
  /** Where the sheet is mounted; what stood there is taken away once the text has come. */
  readonly place: HTMLElement;
  /** Of the sheet, for who does not see it. */
  readonly label: string;
  articleLabel(number: number): string;
  askLink(): void;
}

/** A sheet in a page: the session with its view, and what the tools ask of it. It knows no address and no message. */
export class SheetEditor {
  readonly session: CollabSession;
  private readonly facts: EditorFacts;
  private view: EditorView | null = null;

  constructor(facts: EditorFacts, kept: readonly OfferedWords[]) {
    this.facts = facts;
    const plugins = [
      history(),
      sheetKeys(() => facts.askLink()),
      showNumbers((number) => facts.articleLabel(number)),
      pasteWithin,
    ];
    const page: SessionPage = {
      text: facts.text,
      plugins,
      newClientId: () => facts.newClientId(),
      newBlockId: () => facts.newBlockId(),
      send: (message) => facts.send(message),
      pace: (push, slowly) => facts.pace(push, slowly),
      changed: () => {
        this.show();
        facts.changed();
      },
    };
    this.session = new CollabSession(page, kept);
  }

  /** Null before the text has come. */
  get cursor(): CursorState | null {
    return this.session.editor && cursorState(this.session.editor);
  }

  undo = (): void => this.run(undo);
  redo = (): void => this.run(redo);

  /** `settled`: the choice is made, and the cursor is wanted in the sheet again. */
  setKind(kind: Kind, settled: boolean): void {
    this.run(setKind(kind), settled);
  }

  focus(): void {
    this.view?.focus();
  }

  toggle(mark: "strong" | "em"): void {
    const type = textSchema.marks[mark];
    if (type) this.run(toggleMark(type));
  }

  /** Sets a link on what is selected, or on the link that the cursor is in; null takes it away. False: not allowed. */
  setLink(href: string | null): boolean {
    if (href !== null && !isAllowedLink(href)) return false;
    this.run((state, dispatch) => {
      const { link } = textSchema.marks;
      if (!link) return false;
      const { from, to } = state.selection.empty ? reachOfLink(state.selection.$from) : state.selection;
      const transaction = state.tr.removeMark(from, to, link);
      if (href !== null && to > from) transaction.addMark(from, to, link.create({ href }));
      if (href !== null && to === from) transaction.insert(from, textSchema.text(href, [link.create({ href })]));
      dispatch?.(transaction);
      return true;
    });
    return true;
  }

  /** A new article after the one, or the block, that the cursor is in; the cursor goes to its title. */
  insertArticle(): void {
    this.run((state, dispatch) => {
      const { article, articleTitle, paragraph } = textSchema.nodes;
      const { $from } = state.selection;
      if (!article || !articleTitle || !paragraph || $from.depth === 0) return false;
      const first = state.doc.child(0);
      const at =
        $from.node(1) === first && state.doc.maybeChild(1)?.type.name === "preamble"
          ? first.nodeSize + state.doc.child(1).nodeSize
          : $from.after(1);
      const transaction = state.tr.insert(at, article.create(null, [articleTitle.create(), paragraph.create()]));
      dispatch?.(transaction.setSelection(TextSelection.create(transaction.doc, at + 2)).scrollIntoView());
      return true;
    });
  }

  /** Words given back, put in where the cursor is, a paragraph a line. */
  putIn(words: OfferedWords): void {
    this.run((state, dispatch) => {
      const lines = words.text.split("\n").filter((line) => line.trim() !== "");
      const transaction = state.tr;
      const [first = ""] = lines;
      if (lines.length === 1) transaction.insertText(first);
      else transaction.replaceSelection(new Slice(Fragment.from(lines.map(paragraphOf)), 1, 1));
      if (inspectText(transaction.doc) !== null) return false;
      dispatch?.(transaction.scrollIntoView());
      return true;
    });
    this.session.takeBack(words);
  }

  goTo(block: string): void {
    this.session.editor?.doc.descendants((node, at) => {
      if (node.attrs["id"] !== block || !this.session.editor) return;
      const selection = TextSelection.near(this.session.editor.doc.resolve(at + 1));
      this.session.type(this.session.editor.tr.setSelection(selection).scrollIntoView());
      this.view?.focus();
    });
  }

  private run(command: Command, thenFocus = true): void {
    const state = this.session.editor;
    if (!state || this.session.refusal) return;
    command(state, (transaction) => this.session.type(transaction), this.view ?? undefined);
    if (thenFocus) this.focus();
  }

  private show(): void {
    const state = this.session.editor;
    if (!state) return;
    if (this.view) {
      if (this.view.state !== state) this.view.updateState(state);
      return this.view.setProps({ editable: () => this.session.says !== "closed" && this.session.says !== "loading" });
    }
    this.facts.place.textContent = "";
    this.view = new EditorView(this.facts.place, {
      state,
      nodeViews,
      markViews,
      domParser,
      clipboardSerializer,
      attributes: {
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": this.facts.label,
        class: "sheet-text",
        tabindex: "0",
      },
      dispatchTransaction: (transaction) => this.session.type(transaction),
    });
  }
}

const paragraphOf = (line: string) => textSchema.node("paragraph", null, [textSchema.text(line)]);

/** From where to where the link around the cursor reaches. */
function reachOfLink($at: TextSelection["$from"]): { from: number; to: number } {
  let from = $at.pos;
  let to = $at.pos;
  const mark = $at.marks().find((one) => one.type.name === "link");
  if (!mark) return { from, to };
  $at.parent.forEach((node, offset) => {
    const start = $at.start() + offset;
    if (!mark.isInSet(node.marks)) return;
    if (start <= to && start + node.nodeSize >= from) {
      from = Math.min(from, start);
      to = Math.max(to, start + node.nodeSize);
    }
  });
  return { from, to };
}
