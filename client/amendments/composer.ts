import { toggleMark } from "prosemirror-commands";
import { history } from "prosemirror-history";
import { EditorState, Plugin, PluginKey, type Command } from "prosemirror-state";
import { Decoration, DecorationSet, EditorView } from "prosemirror-view";

import { compareTexts, type Comparison } from "../../shared/amendments/index.ts";
import { inspectText, numberBlocks, textSchema, type BlockId, type TextNode } from "../../shared/texts/index.ts";
import {
  clipboardSerializer,
  cursorState,
  domParser,
  markViews,
  nodeViews,
  pasteWithin,
  sheetKeys,
  type CursorState,
} from "../texts/editor/index.ts";
import { giveIds, redo, undo } from "../texts/index.ts";
import { markRedline, type MarkWords } from "./redline-marks.ts";

export interface ComposerFacts {
  readonly place: HTMLElement;
  /** The text it is written on, and the text as its author has it. */
  readonly base: TextNode;
  readonly document: TextNode;
  /** Of the sheet, for who does not see it. */
  readonly label: string;
  readonly words: MarkWords;
  articleLabel(number: number): string;
  newBlockId(): BlockId;
  /** The author typed, or moved the cursor. */
  changed(): void;
  /** What changes was worked out anew: null when it cannot be proved. */
  compared(comparison: Comparison | null): void;
}

/** After so long without a keypress the redline is drawn anew; meanwhile its marks move along with the words. */
const idleMs = 250;

const markKey = new PluginKey<DecorationSet>("redline");

/** The sheet on which an amendment is written: the tabled text, edited in place on this device alone. */
export class Composer {
  private readonly facts: ComposerFacts;
  private readonly view: EditorView;
  private waiting: ReturnType<typeof setTimeout> | null = null;

  constructor(facts: ComposerFacts) {
    this.facts = facts;
    const plugins = [
      history(),
      sheetKeys(() => undefined),
      frozenNumbers(facts.base, (number) => facts.articleLabel(number)),
      marks,
      pasteWithin,
      giveIds(() => facts.newBlockId()),
      keepForm,
    ];
    facts.place.textContent = "";
    this.view = new EditorView(facts.place, {
      state: EditorState.create({ doc: facts.document, plugins }),
      nodeViews,
      markViews,
      domParser,
      clipboardSerializer,
      attributes: {
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": facts.label,
        class: "sheet-text redline",
        tabindex: "0",
      },
      dispatchTransaction: (transaction) => {
        this.view.updateState(this.view.state.apply(transaction));
        if (transaction.docChanged) this.compareSoon();
        facts.changed();
      },
    });
  }

  get document(): TextNode {
    return this.view.state.doc;
  }

  get cursor(): CursorState {
    return cursorState(this.view.state);
  }

  undo = (): void => this.run(undo);
  redo = (): void => this.run(redo);

  toggle(mark: "strong" | "em"): void {
    const type = textSchema.marks[mark];
    if (type) this.run(toggleMark(type));
  }

  /** Works out at once what changes, and draws it; called once when all around the sheet stands. */
  compare(): void {
    if (this.waiting !== null) clearTimeout(this.waiting);
    this.waiting = null;
    // Marks drawn inside a word that is being composed would break it off.
    if (this.view.composing) return this.compareSoon();
    const compared = compareTexts(this.facts.base, this.document);
    const drawn = compared.ok ? markRedline(this.document, compared.value, this.facts.words) : DecorationSet.empty;
    this.view.dispatch(this.view.state.tr.setMeta(markKey, drawn));
    this.facts.compared(compared.ok ? compared.value : null);
  }

  focus(): void {
    this.view.focus();
  }

  private compareSoon(): void {
    if (this.waiting !== null) clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.compare(), idleMs);
  }

  private run(command: Command): void {
    command(this.view.state, (transaction) => this.view.dispatch(transaction), this.view);
    this.focus();
  }
}

const marks: Plugin<DecorationSet> = new Plugin<DecorationSet>({
  key: markKey,
  state: {
    init: () => DecorationSet.empty,
    apply(transaction, before) {
      const drawn: unknown = transaction.getMeta(markKey);
      return drawn instanceof DecorationSet ? drawn : before.map(transaction.mapping, transaction.doc);
    },
  },
  props: {
    decorations: (state) => markKey.getState(state),
  },
});

/** The numbers of the text it is written on stay beside their blocks; what is new has a plus sign. */
function frozenNumbers(base: TextNode, articleLabel: (number: number) => string): Plugin<DecorationSet> {
  const numbers = numberBlocks(base);
  const known = new Set<unknown>();
  base.descendants((node) => {
    if (!node.isText) known.add(node.attrs["id"]);
  });
  const decorate = (doc: TextNode): DecorationSet => {
    const shown: Decoration[] = [];
    doc.descendants((node, at) => {
      if (node.isText) return;
      const id = String(node.attrs["id"]);
      const number = numbers.get(id);
      if (node.type.name === "article") {
        const label = number?.kind === "article" ? articleLabel(number.number) : "+";
        shown.push(Decoration.node(at + 1, at + 1 + node.child(0).nodeSize, { "data-label": label }));
      } else if (number?.kind === "paragraph" && number.heads) {
        shown.push(Decoration.node(at, at + node.nodeSize, { "data-no": String(number.number) }));
      } else if (node.type.name === "paragraph" && !known.has(id)) {
        shown.push(Decoration.node(at, at + node.nodeSize, { "data-no": "+" }));
      }
    });
    return DecorationSet.create(doc, shown);
  };
  return new Plugin<DecorationSet>({
    state: {
      init: (_, state) => decorate(state.doc),
      apply: (transaction, before) => (transaction.docChanged ? decorate(transaction.doc) : before),
    },
    props: {
      decorations(state) {
        return this.getState(state);
      },
    },
  });
}

/** Holds back a change that leaves what no text may be. */
const keepForm = new Plugin({
  filterTransaction: (transaction) => !transaction.docChanged || inspectText(transaction.doc) === null,
});
