import { setTimeout as sleep } from "node:timers/promises";
import { inflateRawSync } from "node:zlib";

import { expect, test } from "vitest";
import { WebSocket, WebSocketServer } from "ws";

import { Frame } from "../../../server/texts/index.ts";

const lengths = [0, 1, 125, 126, 1_023, 1_024, 65_535, 65_536, 300_000];
const messages = lengths.map((length) => "é«» mot ".repeat(Math.ceil(length / 8)).slice(0, length));

test.each([true, false])(
  "LIVE-14 a page that inflates (%s) reads every message as it was written, among those that the socket sends itself",
  async (inflates) => {
    const server = new WebSocketServer({ port: 0, perMessageDeflate: false });
    const heard: string[] = [];
    let binary = 0;
    server.on("connection", (socket, request) => {
      for (const message of messages) {
        request.socket.write(new Frame(message).bytes(inflates));
        socket.send("own");
      }
    });
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("No port");
    const page = new WebSocket(`ws://127.0.0.1:${address.port}`);
    page.on("message", (data, isBinary) => {
      const bytes = Buffer.isBuffer(data) ? data : Buffer.alloc(0);
      if (isBinary) binary++;
      heard.push((isBinary ? inflateRawSync(bytes) : bytes).toString());
    });
    while (heard.length < 2 * messages.length) await sleep(5);
    expect(heard).toEqual(messages.flatMap((message) => [message, "own"]));
    expect(binary > 0).toBe(inflates);
    page.terminate();
    server.close();
  },
);

test("LIVE-14 the bytes are made once, whoever gets them; short ones are never deflated", () => {
  const [short, long] = [new Frame("mot"), new Frame("mot ".repeat(1_000))];
  expect(short.bytes(true)).toBe(short.bytes(false));
  expect(long.bytes(true)).toBe(long.bytes(true));
  expect(long.bytes(true).length).toBeLessThan(long.bytes(false).length / 10);
});
