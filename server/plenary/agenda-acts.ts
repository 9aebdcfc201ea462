import { Type, type Static } from "typebox";

import { limits } from "../../shared/limits.ts";
import {
  agendaWords,
  currentItem,
  endItem,
  itemKinds,
  mayChange,
  mayRemove,
  reserveItem,
  startItem,
} from "../../shared/plenary/index.ts";
import { ok, refuse, type Result } from "../../shared/refusals.ts";
import { underWay } from "../../shared/ballots/index.ts";
import { listBallots } from "../ballots/index.ts";
import { defineAct, type ActAnswer, type ActContext } from "../http/index.ts";
import { keepWords } from "../journal/index.ts";
import { addItem, changeItem, readAgenda, setItemState, type ItemFields } from "./agenda-store.ts";

const id = Type.String({ minLength: 1, maxLength: limits.idCharacters });
const minutes = Type.Union([Type.Null(), Type.Integer({ minimum: 0, maximum: 24 * 60 })]);
const ofGathering = async () => ok({});

const fields = Type.Object(
  {
    /** Absent: a new item. */
    item: Type.Optional(id),
    title: Type.String({ minLength: 1, maxLength: limits.nameCharacters }),
    kind: Type.Union(itemKinds.map((kind) => Type.Literal(kind))),
    day: Type.Integer({ minimum: 1, maximum: limits.daysPerGathering }),
    startMinutes: minutes,
    endMinutes: minutes,
    note: Type.Union([Type.Null(), Type.String({ maxLength: limits.rationaleCharacters })]),
    text: Type.Union([Type.Null(), id]),
  },
  { additionalProperties: false },
);
const removal = Type.Object({ item: id, remove: Type.Literal(true) }, { additionalProperties: false });
const edited = Type.Union([removal, fields]);

/** Adds, changes or removes an item of the agenda. */
const edit = defineAct({
  action: "agenda.edit",
  body: edited,
  scope: ofGathering,
  perform: async (context, body) => ("remove" in body ? remove(context, body.item) : write(context, body)),
  fromForm: formFields,
});

async function write(context: ActContext, { item, ...written }: Static<typeof fields>): Promise<Result<ActAnswer>> {
  const { tx, gathering } = context;
  const items = await readAgenda(tx, gathering.id);
  const fields: ItemFields = { ...written, title: written.title.trim() };
  if (item === undefined) {
    if (items.length >= limits.agendaItems) return refuse("too-many");
    const id = context.newId();
    const kept = await keepFields(context, fields);
    await addItem(tx, gathering.id, { id, ...fields }, kept.id);
    await context.record("agenda.added", { item: id, fieldsHash: kept.hash });
    return ok({ see: "/programme", body: { item: id } });
  }
  const known = items.find((one) => one.id === item);
  if (!known) return refuse("not-found");
  const may = mayChange(known);
  if (!may.ok) return may;
  const kept = await keepFields(context, fields);
  await changeItem(tx, item, fields, kept.id);
  await context.record("agenda.changed", { item, fieldsHash: kept.hash });
  return ok({ see: "/programme", body: { item } });
}

/** The fields among the typed words: the id of their row, and the hash for the journal. */
async function keepFields({ tx, gathering, newId, newSalt }: ActContext, fields: ItemFields) {
  const id = newId();
  const words = { id, kind: "agenda", words: agendaWords(fields), salt: newSalt() };
  return { id, hash: await keepWords(tx, gathering.id, words) };
}

async function remove({ tx, gathering, record }: ActContext, id: string): Promise<Result<ActAnswer>> {
  const item = (await readAgenda(tx, gathering.id)).find((one) => one.id === id);
  if (!item) return refuse("not-found");
  const may = mayRemove(item);
  if (!may.ok) return may;
  await setItemState(tx, id, "removed");
  await record("agenda.removed", { item: id });
  return ok({ see: "/programme" });
}

const body = Type.Object({ item: id }, { additionalProperties: false });

/** Begins an item; the current one ends by it. */
const start = defineAct({
  action: "agenda.start",
  body,
  scope: ofGathering,
  async perform(context, { item }) {
    const { tx, gathering, record } = context;
    const items = await readAgenda(tx, gathering.id);
    const started = startItem(items, item, await isBeingVoted(context, currentItem(items)?.id));
    if (!started.ok) return started;
    const { ended } = started.value;
    if (ended) {
      await setItemState(tx, ended.id, ended.state);
      await record("agenda.ended", { item: ended.id });
    }
    await setItemState(tx, item, started.value.started.state);
    await record("agenda.started", { item });
    return ok({ see: "/tribune" });
  },
});

const end = defineAct({
  action: "agenda.end",
  body,
  scope: ofGathering,
  perform: async (context, { item }) => move(context, item, endItem, "agenda.ended"),
});

const reserve = defineAct({
  action: "agenda.reserve",
  body,
  scope: ofGathering,
  perform: async (context, { item }) => move(context, item, reserveItem, "agenda.reserved"),
});

export const agendaActs = [edit, start, end, reserve];

async function move(
  context: ActContext,
  id: string,
  decide: typeof endItem,
  act: "agenda.ended" | "agenda.reserved",
): Promise<Result<ActAnswer>> {
  const { tx, gathering, record } = context;
  const item = (await readAgenda(tx, gathering.id)).find((one) => one.id === id);
  if (!item) return refuse("not-found");
  const moved = decide(item, await isBeingVoted(context, id));
  if (!moved.ok) return moved;
  await setItemState(tx, id, moved.value.state);
  await record(act, { item: id });
  return ok({ see: "/tribune" });
}

async function isBeingVoted({ tx, gathering }: ActContext, item: string | undefined): Promise<boolean> {
  return (await listBallots(tx, gathering.id, underWay)).some((ballot) => ballot.item === item);
}

/** A form's times are HH:MM, its empty fields are not said. */
function formFields(form: Readonly<Record<string, string>>): unknown {
  if (form["remove"] !== undefined) return { item: form["item"], remove: true };
  const { item, title, kind, day, start, end, note, text } = form;
  return {
    ...(item ? { item } : {}),
    title,
    kind,
    day: Number(day),
    startMinutes: minutesOf(start),
    endMinutes: minutesOf(end),
    note: note?.trim() ? note.trim() : null,
    text: text ? text : null,
  };
}

/** What is no time stays what it is, for the schema to refuse. */
function minutesOf(time: string | undefined): number | string | null {
  if (!time) return null;
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(time) ?? [];
  return hours === undefined || minutes === undefined ? time : Number(hours) * 60 + Number(minutes);
}
