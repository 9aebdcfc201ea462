import type { BrowserContext, Page, Response } from "playwright-core";

import { messageIn } from "../../support/message-in.ts";

export interface Watched {
  /** Each page and frame that held a forbidden word. */
  readonly found: readonly string[];
  /** How many answers and frames of the gatherings were read. */
  readonly read: number;
}

/** Reads all that the server sends to the people who come in, beneath what their pages show. */
export function makeWatch() {
  let forbidden: readonly string[] = [];
  let read = 0;
  const found: string[] = [];
  const look = (where: string, content: string): void => {
    read += 1;
    for (const words of forbidden) if (content.includes(words)) found.push(`${where}: ${words}`);
  };
  const follow = (page: Page): void => {
    page.on("response", (response) => void lookInto(response, look));
    page.on("websocket", (socket) =>
      socket.on("framereceived", ({ payload }) => look(socket.url(), messageIn(payload))),
    );
  };
  return {
    neverShows: (words: readonly string[]): void => {
      forbidden = words;
    },
    follow: (context: BrowserContext): void => {
      if (forbidden.length > 0) context.on("page", follow);
    },
    watched: (): Watched => ({ found, read }),
  };
}

/** An answer whose page was left before it could be read is lost to the watch, as to the person. */
async function lookInto(response: Response, look: (where: string, content: string) => void): Promise<void> {
  const { pathname } = new URL(response.url());
  if (!pathname.startsWith("/r/") || response.status() >= 300) return;
  const content = await response.text().catch(() => null);
  if (content !== null) look(pathname, content);
}
