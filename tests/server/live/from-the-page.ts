/**
 * A client written from docs/protocol.md alone: it imports nothing of Cahier. It opens one text, types at the end of its
 * first paragraph, and comes back after a cut.
 */
import { collab, receiveTransaction, sendableSteps } from "prosemirror-collab";
import { Node, Schema } from "prosemirror-model";
import { EditorState } from "prosemirror-state";
import { ReplaceStep, Step } from "prosemirror-transform";
import { WebSocket } from "ws";

// "At one place, an insertion that is carried over another stays before it."
ReplaceStep.MAP_BIAS = -1;

const id = { id: { default: "" } };
const schema = new Schema({
  topNode: "doc",
  nodes: {
    doc: { content: "title preamble? (heading | article | block)*" },
    title: { content: "text*", attrs: id, marks: "" },
    preamble: { content: "block+", attrs: id },
    heading: { content: "text*", attrs: id, marks: "em" },
    article: { content: "articleTitle block*", attrs: id },
    articleTitle: { content: "text*", attrs: id, marks: "em" },
    paragraph: { content: "inline*", attrs: id, group: "block" },
    list: { content: "item+", attrs: { ...id, ordered: { default: false } }, group: "block" },
    item: { content: "paragraph list?", attrs: id },
    quote: { content: "block+", attrs: id, group: "block" },
    text: { group: "inline" },
    lineBreak: { inline: true, group: "inline", attrs: id },
  },
  marks: { strong: {}, em: {}, link: { attrs: { href: {} }, inclusive: false } },
});

type Message = Readonly<Record<string, unknown>>;

interface Flight {
  readonly bytes: string;
  readonly sequence: number;
  /** How many of its steps are left among the unconfirmed ones. */
  left: number;
}

export interface Where {
  /** `ws://…/r/<slug>/direct` */
  readonly url: string;
  readonly origin: string;
  readonly cookie: string;
  readonly text: string;
}

export class ClientFromThePage {
  private readonly where: Where;
  private socket: WebSocket | null = null;
  private epoch: string | null = null;
  private state: EditorState | null = null;
  private client = "";
  private version = 0;
  private sequence = 0;
  private flight: Flight | null = null;
  /** The text was asked for, and the answer has not come. */
  private asked = false;
  /** What the server said last of why not. */
  refused = "";
  /** How often the text was loaded whole. */
  loads = 0;

  constructor(where: Where) {
    this.where = where;
  }

  get words(): string {
    return this.state?.doc.textBetween(0, this.state.doc.content.size, "\n") ?? "";
  }

  /** Whether all that was typed is confirmed. */
  get isSaved(): boolean {
    return this.state !== null && this.flight === null && this.unconfirmed() === 0;
  }

  /** Resolves when the server has greeted. */
  connect(): Promise<void> {
    const { url, origin, cookie } = this.where;
    const socket = new WebSocket(url, { origin, headers: { cookie } });
    this.socket = socket;
    return new Promise((greeted) => {
      socket.on("open", () => this.say({ type: "hello", protocol: 2, epoch: this.epoch, cursor: 0 }));
      socket.on("message", (data) => {
        if (socket !== this.socket) return;
        const message: Message = JSON.parse(Buffer.isBuffer(data) ? data.toString() : "{}");
        if (message["type"] === "welcome") greeted();
        this.hear(message);
      });
    });
  }

  /** The network goes, without a goodbye. */
  cut(): void {
    const socket = this.socket;
    this.socket = null;
    socket?.terminate();
  }

  type(words: string): void {
    if (!this.state) throw new Error("No text yet");
    let end = 0;
    this.state.doc.descendants((node, at) => {
      if (end === 0 && node.type.name === "paragraph") end = at + 1 + node.content.size;
      return end === 0;
    });
    this.state = this.state.apply(this.state.tr.insertText(words, end));
    this.push();
  }

  private say(message: Message | string): void {
    if (this.socket?.readyState !== WebSocket.OPEN) return;
    this.socket.send(typeof message === "string" ? message : JSON.stringify(message));
  }

  private open(version: number | null): void {
    this.asked = true;
    this.say({ type: "open", text: this.where.text, version, writes: true });
  }

  private hear(message: Message): void {
    switch (message["type"]) {
      case "welcome":
        this.epoch = String(message["epoch"]);
        return this.open(this.state ? this.version : null);
      case "reload":
        this.epoch = String(message["epoch"]);
        this.state = null;
        return this.say({ type: "hello", protocol: 2, epoch: this.epoch, cursor: 0 });
      case "snapshot":
        return this.load(message);
      case "commits":
        return this.follow(message);
      case "dropped":
        if (message["client"] !== this.client || this.flight?.left !== 0) return this.open(null);
        this.flight = null;
        return this.push();
      case "refused":
        this.refused = String(message["code"]);
        if (this.refused === "too-many" || this.refused === "try-again") setTimeout(() => this.sendAgain(), 1_000);
        return;
    }
  }

  private load({ doc, version }: Message): void {
    this.loads++;
    this.asked = false;
    this.client = `page-${Math.random().toString(36).slice(2, 12)}`;
    this.version = Number(version);
    this.sequence = 0;
    this.flight = null;
    this.state = EditorState.create({
      doc: Node.fromJSON(schema, doc),
      plugins: [collab({ clientID: this.client })],
    });
  }

  private follow({ after, commits }: Message): void {
    const told: readonly unknown[] = Array.isArray(commits) ? commits : [];
    for (const [k, commit] of told.entries()) {
      const version = Number(after) + k + 1;
      if (version <= this.version) continue;
      if (version > this.version + 1) return this.open(this.version);
      if (!Array.isArray(commit) || !this.take(commit)) return this.open(null);
      this.version = version;
    }
    // After a cut: the push whose commit did not come.
    if (this.asked) this.sendAgain();
    this.asked = false;
    this.push();
  }

  /** One commit; false when what comes back as one's own is not what one holds. */
  private take([client, sequence, own, repairs = []]: readonly unknown[]): boolean {
    if (!this.state || !Array.isArray(own) || !Array.isArray(repairs)) return false;
    const mine = client === this.client;
    if (mine && (this.flight?.sequence !== sequence || this.flight?.left !== own.length)) return false;
    const steps = [...own, ...repairs].map((step) => Step.fromJSON(schema, longForm(step)));
    const names = steps.map((_, k) => (mine && k < own.length ? this.client : "others"));
    const before = this.unconfirmed();
    const transaction = receiveTransaction(this.state, steps, names);
    const waiting = before - (mine ? own.length : 0);
    const survives = (k: number): boolean =>
      transaction.steps.length === 0 || transaction.mapping.getMirror(waiting - 1 - k) !== undefined;
    if (this.flight && !mine) {
      this.flight.left = Array.from({ length: this.flight.left }, (_, k) => survives(k)).filter(Boolean).length;
    }
    this.state = this.state.apply(transaction);
    if (mine) this.flight = null;
    return true;
  }

  private push(): void {
    const sendable = this.state && sendableSteps(this.state);
    if (this.flight || !sendable || this.socket?.readyState !== WebSocket.OPEN) return;
    const steps = sendable.steps.slice(0, 500).map((step) => shortForm(step.toJSON()));
    const { text } = this.where;
    const push = { type: "push", text, base: this.version, client: this.client, sequence: ++this.sequence, steps };
    this.flight = { bytes: JSON.stringify(push), sequence: this.sequence, left: steps.length };
    this.say(this.flight.bytes);
  }

  /** The same bytes: the server gives the answer that it gave. */
  private sendAgain(): void {
    if (this.flight) this.say(this.flight.bytes);
  }

  private unconfirmed(): number {
    return this.state ? (sendableSteps(this.state)?.steps.length ?? 0) : 0;
  }
}

/** "[at, words]", "[from, to]", "[from, to, words]", or the step's own JSON. */
function longForm(step: unknown): unknown {
  if (!Array.isArray(step)) return step;
  const [from, to] = typeof step[1] === "string" ? [step[0], step[0]] : step;
  const words: unknown = step[step.length - 1];
  if (typeof words !== "string") return { stepType: "replace", from, to };
  return { stepType: "replace", from, to, slice: { content: [{ type: "text", text: words }] } };
}

/** Only insertions are made short: the others may be sent as they are. */
function shortForm(step: Message): unknown {
  const { stepType, from, to, slice } = step;
  const only = JSON.stringify(slice);
  const words: unknown = /^\{"content":\[\{"type":"text","text":("(?:[^"\\]|\\.)*")\}\]\}$/u.exec(only ?? "")?.[1];
  return stepType === "replace" && from === to && typeof words === "string" ? [from, JSON.parse(words)] : step;
}
