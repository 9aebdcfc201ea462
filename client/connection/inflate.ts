/** Whether this browser can inflate what a server deflated. */
export const canInflate = ((): boolean => {
  try {
    return Boolean(new DecompressionStream("deflate-raw"));
  } catch {
    return false;
  }
})();

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

const inflated = (bytes: Blob): Promise<string> =>
  new Response(bytes.stream().pipeThrough(new DecompressionStream("deflate-raw"))).text();
