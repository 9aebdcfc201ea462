import type { Duplex } from "node:stream";
import type { WebSocket } from "ws";

import { limits } from "../../shared/limits.ts";
import type { ServerMessage } from "../../shared/protocol.ts";
import type { Frame } from "../texts/index.ts";

/** What is sent to one page. Frames for many are written as the bytes that were made once for all of them. */
export class Wire {
  private readonly socket: WebSocket;
  private readonly stream: Duplex;
  /** Whether the page said that it can inflate what is deflated. */
  inflates = false;

  /** `stream` is what the socket runs on. */
  constructor(socket: WebSocket, stream: Duplex) {
    this.socket = socket;
    this.stream = stream;
  }

  /** Beside the socket's own sending, which is as immediate: without extensions nothing waits there. */
  send(frame: Frame): void {
    if (this.socket.readyState === this.socket.OPEN) this.stream.write(frame.bytes(this.inflates));
  }

  tell(message: ServerMessage): void {
    if (this.socket.readyState === this.socket.OPEN) this.socket.send(JSON.stringify(message));
  }

  /** Whether so much waits in the kernel and here that the page does not keep up. */
  isFull(): boolean {
    return this.socket.bufferedAmount > limits.unsentBytesPerSocket;
  }

  /** Whether it has read nearly all that was sent. */
  isDrained(): boolean {
    return this.socket.bufferedAmount < limits.unsentBytesPerSocket / 8;
  }
}
