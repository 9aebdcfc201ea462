import type { ServerMessage } from "../../shared/protocol.ts";
import type { Follower, Frame } from "../texts/index.ts";
import type { Wire } from "./wire.ts";

interface LineFacts {
  readonly gathering: string;
  readonly text: string;
  readonly writes: boolean;
  readonly draft: boolean;
}

/**
 * One text as one page follows it. A page that does not read fast enough gets no queue: frames are left out, and once it
 * has read what was sent it is given the commits that it missed, or the text.
 */
export class TextLine implements Follower {
  readonly gathering: string;
  readonly text: string;
  readonly writes: boolean;
  /** The version that the page has been brought to. */
  version = 0;
  behind = false;
  /** Not everybody may read it: whether this page still may is asked again and again. */
  draft: boolean;
  private readonly wire: Wire;
  /** Answers that must come after the commits they speak of. */
  private held: ServerMessage[] = [];

  constructor(wire: Wire, { gathering, text, writes, draft }: LineFacts) {
    this.draft = draft;
    this.wire = wire;
    this.gathering = gathering;
    this.text = text;
    this.writes = writes;
  }

  tell(frame: Frame, upTo: number): void {
    if (this.behind) return;
    if (this.wire.isFull()) {
      this.behind = true;
      return;
    }
    this.wire.send(frame);
    this.version = upTo;
  }

  answer(message: ServerMessage): void {
    if (this.behind) this.held.push(message);
    else this.wire.tell(message);
  }

  /** What was held, after the page has been caught up. */
  release(): void {
    for (const message of this.held.splice(0)) this.answer(message);
  }
}
