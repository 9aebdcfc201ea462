import type { Static, TSchema } from "typebox";

import type { ActData, ActName, SealedEntry } from "../../shared/journal/index.ts";
import type { Action, Actor, Scope } from "../../shared/people/index.ts";
import type { Result } from "../../shared/refusals.ts";
import type { Tx } from "../storage/index.ts";

/** What the act is done in: the gathering as it stands in this unit of work. */
export interface ActGathering {
  readonly id: string;
  readonly slug: string;
}

export interface ActContext {
  readonly tx: Tx;
  readonly gathering: ActGathering;
  readonly actor: Actor;
  /** The role by which the act was allowed, and the delegation acted for when it is not the actor's own. */
  readonly atMs: number;
  newId(): string;
  /** Appends to the journal's chain in this same unit of work. */
  record<A extends ActName>(act: A, data: ActData[A]): Promise<SealedEntry>;
}

/** Where a form's author is sent, and what a JSON caller reads. */
export interface ActAnswer {
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
  scope(tx: Tx, gathering: ActGathering, body: Static<S>): Promise<Result<Omit<Scope, "gathering">>>;
  perform(context: ActContext, body: Static<S>): Promise<Result<ActAnswer>>;
  /** A form's fields are strings: turns them into the body that the schema checks. Absent when all fields are strings. */
  fromForm?(fields: Readonly<Record<string, string>>): unknown;
}

/** Keeps the schema's type for `scope` and `perform`, then forgets it so that acts of all schemas fit in one list. */
export function defineAct<S extends TSchema>(definition: ActDefinition<S>): ActDefinition {
  return definition;
}
