import { inTime } from "../connection/index.ts";
import type { AnyView } from "../page/index.ts";

/** `lost`: not this time. `silent`: no answer came at all, as on a Wi-Fi that drops everything without a word. */
export type FetchedView = AnyView | { readonly refused: string } | "lost" | "silent";

const answerWithinMs = 15_000;

/** Asks the server for the page's view as it is now. */
export async function fetchView({ shell: { gathering, path } }: AnyView): Promise<FetchedView> {
  const address = `/r/${gathering?.slug ?? ""}/etat.json?page=${encodeURIComponent(path)}`;
  try {
    return await inTime(answerWithinMs, async (signal) => {
      const answer = await fetch(address, {
        headers: { accept: "application/json" },
        credentials: "same-origin",
        cache: "no-cache",
        signal,
      });
      if (answer.status >= 500 || answer.status === 429) return "lost";
      const body: unknown = await answer.json();
      const refused = { refused: codeOf(body) };
      return answer.ok ? (parseView(body) ?? refused) : refused;
    });
  } catch (error) {
    return error instanceof DOMException && error.name === "AbortError" ? "silent" : "lost";
  }
}

/** Our own server speaks: what has a page and a shell is a view. */
export function parseView(value: unknown): AnyView | null {
  return typeof value === "object" && value !== null && "page" in value && "shell" in value ? (value as AnyView) : null;
}

const codeOf = (problem: unknown): string =>
  typeof problem === "object" && problem !== null && "code" in problem && typeof problem.code === "string"
    ? problem.code
    : "";
