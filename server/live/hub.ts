import { limits } from "../../shared/limits.ts";
import type { ServerMessage } from "../../shared/protocol.ts";
import type { SealedEntry } from "../../shared/journal/index.ts";
import type { Hub, Turnout } from "../http/index.ts";
import { readEntries } from "../journal/index.ts";
import type { Storage } from "../storage/index.ts";
import { Frame } from "../texts/index.ts";

/** Whoever hears a gathering's acts: a page's socket. */
export interface Hearer {
  /** A frame for its page, made once whoever hears it. */
  hear(frame: Frame): void;
  /** Acts were told, by their names: what it knew of rights may have changed. */
  acted(acts: readonly string[]): void;
}

/**
 * Tells what is on disk to the pages of this process and, by the bus, to other processes. What the bus announces is read
 * from the journal, so that a lost hint is made good by the next.
 */
export class LiveHub implements Hub {
  private readonly storage: Storage;
  private readonly acted: (gathering: string, acts: readonly string[]) => void;
  private readonly hearers = new Map<string, Set<Hearer>>();
  /** The last entry told, in each gathering. */
  private readonly toldUpTo = new Map<string, number>();
  /** The ballots whose turnout was just told, and what it has become since. */
  private readonly turnouts = new Map<string, string | null>();
  private closed = false;
  private readonly stopListening: () => void;

  /** `acted` is told of every act, whoever hears: what stands in memory may have to be read anew. */
  constructor(storage: Storage, acted: (gathering: string, acts: readonly string[]) => void) {
    this.storage = storage;
    this.acted = acted;
    this.stopListening = storage.bus.listen(
      (topic, id) => this.announced(topic, id),
      () => this.toldUpTo.forEach((_, gathering) => void this.readOn(gathering)),
    );
  }

  told(gathering: string, entries: readonly SealedEntry[]): void {
    this.tell(gathering, entries);
    const last = entries[entries.length - 1];
    if (last) this.storage.bus.announce("journal", `${gathering} ${last.sequence}`);
  }

  /** The first at once, then the last of each pause: votes come by the hundred, and only how many there are is told. */
  turnout(gathering: string, { ballot, voted, present }: Turnout): void {
    const news = `${gathering} ${ballot} ${voted} ${present}`;
    if (this.turnouts.has(ballot)) {
      this.turnouts.set(ballot, news);
      return;
    }
    this.turnouts.set(ballot, null);
    this.storage.bus.announce("turnout", news);
    setTimeout(() => this.tellTurnout(ballot), limits.turnoutPauseMs).unref();
  }

  private tellTurnout(ballot: string): void {
    const news = this.turnouts.get(ballot) ?? null;
    this.turnouts.set(ballot, null);
    if (news === null || this.closed) {
      this.turnouts.delete(ballot);
      return;
    }
    this.storage.bus.announce("turnout", news);
    setTimeout(() => this.tellTurnout(ballot), limits.turnoutPauseMs).unref();
  }

  changed(gathering: string): void {
    this.storage.bus.announce("changed", gathering);
  }

  discussed(gathering: string, amendment: string): void {
    this.storage.bus.announce("discussion", `${gathering} ${amendment}`);
  }

  /** The database was restored under this server: every page loads anew, and what was told before counts no more. */
  restored(epoch: string): void {
    this.toldUpTo.clear();
    for (const [gathering, hearers] of this.hearers) {
      for (const hearer of hearers) hearer.acted([]);
      this.send(gathering, { type: "reload", epoch });
    }
  }

  /** Hears all that is told from now on, until the returned function is called. */
  join(gathering: string, hearer: Hearer): () => void {
    const hearers = this.hearers.get(gathering) ?? new Set();
    this.hearers.set(gathering, hearers.add(hearer));
    return () => void hearers.delete(hearer);
  }

  /** The journal stands at least here: what other processes append is read from there on. */
  knows(gathering: string, sequence: number): void {
    this.toldUpTo.set(gathering, Math.max(sequence, this.toldUpTo.get(gathering) ?? 0));
  }

  close(): void {
    this.closed = true;
    this.stopListening();
  }

  private announced(topic: string, id: string): void {
    const [gathering = "", ...rest] = id.split(" ");
    if (!this.hearers.has(gathering)) return;
    if (topic === "journal" && Number(rest[0]) > (this.toldUpTo.get(gathering) ?? Infinity))
      void this.readOn(gathering);
    // No entry to name: whoever shows a page asks for a newer one.
    if (topic === "changed") this.send(gathering, { type: "entries", from: 0, entries: [] });
    if (topic === "discussion") this.send(gathering, { type: "discussion", amendment: rest[0] ?? "" });
    if (topic !== "turnout") return;
    const [ballot = "", voted, present] = rest;
    this.send(gathering, { type: "turnout", ballot, voted: Number(voted), present: Number(present) });
  }

  private async readOn(gathering: string): Promise<void> {
    const after = this.toldUpTo.get(gathering) ?? 0;
    const entries = await this.storage
      .read((tx) => readEntries(tx, gathering, after, limits.entriesPerFrame))
      .catch(() => []);
    if ((this.toldUpTo.get(gathering) ?? 0) === after) this.tell(gathering, entries);
  }

  private tell(gathering: string, entries: readonly SealedEntry[]): void {
    const told = entries.map(({ sequence, body }) => ({ sequence, act: actOf(body) }));
    const [first] = told;
    const last = told[told.length - 1];
    if (!first || !last) return;
    this.toldUpTo.set(gathering, Math.max(last.sequence, this.toldUpTo.get(gathering) ?? 0));
    this.send(gathering, { type: "entries", from: first.sequence, entries: told });
    const acts = told.map(({ act }) => act);
    this.acted(gathering, acts);
    for (const hearer of this.hearers.get(gathering) ?? []) hearer.acted(acts);
  }

  private send(gathering: string, message: ServerMessage): void {
    const frame = new Frame(JSON.stringify(message));
    for (const hearer of this.hearers.get(gathering) ?? []) hearer.hear(frame);
  }
}

function actOf(body: string): string {
  const { act }: { act?: unknown } = JSON.parse(body);
  return typeof act === "string" ? act : "";
}
