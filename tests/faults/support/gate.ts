import { connect, createServer, type Socket } from "node:net";
import type { AddressInfo } from "node:net";

import { ClientFrames } from "./client-frames.ts";

/** Something that a page asks of the server, as its bytes went by: `vote.cast` with its form, `push` with its message. */
interface Passing {
  readonly act: string;
  /** The fields of a form, or of a push. */
  readonly fields: Readonly<Record<string, string>>;
}

/** What was cut short, and how far it had come. */
export interface CutShort extends Passing {
  /** The server had begun to answer; the answer was kept from the page. */
  readonly answered: boolean;
}

/** Which request is to be cut short, and how long after its bytes went by. */
interface Cut {
  readonly isIt: (passing: Passing) => boolean;
  readonly delayMs: number;
  readonly kill: () => Promise<void>;
}

/**
 * A wire between people and their server, on which nothing is changed. It can be told to have the server killed while a
 * request is under way: after a delay, or when the answer begins if that comes first. That answer is not let through:
 * the page knows only that it has asked.
 */
export interface Gate {
  readonly url: string;
  /** Resolves when the server is gone. */
  cutShort(cut: Cut): Promise<CutShort>;
  close(): Promise<void>;
}

export async function openGate(server: string): Promise<Gate> {
  const lines = new Set<Socket>();
  let waiting: ((line: Line, passing: Passing) => void) | null = null;
  const port = Number(new URL(server).port);

  const door = createServer((page) => {
    const upstream = connect(port, "127.0.0.1");
    const line = new Line(page, upstream, (passing) => waiting?.(line, passing));
    for (const end of [page, upstream]) {
      lines.add(end);
      end.on("close", () => lines.delete(end));
    }
  });
  await new Promise<void>((listening) => door.listen(0, "127.0.0.1", listening));
  const { port: ours } = door.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${ours}`,
    async cutShort({ isIt, delayMs, kill }) {
      const { line, passing } = await new Promise<{ line: Line; passing: Passing }>((passes) => {
        waiting = (at, seen) => {
          if (!isIt(seen)) return;
          waiting = null;
          at.keepAnswer(seen);
          passes({ line: at, passing: seen });
        };
      });
      await Promise.race([line.answers, new Promise((ends) => setTimeout(ends, delayMs))]);
      await kill();
      line.drop();
      return { ...passing, answered: line.wasAnswered };
    },
    close: async () => {
      for (const end of lines) end.destroy();
      await new Promise((closed) => door.close(closed));
    },
  };
}

/** One connection of a page, both its ends. */
class Line {
  /** The answer that is kept has begun. */
  readonly answers: Promise<void>;
  wasAnswered = false;
  private readonly page: Socket;
  private readonly upstream: Socket;
  private readonly passes: (passing: Passing) => void;
  private request = "";
  private frames: ClientFrames | null = null;
  private keptMark: string | null = null;
  private begins = (): void => undefined;

  constructor(page: Socket, upstream: Socket, passes: (passing: Passing) => void) {
    this.page = page;
    this.upstream = upstream;
    this.passes = passes;
    this.answers = new Promise((begins) => {
      this.begins = begins;
    });
    page.setNoDelay(true);
    upstream.setNoDelay(true);
    page.on("data", (bytes) => {
      upstream.write(bytes);
      for (const passing of this.read(bytes)) this.passes(passing);
    });
    upstream.on("data", (bytes) => this.answer(bytes));
    for (const [one, other] of [
      [page, upstream],
      [upstream, page],
    ] as const) {
      one.on("error", () => other.destroy());
      one.on("close", () => other.destroy());
    }
  }

  /** From now on what answers this is not let through. */
  keepAnswer({ act, fields }: Passing): void {
    this.keptMark = act === "push" ? `["${fields["client"]}",` : "";
  }

  drop(): void {
    this.page.destroy();
    this.upstream.destroy();
  }

  private answer(bytes: Buffer): void {
    if (this.keptMark === null || (!this.wasAnswered && !bytes.includes(this.keptMark))) {
      this.page.write(bytes);
      return;
    }
    this.wasAnswered = true;
    this.begins();
  }

  private read(bytes: Buffer): readonly Passing[] {
    if (this.frames) return this.frames.read(bytes).flatMap(pushIn);
    this.request += bytes.toString("latin1");
    const [head = "", body] = this.request.split("\r\n\r\n");
    const length = Number(/^content-length: (\d+)/imu.exec(head)?.[1] ?? 0);
    if (body === undefined || body.length < length) return [];
    this.request = "";
    if (/^GET \/r\/[^/\s]+\/direct /u.test(head)) this.frames = new ClientFrames();
    const [, act] = /^POST \/r\/[^/\s]+\/actes\/(\S+) /u.exec(head) ?? [];
    return act === undefined ? [] : [{ act, fields: Object.fromEntries(new URLSearchParams(body)) }];
  }
}

function pushIn(message: string): readonly Passing[] {
  const { type, client, sequence } = JSON.parse(message) as Record<string, unknown>;
  return type === "push" ? [{ act: "push", fields: { client: String(client), sequence: String(sequence) } }] : [];
}
