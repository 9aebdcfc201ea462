/** How soon pushes follow each other: at most about sixteen a second, and after the server asked to wait, a second later. */
export function pacePushes(): (push: () => void, slowly: boolean) => void {
  let lastMs = 0;
  let waiting: ReturnType<typeof setTimeout> | null = null;
  return (push, slowly) => {
    if (slowly) setTimeout(push, slowMs + Math.random() * slowMs);
    if (slowly || waiting !== null) return;
    const waitMs = lastMs + betweenMs - Date.now();
    const go = (): void => {
      waiting = null;
      lastMs = Date.now();
      push();
    };
    if (waitMs <= 0) go();
    else waiting = setTimeout(go, waitMs);
  };
}

const betweenMs = 60;
const slowMs = 1_000;

/** A random name, of hexadecimal digits; `getRandomValues` works in pages without HTTPS too. */
export const randomName = (bytes: number): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) => byte.toString(16).padStart(2, "0")).join("");
