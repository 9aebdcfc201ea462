import { fork } from "node:child_process";
import { join } from "node:path";

import type { Following } from "./follow.ts";

/** Resolves when all of them look on. Nobody: at once. */
export async function follow(following: Following): Promise<{ leave(): void }> {
  if (following.count === 0) return { leave: () => undefined };
  const crowd = fork(join(import.meta.dirname, "follow.ts"), { serialization: "advanced" });
  await new Promise<void>((there, failed) => {
    crowd.once("message", () => there());
    crowd.once("exit", (status) => failed(new Error(`The followers ended with ${status}`)));
    crowd.send(following);
  });
  return { leave: () => crowd.disconnect() };
}
