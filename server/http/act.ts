import type { Static, TSchema } from "typebox";

import type { ActData, ActName, SealedEntry } from "../../shared/journal/index.ts";
import type { Action, Actor, Scope } from "../../shared/people/index.ts";
import type { Result } from "../../shared/refusals.ts";
import type { Tx } from "../storage/index.ts";
import type { Hub } from "./hub.ts";

/** What the act is done in: the gathering as it stands in this unit of work. */
export interface ActGathering {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly place: string;
  /** `2020-01-18`, a day in the gathering's own time zone. */
  readonly firstDay: string;
  readonly timeZone: string;
  readonly language: string;
  readonly state: "open" | "closed";
  /** Whether the public may read drafts (`draft.read`). */
  readonly publicDrafts: boolean;
  /** How many co-signatures an amendment needs before it can be called. */
  readonly supporters: number;
}

export interface ActContext {
  readonly tx: Tx;
  readonly gathering: ActGathering;
  readonly actor: Actor;
  /** One time for the whole act, milliseconds. */
  readonly atMs: number;
  /** Whether browsers reach the server by HTTPS. */
  readonly encrypted: boolean;
  newId(this: void): string;
  /** 16 random bytes in hexadecimal, for words whose hash the journal holds. */
  newSalt(this: void): string;
  /**
   * Appends to the journal's chain in this same unit of work, in the role by which the act was allowed; for a delegation
   * that is not the actor's own it says so (`behalf`).
   */
  record<A extends ActName>(this: void, act: A, data: ActData[A]): Promise<SealedEntry>;
  /** Called once after disk, never when the act is refused: what is told beside the journal's entries. */
  afterDisk(this: void, tell: (hub: Hub) => void): void;
  /** Once this is on disk, and before anybody is told, what it deleted of secret ballots is made unreadable. */
  scrub(this: void): void;
}

/** Where a form's author is sent, and what a JSON caller reads. */
export interface ActAnswer {
  /** A path within the gathering, beginning with `/`, query included. */
  readonly see: string;
  readonly body?: Readonly<Record<string, unknown>>;
}

/**
 * One act = one `POST /r/:slug/actes/<action>`: a row of the permission table, a schema, and what it does.
 * `perform` runs inside the unit of work and may run twice; it decides by asking `shared`, then writes.
 */
export interface ActDefinition<S extends TSchema = TSchema> {
  readonly action: Action;
  readonly body: S;
  /** How long the body may be; `limits.formBytes` when absent. */
  readonly bodyBytes?: number;
  /**
   * Acts that arrive in the same turn share one unit of work, on disk before any is answered: for votes, which come by
   * the hundred. A refusal of such an act must have written nothing, because the others' writes stay.
   */
  readonly grouped?: boolean;
  /** Reads at once what `perform` is going to look at for each of these bodies; for acts that share a unit of work. */
  readAhead?(tx: Tx, gathering: ActGathering, bodies: readonly Static<S>[]): Promise<void>;
  /** Whether the act is still possible when the gathering is closed. */
  readonly afterClosing?: boolean;
  /** What the act is about, from the body alone or from the rows it names; refuses `not-found`. */
  scope(tx: Tx, gathering: ActGathering, body: Static<S>): Promise<Result<Omit<Scope, "gathering">>>;
  perform(context: ActContext, body: Static<S>): Promise<Result<ActAnswer>>;
  /** A form's fields are strings: turns them into the body that the schema checks. Absent when all fields are strings. */
  fromForm?(this: void, fields: Readonly<Record<string, string>>): unknown;
}

/** Keeps the schema's type for `scope` and `perform`, then forgets it so that acts of all schemas fit in one list. */
export function defineAct<S extends TSchema>(definition: ActDefinition<S>): ActDefinition {
  return definition;
}
