/**
 * The crowd, in a process of its own: asks for the pages from which it will vote, opens all its sockets, then offers one
 * request on each at once, and tells what each answer was and how long after the offer it had come. Started with an IPC
 * channel.
 */
import { connect, type Socket } from "node:net";

export interface Offer {
  readonly port: number;
  /** Whole requests, a socket each. */
  readonly requests: readonly string[];
  /** Asked and answered before: nobody votes without a page. */
  readonly pages?: readonly string[];
}

export interface Heard {
  /** Milliseconds from the offer to each whole answer; null: none came. */
  readonly afterMs: readonly (number | null)[];
  readonly statuses: readonly number[];
  readonly bodies: readonly string[];
}

/** Sockets that are being opened at a time: more would overflow the server's queue of the unaccepted. */
const openingAtOnce = 100;
const patienceMs = 120_000;

process.once("message", (offer: Offer) => {
  void offerAll(offer).then((heard) => process.send?.(heard, () => process.disconnect()));
});

async function offerAll({ port, requests, pages = [] }: Offer): Promise<Heard> {
  await inTurns(pages, (page) => openPage(port, page));
  const sockets = await inTurns(requests, () => open(port));
  const from = performance.now();
  const answers = await Promise.all(sockets.map((socket, i) => ask(socket, requests[i] ?? "")));
  for (const socket of sockets) socket.destroy();
  return {
    afterMs: answers.map((answer) => answer && answer.atMs - from),
    statuses: answers.map((answer) => Number(/^HTTP\/1\.1 (\d+)/u.exec(answer?.text ?? "")?.[1] ?? 0)),
    bodies: answers.map((answer) => answer?.text.slice(answer.text.indexOf("\r\n\r\n") + 4) ?? ""),
  };
}

async function inTurns<T, R>(all: readonly T[], each: (one: T) => Promise<R>): Promise<readonly R[]> {
  const done: R[] = [];
  for (let i = 0; i < all.length; i += openingAtOnce) {
    done.push(...(await Promise.all(all.slice(i, i + openingAtOnce).map(each))));
  }
  return done;
}

async function openPage(port: number, page: string): Promise<void> {
  const socket = await open(port);
  const answer = await ask(socket, page);
  socket.destroy();
  if (!answer?.text.startsWith("HTTP/1.1 200 ")) throw new Error(`A page did not open: ${answer?.text ?? "no answer"}`);
}

const open = (port: number): Promise<Socket> =>
  new Promise((opened, failed) => {
    const socket = connect({ port, host: "127.0.0.1", noDelay: true }, () => opened(socket));
    socket.once("error", failed);
  });

interface Answer {
  readonly text: string;
  readonly atMs: number;
}

/** Null when the connection is cut, or nothing whole comes in time. */
const ask = (socket: Socket, request: string): Promise<Answer | null> =>
  new Promise((answered) => {
    let text = "";
    const give = (answer: Answer | null): void => {
      clearTimeout(timer);
      answered(answer);
    };
    const timer = setTimeout(() => give(null), patienceMs);
    socket.removeAllListeners("error");
    socket.on("error", () => give(null));
    socket.on("close", () => give(null));
    socket.on("data", (bytes) => {
      text += bytes.toString("latin1");
      if (isWhole(text)) give({ text, atMs: performance.now() });
    });
    socket.write(request);
  });

function isWhole(text: string): boolean {
  const head = text.indexOf("\r\n\r\n");
  const length = Number(/^content-length: (\d+)/imu.exec(text)?.[1] ?? Number.NaN);
  return head >= 0 && text.length >= head + 4 + length;
}
