import type { WebSocket } from "ws";

import { limits } from "../../shared/limits.ts";
import type { ServerMessage } from "../../shared/protocol.ts";

/** What is sent to one page. Frames are strings made once for all who get them. */
export class Wire {
  private readonly socket: WebSocket;

  constructor(socket: WebSocket) {
    this.socket = socket;
  }

  send(frame: string): void {
    if (this.socket.readyState === this.socket.OPEN) this.socket.send(frame);
  }

  tell(message: ServerMessage): void {
    this.send(JSON.stringify(message));
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
