import type { ClientMessage, ServerMessage } from "../../../shared/protocol.ts";

/**
 * A pair of sockets that delivers only when told to, in order. Messages are carried as the bytes that they would be.
 * A cut loses what was under way to the client; what was under way to the server still arrives, later, as it does.
 */
export class HeldLine {
  private toServer: string[] = [];
  private toClient: string[] = [];
  open = true;

  clientSends(message: ClientMessage): void {
    if (this.open) this.toServer.push(JSON.stringify(message));
  }

  serverSends(frame: string): void {
    if (this.open) this.toClient.push(frame);
  }

  get waiting(): number {
    return this.toServer.length + this.toClient.length;
  }

  deliverToServer(): ClientMessage | null {
    const frame = this.toServer.shift();
    return frame === undefined ? null : JSON.parse(frame);
  }

  deliverToClient(): ServerMessage | null {
    const frame = this.toClient.shift();
    return frame === undefined ? null : JSON.parse(frame);
  }

  cut(): void {
    this.open = false;
    this.toClient = [];
  }
}
