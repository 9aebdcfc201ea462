/** Asks, and gives the asking up after `ms`: what was asked with the signal then throws, its body too. */
export async function inTime<T>(ms: number, ask: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const given = new AbortController();
  const timer = setTimeout(() => given.abort(), ms);
  try {
    return await ask(given.signal);
  } finally {
    clearTimeout(timer);
  }
}
