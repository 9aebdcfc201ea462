import { fork } from "node:child_process";
import { join } from "node:path";

import type { Heard, Offer } from "./load.ts";

/** Offers all requests at once from another process, each on a socket of its own; resolves when all are answered or lost. */
export function offer(asked: Offer): Promise<Heard> {
  const crowd = fork(join(import.meta.dirname, "load.ts"), { serialization: "advanced" });
  return new Promise((heard, failed) => {
    crowd.once("message", (answer: Heard) => heard(answer));
    crowd.once("exit", (status) => failed(new Error(`The crowd ended with ${status}`)));
    crowd.send(asked);
  });
}

/** One request as a page's script sends it, without what a bench does not need. */
export function requestOf(port: number, path: string, body: unknown, cookie?: string): string {
  const json = JSON.stringify(body);
  const head = [
    `POST ${path} HTTP/1.1`,
    `host: 127.0.0.1:${port}`,
    `origin: http://127.0.0.1:${port}`,
    "content-type: application/json",
    `content-length: ${Buffer.byteLength(json)}`,
    ...(cookie === undefined ? [] : [`cookie: ${cookie}`]),
  ];
  return `${head.join("\r\n")}\r\n\r\n${json}`;
}
