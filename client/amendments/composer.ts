import { toggleMark } from "prosemirror-commands";
import { history } from "prosemirror-history";
import {
  EditorState,
  Plugin,
  PluginKey,
  Selection,
  TextSelection,
  type Command,
  type Transaction,
} from "prosemirror-state";
import { Decoration, DecorationSet, EditorView } from "prosemirror-view";

import { compareTexts, takeBack, type ChangeSet, type Comparison } from "../../shared/amendments/index.ts";
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
import { gestures, makeGesture, unitAt, type Gesture, type Unit } from "./gestures.ts";
import { markRedline, type MarkWords } from "./redline-marks.ts";

export interface ComposerFacts {
  readonly place: HTMLElement;
  /** The text it is written on, and the text as its author has it. */
  readonly base: TextNode;
  readonly document: TextNode;
  /** The text whose numbers its blocks bear, when that is not the base: a sub-amendment is written on an amended text. */
  readonly numbered: TextNode;
  /** Of the sheet, for who does not see it. */
  readonly label: string;
  readonly words: MarkWords;
  newBlockId(): BlockId;
  /** The author typed, or moved the cursor. */
  changed(): void;
  /** What changes was worked out anew: null when it cannot be proved. */
  compared(comparison: Comparison | null): void;
  /** What stands struck is wanted back. */
  restore(block: BlockId): void;
}

/** Where one comes from: a block of the text, and the words in it that were chosen there, near `offset` letters from its start. */
export interface Opening {
  readonly block: BlockId;
  readonly words: string;
  readonly offset: number;
}

/** The article and the paragraph of the cursor, by their numbers in the text it is written on; null: it has none there. */
export interface CursorUnits {
  readonly block: { readonly number: number | null } | null;
  readonly article: { readonly number: number | null } | null;
  readonly can: Readonly<Record<Unit, readonly Gesture[]>>;
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
      frozenNumbers(facts.base, facts.numbered, facts.words.articleLabel),
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
    facts.place.addEventListener("click", ({ target }) => {
      const button = target instanceof Element ? target.closest<HTMLElement>("[data-restore]") : null;
      if (button) facts.restore(button.dataset["restore"] ?? "");
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

  get units(): CursorUnits {
    const { state } = this.view;
    const numbers = numberBlocks(this.facts.base);
    const numberOf = (unit: Unit): { readonly number: number | null } | null => {
      const found = unitAt(state, unit);
      return found && { number: numbers.get(String(found.node.attrs["id"]))?.number ?? null };
    };
    const can = (unit: Unit): readonly Gesture[] => gestures.filter((gesture) => makeGesture(gesture, unit)(state));
    return {
      block: numberOf("block"),
      article: numberOf("article"),
      can: { block: can("block"), article: can("article") },
    };
  }

  /** What was added is to be written: the cursor goes there. After other gestures the focus stays where the hand is. */
  gesture(gesture: Gesture, unit: Unit): void {
    this.perform(makeGesture(gesture, unit));
    if (gesture === "add") this.focus();
    this.compare();
  }

  /** Brings the cursor into a block, in front of what is changed there, and the block into view; what is struck is only shown. */
  goTo(block: BlockId, offset: number): void {
    const at = this.placeOf(block);
    if (at === null) {
      const struck = this.facts.place.querySelector(`[data-restore="${CSS.escape(block)}"]`);
      struck?.scrollIntoView({ block: "center" });
      return;
    }
    const { doc } = this.view.state;
    const inside = doc.nodeAt(at)?.isTextblock ? Math.min(offset, doc.nodeAt(at)?.content.size ?? 0) : 0;
    this.select(Selection.near(doc.resolve(at + 1 + inside)));
  }

  /** As it is opened from the text: the cursor in that block, or the words chosen that were chosen there. */
  openAt({ block, words, offset }: Opening): void {
    const at = this.placeOf(block);
    if (at === null) return;
    const { doc } = this.view.state;
    const start = Selection.near(doc.resolve(at + 1)).$from;
    const place = nearest(wordsIn(start.parent), words, offset);
    this.select(
      place === null
        ? Selection.near(start)
        : TextSelection.create(doc, start.start() + place, start.start() + place + words.length),
    );
  }

  /** One change less; the others stay, and the author may undo it. False when it cannot be found any more. */
  takeBack(comparison: Comparison, part: ChangeSet): boolean {
    const left = takeBack(this.facts.base, comparison, part);
    if (!left.ok) return false;
    this.view.dispatch(becoming(this.view.state, left.value));
    this.compare();
    return true;
  }

  /** What a part would be as an amendment of its own, and what is left without it. */
  apart(comparison: Comparison, part: ChangeSet): { readonly alone: TextNode; readonly rest: TextNode } | null {
    const others = comparison.changes.filter((change) => !part.includes(change));
    const alone = takeBack(this.facts.base, comparison, others);
    const rest = takeBack(this.facts.base, comparison, part);
    return alone.ok && rest.ok ? { alone: alone.value, rest: rest.value } : null;
  }

  /** Goes on with another document, with nothing to undo: what was submitted is gone from the sheet. */
  goOnWith(document: TextNode): void {
    const { plugins } = this.view.state;
    this.view.updateState(EditorState.create({ doc: document, plugins }));
    this.compare();
  }

  /** Works out at once what changes, and draws it; called once when all around the sheet stands. */
  compare(): void {
    if (this.waiting !== null) clearTimeout(this.waiting);
    this.waiting = null;
    // Marks drawn inside a word that is being composed would break it off.
    if (this.view.composing) return this.compareSoon();
    const compared = compareTexts(this.facts.base, this.document, this.facts.numbered);
    const drawn = compared.ok ? markRedline(this.document, compared.value, this.facts.words) : DecorationSet.empty;
    this.view.dispatch(this.view.state.tr.setMeta(markKey, drawn));
    this.facts.compared(compared.ok ? compared.value : null);
  }

  /** What was typed a moment ago is worked out now. */
  settle(): void {
    if (this.waiting !== null) this.compare();
  }

  focus(): void {
    this.view.focus();
  }

  private compareSoon(): void {
    if (this.waiting !== null) clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.compare(), idleMs);
  }

  private run(command: Command): void {
    this.perform(command);
    this.focus();
  }

  private perform(command: Command): void {
    command(this.view.state, (transaction) => this.view.dispatch(transaction), this.view);
  }

  private select(selection: Selection): void {
    this.view.dispatch(this.view.state.tr.setSelection(selection));
    this.focus();
    const { node } = this.view.domAtPos(selection.from);
    (node instanceof Element ? node : node.parentElement)?.scrollIntoView({ block: "center" });
  }

  private placeOf(block: BlockId): number | null {
    let place: number | null = null;
    this.view.state.doc.descendants((node, at) => {
      if (!node.isText && node.attrs["id"] === block) place = at;
      return place === null;
    });
    return place;
  }
}

/** One step from what stands to `document`, in the smallest stretch that differs. */
function becoming({ doc, tr }: EditorState, document: TextNode): Transaction {
  const from = doc.content.findDiffStart(document.content);
  const ends = doc.content.findDiffEnd(document.content);
  if (from === null || ends === null) return tr;
  const overlap = Math.max(0, from - Math.min(ends.a, ends.b));
  const [to, end] = [ends.a + overlap, ends.b + overlap];
  try {
    return tr.replace(from, to, document.slice(from, end)).scrollIntoView();
  } catch {
    // The two sides of the stretch lie at other depths: the whole text is put in its place.
    return tr.replaceWith(0, doc.content.size, document.content).scrollIntoView();
  }
}

/** The words of a block, one letter for whatever counts as one there. */
const wordsIn = (block: TextNode): string => block.textBetween(0, block.content.size, "", "\n");

/** Where these words stand, nearest to where they were chosen. */
function nearest(text: string, words: string, offset: number): number | null {
  let best: number | null = null;
  if (words === "") return null;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (best === null || Math.abs(at - offset) < Math.abs(best - offset)) best = at;
  }
  return best;
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
function frozenNumbers(
  base: TextNode,
  numbered: TextNode,
  articleLabel: (number: number) => string,
): Plugin<DecorationSet> {
  const numbers = numberBlocks(numbered);
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
