/** So many a second, with a second's worth in hand at first. */
export class Pace {
  private readonly perSecond: number;
  private readonly clock: () => number;
  private inHand: number;
  private atMs: number;

  constructor(perSecond: number, clock: () => number) {
    this.perSecond = perSecond;
    this.clock = clock;
    this.inHand = perSecond;
    this.atMs = clock();
  }

  /** Whether one more may pass now; it has passed then. */
  take(): boolean {
    const nowMs = this.clock();
    const gained = (Math.max(0, nowMs - this.atMs) * this.perSecond) / 1_000;
    this.inHand = Math.min(this.perSecond, this.inHand + gained);
    this.atMs = nowMs;
    if (this.inHand < 1) return false;
    this.inHand--;
    return true;
  }
}
