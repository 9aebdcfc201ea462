/**
 * The one polite live region of a page. At most a message each five seconds: of several said meanwhile, the last is told,
 * since it is the one that holds.
 */
export interface Sayer {
  say(words: string): void;
}

export const sayEveryMs = 5_000;

export function sayer(
  region: Pick<HTMLElement, "textContent">,
  clock: () => number,
  later: (run: () => void, ms: number) => void,
): Sayer {
  let lastMs = -Infinity;
  let waiting: string | null = null;

  const tell = (): void => {
    if (waiting === null) return;
    region.textContent = waiting;
    waiting = null;
    lastMs = clock();
  };

  return {
    say(words) {
      const idle = waiting === null;
      waiting = words;
      const restMs = lastMs + sayEveryMs - clock();
      if (restMs <= 0) tell();
      else if (idle) later(tell, restMs);
    },
  };
}
