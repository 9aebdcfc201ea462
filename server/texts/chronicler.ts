import { limits } from "../../shared/limits.ts";
import { ok } from "../../shared/refusals.ts";
import type { Storage } from "../storage/index.ts";
import { keepChronicle } from "./chronicles.ts";

/**
 * Keeps who wrote what, off the road of those who write: some commits of a text a second, however fast it is written.
 * What it has not kept yet, whoever reads it tells on from the commits.
 */
export class Chronicler {
  private readonly storage: Storage;
  private readonly report: (fault: unknown) => void;
  private readonly waiting = new Map<string, NodeJS.Timeout>();
  private running: Promise<void> = Promise.resolve();
  private closed = false;

  constructor(storage: Storage, report: (fault: unknown) => void) {
    this.storage = storage;
    this.report = report;
  }

  /** The text was opened, or has newer versions on disk. */
  wrote(text: string): void {
    if (this.closed || this.waiting.has(text)) return;
    const timer = setTimeout(() => this.keep(text), limits.chroniclePauseMs);
    timer.unref();
    this.waiting.set(text, timer);
  }

  async close(): Promise<void> {
    this.closed = true;
    for (const timer of this.waiting.values()) clearTimeout(timer);
    this.waiting.clear();
    await this.running;
  }

  private keep(text: string): void {
    this.waiting.delete(text);
    this.running = this.running.then(() => this.keepSome(text)).catch(this.report);
  }

  private async keepSome(text: string): Promise<void> {
    const more = await this.storage.act(async (tx) => ok(await keepChronicle(tx, text)));
    if (more.ok && more.value) this.wrote(text);
  }
}
