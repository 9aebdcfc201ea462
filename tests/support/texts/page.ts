import { CollabSession } from "../../../client/texts/index.ts";
import type { Follower, Frame, PushAnswer, TextAuthority } from "../../../server/texts/index.ts";
import type { ClientMessage, ServerMessage } from "../../../shared/protocol.ts";
import { decodeSteps, parseSteps } from "../../../shared/texts/index.ts";

/** A page that writes a text with an authority of this process, frames passing at once. */
export class Page implements Follower {
  readonly writes = true;
  readonly session: CollabSession;
  readonly frames: ServerMessage[] = [];
  readonly pushes: Extract<ClientMessage, { type: "push" }>[] = [];
  readonly answers: PushAnswer[] = [];
  /** What the page does some time after it was asked to wait. */
  tryAgain: () => void = () => undefined;
  private readonly authority: TextAuthority;
  private readonly name: string;

  constructor(authority: TextAuthority, name: string) {
    this.authority = authority;
    this.name = name;
    let ids = 0;
    this.session = new CollabSession({
      text: "t",
      plugins: [],
      newClientId: () => `${name}-client-${++ids}`,
      newBlockId: () => `${name}-${++ids}`,
      send: (message) => this.send(message),
      pace: (push, slowly) => {
        if (slowly) this.tryAgain = push;
        else push();
      },
      changed: () => undefined,
    });
  }

  /** Opens the line; null until then. */
  connect(): void {
    this.session.socketOpened();
  }

  cut(): void {
    void this.authority.leave("t", this);
    this.session.socketClosed();
  }

  /** Words at the end of the text's first paragraph. */
  type(words: string): void {
    const { editor } = this.session;
    if (!editor) throw new Error("No text yet");
    this.session.type(editor.tr.insertText(words, endOfFirstParagraph(editor.doc)));
  }

  get words(): string {
    return this.session.editor?.doc.textContent ?? "";
  }

  tell({ message }: Frame): void {
    this.receive(JSON.parse(message));
  }

  send(message: ClientMessage): void {
    if (message.type === "open") void this.authority.open("g1", "t", message.version, this);
    if (message.type !== "push") return;
    this.pushes.push(message);
    const steps = parseSteps(decodeSteps(message.steps));
    if (!steps.ok) throw new Error(steps.code);
    const { client, sequence, base } = message;
    void this.authority.push("g1", "t", {
      push: { client, sequence, base, steps: steps.value },
      owner: this.name,
      origin: { author: "kerloch" },
      atMs: 1_579_361_400_000,
      answer: (answer) => {
        this.answers.push(answer);
        const about = { text: "t", client, sequence };
        if (answer.kind === "dropped") this.receive({ type: "dropped", ...about, version: answer.version });
        else this.receive({ type: "refused", code: answer.refused.code, about });
      },
    });
  }

  private receive(message: ServerMessage): void {
    this.frames.push(message);
    if (
      message.type === "snapshot" ||
      message.type === "commits" ||
      message.type === "dropped" ||
      message.type === "refused"
    ) {
      this.session.receive(message);
    }
  }
}

function endOfFirstParagraph(doc: NonNullable<CollabSession["editor"]>["doc"]): number {
  let end = 0;
  doc.descendants((node, at) => {
    if (end === 0 && node.type.name === "paragraph") end = at + 1 + node.content.size;
  });
  return end;
}
