import type { FastifyInstance } from "fastify";
import { WebSocket } from "ws";

import { protocolVersion, type ClientMessage, type ServerMessage } from "../../shared/protocol.ts";

/** A page's socket to a real, listening server. */
export class TestSocket {
  readonly heard: ServerMessage[] = [];
  readonly socket: WebSocket;
  private waiting: (() => void)[] = [];

  constructor(socket: WebSocket) {
    this.socket = socket;
    socket.on("message", (data) => {
      this.heard.push(JSON.parse(Buffer.isBuffer(data) ? data.toString() : "null"));
      for (const wake of this.waiting.splice(0)) wake();
    });
    socket.on("close", () => {
      for (const wake of this.waiting.splice(0)) wake();
    });
  }

  send(message: ClientMessage | string | Buffer): void {
    this.socket.send(typeof message === "string" || Buffer.isBuffer(message) ? message : JSON.stringify(message));
  }

  /** The first message that is so, already heard or to come; throws when the line is closed before. */
  async until<M extends ServerMessage>(isIt: (message: ServerMessage) => message is M): Promise<M>;
  async until(isIt: (message: ServerMessage) => boolean): Promise<ServerMessage>;
  async until(isIt: (message: ServerMessage) => boolean): Promise<ServerMessage> {
    for (;;) {
      const found = this.heard.find(isIt);
      if (found) return found;
      if (this.socket.readyState !== WebSocket.OPEN) throw new Error(`Closed; heard ${JSON.stringify(this.heard)}`);
      await new Promise<void>((wake) => this.waiting.push(wake));
    }
  }

  of<T extends ServerMessage["type"]>(type: T): Promise<Extract<ServerMessage, { type: T }>> {
    return this.until((message): message is Extract<ServerMessage, { type: T }> => message.type === type);
  }

  /** Forgets what was heard. */
  clear(): void {
    this.heard.length = 0;
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.socket.once("close", () => resolve());
      this.socket.close();
    });
  }
}

/** The versions of a text that a message brings its page to: each commit's; the last, to who only reads. */
export function versionsIn(message: ServerMessage): readonly number[] {
  if (message.type === "steps") return [message.version];
  return message.type === "commits" ? message.commits.map((_, k) => message.after + k + 1) : [];
}

/** Whether the message tells that version of a text. */
export const tells =
  (version: number) =>
  (message: ServerMessage): boolean =>
    versionsIn(message).includes(version);

export interface SocketFacts {
  readonly slug: string;
  readonly cookie?: string;
  readonly origin?: string | null;
}

/** The address of a listening app, begun on a free port when it does not listen yet. */
async function addressOf(app: FastifyInstance): Promise<string> {
  if (!app.server.listening) await app.listen({ port: 0, host: "127.0.0.1" });
  const address = app.server.address();
  if (address === null || typeof address === "string") throw new Error("No port");
  return `127.0.0.1:${address.port}`;
}

/** Opens the page's socket; rejects with the HTTP status when it is refused. */
export async function openSocket(app: FastifyInstance, { slug, cookie, origin }: SocketFacts): Promise<TestSocket> {
  const address = await addressOf(app);
  const socket = new WebSocket(`ws://${address}/r/${slug}/direct`, {
    headers: cookie === undefined ? {} : { cookie },
    ...(origin === null ? {} : { origin: origin ?? `http://${address}` }),
  });
  const opened = new TestSocket(socket);
  await new Promise<void>((resolve, reject) => {
    socket.once("open", () => resolve());
    socket.once("unexpected-response", (_, response) => reject(new Error(`HTTP ${response.statusCode}`)));
    socket.once("error", reject);
  });
  return opened;
}

/** A page's socket that has said hello and heard the welcome. */
export async function openGreeted(app: FastifyInstance, facts: SocketFacts): Promise<TestSocket> {
  const page = await openSocket(app, facts);
  page.send({ type: "hello", protocol: protocolVersion, epoch: null, cursor: 0 });
  await page.of("welcome");
  page.clear();
  return page;
}
