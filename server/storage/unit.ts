import { AsyncLocalStorage } from "node:async_hooks";

import { isStorableText } from "../../shared/journal/index.ts";
import { UnstorableText, unwrap } from "./errors.ts";

/** Runs one statement. `rows` are arrays of values in the order of the columns asked for, `objects` have their names. */
export type Run = (
  sql: string,
  values: readonly unknown[],
  wants: "rows" | "objects" | "nothing",
) => Promise<unknown[]>;

/**
 * The life of one unit of work or one read. Its statements go through `run` while it lives; afterwards they throw,
 * because a late one would land in somebody else's unit. Its first failure fails the whole, even if `work` swallowed
 * it: PostgreSQL would roll back in silence.
 */
export class Unit {
  readonly #send: Run;
  #over = false;
  #failure: { readonly error: unknown } | null = null;
  readonly #atEnd: { readonly place: string; readonly run: () => Promise<unknown> }[] = [];

  constructor(send: Run) {
    this.#send = send;
  }

  get over(): boolean {
    return this.#over;
  }

  readonly run: Run = async (sql, values, wants) => {
    if (this.#over) throw new Error("A statement was sent after its unit of work had ended: was it awaited?");
    try {
      refuseUnstorable(values);
      return await this.#send(sql, values, wants);
    } catch (error) {
      this.#failure ??= { error };
      throw error;
    }
  };

  /** Sends a statement when `work` is done, all such statements in the order of their places. */
  atEnd(place: string, run: () => Promise<unknown>): void {
    if (this.#over) throw new Error("A statement was sent after its unit of work had ended: was it awaited?");
    this.#atEnd.push({ place, run });
  }

  /** Runs `work` and ends the unit. A second unit begun within `work` throws: it would wait for the first for ever. */
  async live<T>(work: () => Promise<T>): Promise<T> {
    try {
      const value = await inUnit.run(this, work);
      for (const { run } of this.#atEnd.toSorted((a, b) => (a.place < b.place ? -1 : 1))) await run();
      if (this.#failure) throw this.#failure.error;
      return value;
    } catch (error) {
      throw unwrap(this.#failure ? this.#failure.error : error);
    } finally {
      this.#over = true;
    }
  }
}

const inUnit = new AsyncLocalStorage<Unit>();

/** Throws when called from within a unit of work that has not ended. */
export function refuseNesting(): void {
  const unit = inUnit.getStore();
  if (unit && !unit.over) throw new Error("storage.act or storage.read was called within a unit of work");
}

function refuseUnstorable(values: readonly unknown[]): void {
  for (const value of values) {
    if (typeof value === "string" && !isStorableText(value)) {
      throw new UnstorableText("Text with U+0000 or an unpaired surrogate");
    }
  }
}
