import { fork } from "node:child_process";
import { join } from "node:path";

import type { Heard, Offer } from "./load.ts";

/**
 * Offers all requests at once from another process, each on a socket of its own, once the pages are open; resolves when all
 * are answered or lost.
 */
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
  const about = ["content-type: application/json", `content-length: ${Buffer.byteLength(json)}`];
  return `${headOf(port, `POST ${path}`, about, cookie)}${json}`;
}

/** A page as a browser asks for it. */
export const pageOf = (port: number, path: string, cookie?: string): string =>
  headOf(port, `GET ${path}`, ["accept: text/html"], cookie);

function headOf(port: number, asked: string, about: readonly string[], cookie: string | undefined): string {
  const address = `127.0.0.1:${port}`;
  const seat = cookie === undefined ? [] : [`cookie: ${cookie}`];
  return [`${asked} HTTP/1.1`, `host: ${address}`, `origin: http://${address}`, ...about, ...seat, "", ""].join("\r\n");
}
