/** Lets `places` works run at a time, the others waiting in order, at most `waitingLimit` of them. */
export class Turns {
  readonly #waiting: (() => void)[] = [];
  readonly #waitingLimit: number;
  #free: number;
  readonly #places: number;
  #ended = false;
  #idle: (() => void) | null = null;

  constructor(places: number, waitingLimit: number) {
    this.#places = places;
    this.#free = places;
    this.#waitingLimit = waitingLimit;
  }

  /** Runs `work` when its turn comes; null, and `work` never runs, when too many wait. Throws after `end`. */
  async take<T>(work: () => Promise<T>): Promise<T | null> {
    if (this.#ended) throw new Error("The storage is closed");
    if (this.#free > 0) this.#free--;
    else if (this.#waiting.length >= this.#waitingLimit) return null;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      return await work();
    } finally {
      this.#pass();
    }
  }

  /** Runs `work` when all places are its own. Two at once would wait for each other for ever. */
  takeAll<T>(work: () => Promise<T>): Promise<T | null> {
    let taking: () => Promise<T | null> = work;
    for (let place = 0; place < this.#places; place++) {
      const inner = taking;
      taking = () => this.take(inner);
    }
    return taking();
  }

  /** Takes no more work; resolves when all that was taken has run. */
  async end(): Promise<void> {
    this.#ended = true;
    if (this.#free === this.#places) return;
    await new Promise<void>((resolve) => {
      this.#idle = resolve;
    });
  }

  #pass(): void {
    const next = this.#waiting.shift();
    if (next) return next();
    this.#free++;
    if (this.#free === this.#places) this.#idle?.();
  }
}
