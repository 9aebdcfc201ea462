/** People who look on, in a process of its own: half follow the text, half the hall's screen. Ends with its parent. */
import { WebSocket } from "ws";

import { protocolVersion } from "../../../shared/protocol.ts";

export interface Following {
  readonly port: number;
  readonly slug: string;
  readonly text: string;
  readonly count: number;
}

process.once("message", ({ port, slug, text, count }: Following) => {
  const all = Array.from({ length: count }, (_, i) => join(port, slug, i % 2 === 0 ? text : null));
  void Promise.all(all).then(() => process.send?.("there"));
});
process.once("disconnect", () => process.exit(0));

/** Resolves once the page was answered what it asked for. */
const join = (port: number, slug: string, text: string | null): Promise<void> =>
  new Promise((answered, failed) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/r/${slug}/direct`, { origin: `http://127.0.0.1:${port}` });
    socket.once("error", failed);
    socket.on("open", () => {
      socket.send(JSON.stringify({ type: "hello", protocol: protocolVersion, epoch: null, cursor: 0 }));
      if (text !== null) socket.send(JSON.stringify({ type: "open", text, version: null }));
    });
    const awaited = text === null ? '"type":"welcome"' : '"type":"snapshot"';
    socket.on("message", (data) => {
      if (Buffer.isBuffer(data) && data.includes(awaited)) answered();
    });
  });
