import type { SealedEntry } from "../../shared/journal/index.ts";
import { mayEver, refuseActor, standing, type Standing } from "../../shared/people/index.ts";
import { ok, refuse, type Result } from "../../shared/refusals.ts";
import { appendEntry } from "../journal/index.ts";
import type { Tx } from "../storage/index.ts";
import type { ActAnswer, ActContext, ActDefinition, ActGathering } from "./act.ts";
import type { Hub } from "./hub.ts";
import { saltsOf, type Parts } from "./parts.ts";
import { withReason, type Seat } from "./seat.ts";

/** Does one act, alone or in its group. */
export type RunAct = (definition: ActDefinition, call: ActCall) => Promise<Result<ActAnswer>>;

/** One request for an act, its body checked against the act's schema. */
export interface ActCall {
  readonly slug: string;
  readonly cookie: string | undefined;
  readonly body: unknown;
}

interface Done {
  readonly answer: ActAnswer;
  readonly gathering: string;
  readonly entries: readonly SealedEntry[];
  readonly tells: readonly ((hub: Hub) => void)[];
  readonly scrubs: boolean;
}

/**
 * Does one act: who asks, may they, the unit of work with its journal entries; then, once it is on disk, tells. A refusal
 * leaves nothing written and tells nobody.
 */
export async function runAct(parts: Parts, definition: ActDefinition, call: ActCall): Promise<Result<ActAnswer>> {
  const atMs = parts.clock();
  const done = await parts.storage.act((tx) => perform(parts, definition, call, tx, atMs));
  if (!done.ok) return done;
  if (done.value.scrubs) await parts.scrub();
  return ok(tell(parts, done.value));
}

/** Does several acts in one unit of work; each has its own answer or refusal, the unit is one. */
export async function runTogether(
  parts: Parts,
  asked: readonly { readonly definition: ActDefinition; readonly call: ActCall }[],
): Promise<Result<readonly Result<ActAnswer>[]>> {
  const atMs = parts.clock();
  const done = await parts.storage.act(async (tx) => {
    const each: Result<Done>[] = [];
    const known = await readTogether(parts, asked, tx);
    for (const [i, { definition, call }] of asked.entries()) {
      const [gathering, seat] = known[i] ?? [null, null];
      each.push(gathering && seat ? await performIn(parts, definition, call, { tx, atMs, gathering, seat }) : notFound);
    }
    return ok(each);
  });
  if (!done.ok) return done;
  if (done.value.some((one) => one.ok && one.value.scrubs)) await parts.scrub();
  return ok(done.value.map((one) => (one.ok ? ok(tell(parts, one.value)) : one)));
}

function tell({ hub }: Parts, { answer, gathering, entries, tells }: Done): ActAnswer {
  if (entries.length > 0) hub.told(gathering, entries);
  for (const tellBeside of tells) tellBeside(hub);
  return answer;
}

const notFound = refuse("not-found");

type Known = readonly [ActGathering | null, Seat | null];

/** The gathering and the seat of each call, and what its act is going to look at: read once for all that share the unit. */
async function readTogether(
  parts: Parts,
  asked: readonly { readonly definition: ActDefinition; readonly call: ActCall }[],
  tx: Tx,
): Promise<readonly Known[]> {
  const known: Known[] = asked.map(() => [null, null]);
  for (const slug of new Set(asked.map(({ call }) => call.slug))) {
    const gathering = await parts.entrance.gathering(tx, slug);
    if (gathering === null) continue;
    const here = asked.flatMap(({ definition, call }, place) =>
      call.slug === slug ? [{ definition, call, place }] : [],
    );
    const cookies = here.map(({ call }) => call.cookie);
    const seats = await parts.entrance.seats(tx, gathering, cookies);
    for (const [i, { place }] of here.entries()) known[place] = [gathering, seats[i] ?? null];
    for (const definition of new Set(here.map((one) => one.definition))) {
      const bodies = here.flatMap((one) => (one.definition === definition ? [one.call.body] : []));
      await definition.readAhead?.(tx, gathering, bodies);
    }
  }
  return known;
}

async function perform(
  parts: Parts,
  definition: ActDefinition,
  call: ActCall,
  tx: Tx,
  atMs: number,
): Promise<Result<Done>> {
  const gathering = await parts.entrance.gathering(tx, call.slug);
  if (gathering === null) return notFound;
  const seat = await parts.entrance.seat(tx, gathering, call.cookie);
  return performIn(parts, definition, call, { tx, atMs, gathering, seat });
}

interface Within {
  readonly tx: Tx;
  readonly atMs: number;
  readonly gathering: ActGathering;
  readonly seat: Seat;
}

async function performIn(
  parts: Parts,
  definition: ActDefinition,
  call: ActCall,
  { tx, atMs, gathering, seat }: Within,
): Promise<Result<Done>> {
  const allowed = await checkStanding(definition, tx, gathering, seat, call.body);
  if (!allowed.ok) return { ...allowed, code: withReason(allowed.code, seat) };
  if (gathering.state === "closed" && !definition.afterClosing) return refuse("wrong-state", "gathering-closed");

  const entries: SealedEntry[] = [];
  const tells: ((hub: Hub) => void)[] = [];
  let scrubs = false;
  const context: ActContext = {
    tx,
    gathering,
    actor: seat.actor,
    atMs,
    encrypted: parts.encrypted,
    newId: parts.ids,
    newSalt: saltsOf(parts.random),
    record: async (act, data) => {
      const by = seat.actor.participant ?? "public";
      const entry = await appendEntry(tx, gathering.id, { act, by, ...allowed.value, atMs, data });
      entries.push(entry);
      return entry;
    },
    afterDisk: (tell) => tells.push(tell),
    scrub: () => {
      scrubs = true;
    },
  };
  const answer = await definition.perform(context, call.body);
  return answer.ok ? ok({ answer: answer.value, gathering: gathering.id, entries, tells, scrubs }) : answer;
}

/** Whoever can never do it is told so before anything is looked up: a refusal says nothing of what exists. */
async function checkStanding(
  definition: ActDefinition,
  tx: Tx,
  gathering: ActGathering,
  seat: Seat,
  body: unknown,
): Promise<Result<Standing>> {
  if (!mayEver(seat.actor, definition.action)) return refuseActor(seat.actor, definition.action);
  const scope = await definition.scope(tx, gathering, body);
  if (!scope.ok) return scope;
  const held = standing(seat.actor, definition.action, { ...scope.value, gathering: gathering.id });
  return held === null ? refuseActor(seat.actor, definition.action) : ok(held);
}
