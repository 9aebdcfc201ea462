import { join } from "node:path";

import { build } from "vite";

import type { Page } from "playwright-core";

const root = join(import.meta.dirname, "../..");

/** The elements as one script, with what `tests/client/elements/shown.ts` lets a test do with them. */
export const elementScript = (): Promise<string> => scriptOf("tests/client/elements/shown.ts");

/** What listens to presses and keys on a page, as one script: `tests/client/enhance/listening.ts`. */
export const listeningScript = (): Promise<string> => scriptOf("tests/client/enhance/listening.ts");

async function scriptOf(entry: string): Promise<string> {
  const made = await build({
    configFile: false,
    root,
    logLevel: "warn",
    build: {
      write: false,
      minify: false,
      lib: { entry: join(root, entry), formats: ["iife"], name: "made" },
    },
  });
  const [first] = [made].flat();
  const chunk = first && "output" in first ? first.output[0] : undefined;
  if (chunk?.type !== "chunk") throw new Error("nothing was built");
  return chunk.code;
}

/** Shows one element of the page in a state. */
export const show = (page: Page, name: string, state: object): Promise<void> =>
  page.evaluate<void>(`shown.show(${JSON.stringify(name)}, ${JSON.stringify(state)})`);

/** What was wished since the last time, as `[event, detail]`. */
export const wishesOf = (page: Page): Promise<readonly (readonly [string, unknown])[]> =>
  page.evaluate<readonly (readonly [string, unknown])[]>("shown.wishes()");
