/** Looked for by its name: browsers without it (before Safari 16.4) are told everything as text. */
const Inflater: unknown = Reflect.get(globalThis, "DecompressionStream");

/** What undoes RFC 1951; null where a browser has none, or none of that form. */
function inflater(): ReadableWritablePair<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> | null {
  try {
    return typeof Inflater === "function" ? Reflect.construct(Inflater, ["deflate-raw"]) : null;
  } catch {
    return null;
  }
}

/** Whether this browser can inflate what a server deflated. */
export const canInflate = inflater() !== null;

/**
 * Gives on each message in the order in which they came: text as it is, bytes inflated, which takes a moment; those behind
 * wait for it. What cannot be inflated ends the line: `broken`.
 */
export function inOrder(hear: (message: string) => void, broken: () => void): (data: unknown) => void {
  let before: Promise<void> | null = null;
  return (data) => {
    if (typeof data === "string" && before === null) return hear(data);
    const now: Promise<void> = Promise.all([textOf(data), before])
      .then(([message]) => hear(message))
      .catch(broken)
      .finally(() => {
        if (before === now) before = null;
      });
    before = now;
  };
}

const textOf = async (data: unknown): Promise<string> => (data instanceof Blob ? inflated(data) : String(data));

async function inflated(bytes: Blob): Promise<string> {
  const through = inflater();
  if (!through) throw new Error("A message that was not asked for");
  return new Response(bytes.stream().pipeThrough(through)).text();
}
