import { Type } from "typebox";

import {
  canCloseAndDeclare,
  checkFranchise,
  evidentSides,
  mayBeKept,
  optionMethods,
  parseAsking,
  parseFranchise,
  parseRule,
  underWay,
  usualFranchise,
  writeRule,
  type Asking,
  type EvidentSide,
  type PreparedBallot,
  type Secrecy,
} from "../../shared/ballots/index.ts";
import { limits } from "../../shared/limits.ts";
import {
  conclude,
  currentItem,
  mayOpen,
  isOfOtherWords,
  readSubject,
  sealSubject,
  usualRule,
  type Declaration,
  type PlenarySubject,
} from "../../shared/plenary/index.ts";
import { ok, refuse, type Result } from "../../shared/refusals.ts";
import { translator, typesetFrench } from "../../shared/i18n/index.ts";
import {
  cancel,
  cancelPrepared,
  closeAndCount,
  listBallots,
  openPrepared,
  prepareBallot,
  readBallot,
  writeDeclared,
} from "../ballots/index.ts";
import { defineAct, type ActContext } from "../http/index.ts";
import { writeAdoption, writeRejection } from "./adoption.ts";
import { readAgenda } from "./agenda-store.ts";
import { annulling, prepareAgain } from "./annulment.ts";
import { readEvidence } from "./evidence.ts";
import { nameOfSubject, readSubjectNow, type PutSubject } from "./subjects.ts";

const id = Type.String({ minLength: 1, maxLength: limits.idCharacters });
const ofGathering = async () => ok({});

/** `amendment:<id>` (identical ones called with it are put together), `block:<id>,<id>` (called together), `text:<id>`, or `question`: under the current item. */
const subject = Type.String({
  pattern: "^((amendment|text|block):.+|question)$",
  maxLength: limits.amendmentsPerBlock * limits.idCharacters,
});
const asked = {
  /** Absent: the standing question, where there is one. */
  question: Type.Optional(Type.String({ maxLength: limits.questionCharacters })),
  /** Absent: for and against, the only method that decides on a text. */
  method: Type.Optional(
    Type.Union(["yes-no", "consent", "evident", ...optionMethods].map((method) => Type.Literal(method))),
  ),
  options: Type.Optional(
    Type.Array(Type.String({ minLength: 1, maxLength: limits.nameCharacters, pattern: "^[^\\n]+$" }), {
      minItems: 2,
      maxItems: limits.optionsPerBallot,
      uniqueItems: true,
    }),
  ),
  /** Of a single transferable vote. */
  seats: Type.Optional(Type.Integer({ minimum: 1, maximum: limits.optionsPerBallot })),
  /** `delegation`, `delegation delegates proxies split`, `delegate proxies`, `person`; absent: one vote a delegation. */
  voters: Type.Optional(Type.String({ maxLength: limits.nameCharacters })),
  /** Absent: public. */
  secrecy: Type.Optional(Type.Union([Type.Literal("public"), Type.Literal("secret")])),
  /** `simple`, `>=2/3 expressed quorum >=1/2 present` (docs/record-format.md, Ballot); absent: the usual one. */
  rule: Type.Optional(Type.String({ maxLength: limits.nameCharacters })),
};

interface Asked {
  readonly question?: string | undefined;
  readonly method?: string | undefined;
  readonly options?: readonly string[] | undefined;
  readonly seats?: number | undefined;
  readonly rule?: string | undefined;
  readonly voters?: string | undefined;
  readonly secrecy?: Secrecy | undefined;
}

/** In which the chair confirms that a secret ballot be held over plain HTTP; minuted. Elsewhere they say nothing. */
const unencrypted = Type.Optional(Type.String({ maxLength: limits.questionCharacters }));

const prepare = defineAct({
  action: "ballot.prepare",
  body: Type.Object({ subject, ...asked }, { additionalProperties: false }),
  scope: ofGathering,
  async perform(context, body) {
    const prepared = await prepareSubject(context, body.subject, body);
    if (!prepared.ok) return prepared;
    const { id, rule, question } = prepared.value;
    return ok({ see: "/tribune", body: { ballot: id, rule: writeRule(rule), question } });
  },
  fromForm: formFields,
});

/** Opens what was prepared, or prepares and opens in one act; or puts an annulled ballot to the vote again. */
const open = defineAct({
  action: "ballot.open",
  body: Type.Union([
    Type.Object({ ballot: id, unencrypted }, { additionalProperties: false }),
    Type.Object({ subject, ...asked, unencrypted }, { additionalProperties: false }),
    /** An annulled ballot is voted again; absent, the rule and the secrecy are its own. */
    Type.Object(
      { replaces: id, rule: asked.rule, secrecy: asked.secrecy, unencrypted },
      { additionalProperties: false },
    ),
  ]),
  scope: ofGathering,
  async perform(context, body) {
    const prepared = await preparedFor(context, body);
    if (!prepared.ok) return prepared;
    const opened = await openNow(context, prepared.value, body.unencrypted?.trim() || null);
    if (!opened.ok) return opened;
    const { id, number, hash } = opened.value;
    return ok({ see: "/tribune", body: { ballot: id, number, hash } });
  },
  fromForm: formFields,
});

/**
 * Makes the count the assembly's decision, in one unit of work: declared, then adopted or rejected, or nothing changed.
 * An open ballot is closed by the same act when only phones vote. Anything that does not hold refuses the whole.
 */
const concluding = defineAct({
  action: "ballot.conclude",
  body: Type.Object(
    {
      ballot: id,
      /** Where the chair sees the majority, of a ballot by hands that nobody counts; it says so, and is minuted. */
      evident: Type.Optional(Type.Union(evidentSides.map((side) => Type.Literal(side)))),
    },
    { additionalProperties: false },
  ),
  scope: ofGathering,
  async perform(context, { ballot: id, evident }) {
    const { tx, gathering, record, atMs } = context;
    const closed = await closeIfOpen(context, id, evident);
    if (!closed.ok) return closed;
    const declared = conclude(await readEvidence(tx, gathering, id), atMs);
    if (!declared.ok) return declared;
    const { ballot, decides } = declared.value;
    const { outcome } = ballot.result;
    await writeDeclared(tx, ballot);
    await record("ballot.declared", { ballot: id, outcome });
    const written = decides === "nothing" ? ok(null) : await writeOutcome(context, declared.value);
    if (!written.ok) return written;
    return ok({ see: "/tribune", body: { number: ballot.number, outcome } });
  },
});

/** Where no side is evident the same is put to the vote again, and counted: this ballot is cancelled, that one prepared. */
const counting = defineAct({
  action: "ballot.countInstead",
  body: Type.Object({ ballot: id }, { additionalProperties: false }),
  scope: ofGathering,
  async perform(context, { ballot: id }) {
    const { tx, gathering } = context;
    const ballot = await readBallot(tx, gathering.id, id);
    if (!ballot) return refuse("not-found");
    if (ballot.state !== "open") return refuse("wrong-state", `ballot-${ballot.state}`);
    if (ballot.asking.method !== "evident" || ballot.question === null) return refuse("malformed");
    const cancelled = await cancel(context, id, translator(gathering.language)("ballot.not-evident"));
    if (!cancelled.ok) return cancelled;
    const { item, subject, question, rule, franchise } = ballot;
    await cancelPrepared(context, item);
    const asked = {
      item,
      subject,
      question,
      rule,
      franchise,
      options: null,
      secrecy: "public",
      replaces: null,
    } as const;
    const prepared = await prepareBallot(context, { ...asked, asking: { method: "yes-no" } });
    return ok({ see: "/tribune", body: { ballot: prepared.id } });
  },
});

export const ballotConductActs = [prepare, open, concluding, counting, annulling];

type Decided = Exclude<Declaration, { readonly decides: "nothing" }>;

const writeOutcome = (context: ActContext, decided: Decided): Promise<Result<null>> =>
  decided.decides === "adopted"
    ? writeAdoption(context, decided.conclusion)
    : writeRejection(context, decided.conclusion);

async function closeIfOpen(context: ActContext, id: string, evident?: EvidentSide): Promise<Result<null>> {
  const { tx, gathering } = context;
  const ballot = await readBallot(tx, gathering.id, id);
  // A row that says open after the journal said closed is left to the evidence, which refuses it.
  if (ballot?.state !== "open" || (await readEvidence(tx, gathering, id)).closed !== null) return ok(null);
  if (!canCloseAndDeclare(ballot)) return refuse("wrong-state", "hands-to-enter");
  const closed = await closeAndCount(context, id, evident);
  return closed.ok ? ok(null) : closed;
}

type Opens = { readonly ballot: string } | { readonly replaces: string } | ({ readonly subject: string } & Asked);

function preparedFor(context: ActContext, body: Opens): Promise<Result<PreparedBallot>> {
  if ("ballot" in body) return readPrepared(context, body.ballot);
  return "replaces" in body ? prepareAgain(context, body) : prepareSubject(context, body.subject, body);
}

/** Under the current item; what was prepared there before gives way. */
async function prepareSubject(context: ActContext, named: string, body: Asked): Promise<Result<PreparedBallot>> {
  const { tx, gathering } = context;
  const item = currentItem(await readAgenda(tx, gathering.id));
  if (!item) return refuse("wrong-state", "agenda-none-current");
  const put = await readSubjectNow(tx, gathering, named === "question" ? `question:${item.id}` : named);
  if (!put.ok) return put;
  const { kind } = put.value.subject;
  const rule = body.rule === undefined ? ok(usualRule(kind)) : parseRule(body.rule);
  if (!rule.ok) return rule;
  const asking = parseAsking({ method: body.method ?? "yes-no", options: body.options?.length, seats: body.seats });
  const franchise = body.voters === undefined ? ok(usualFranchise) : parseFranchise(body.voters);
  if (!franchise.ok) return franchise;
  // What is typed with plain spaces is read on a screen, where a lone "?" must not begin a line.
  const typed = (words: string): string => (gathering.language === "fr" ? typesetFrench(words.trim()) : words.trim());
  const question = typed(body.question ?? "") || put.value.question;
  const options = body.options?.map(typed);
  // A question and its options have to be asked in words, each its own.
  const unclear = options !== undefined && (options.includes("") || new Set(options).size < options.length);
  if (unclear || asking === null || question === null || !mayPut(kind, asking.method)) return refuse("malformed");
  const secrecy = body.secrecy ?? "public";
  const votes = checkFranchise(franchise.value, { asking, secrecy });
  if (!votes.ok) return votes;
  const may = mayBeKept({ asking, secrecy, rule: rule.value });
  if (!may.ok) return may;
  await cancelPrepared(context, item.id);
  return ok(
    await prepareBallot(context, {
      item: item.id,
      subject: sealSubject(put.value.subject),
      question,
      asking,
      options: options ?? null,
      rule: rule.value,
      franchise: votes.value,
      secrecy,
      replaces: null,
    }),
  );
}

/** Only for and against decide on a text; seen and not counted, on an amendment alone. */
const mayPut = (kind: PlenarySubject["kind"], method: Asking["method"]): boolean =>
  kind === "question" || method === "yes-no" || (kind !== "text" && method === "evident");

async function readPrepared({ tx, gathering }: ActContext, id: string): Promise<Result<PreparedBallot>> {
  const ballot = await readBallot(tx, gathering.id, id);
  if (!ballot) return refuse("not-found");
  return ballot.state === "prepared" ? ok(ballot) : refuse("wrong-state", `ballot-${ballot.state}`);
}

async function openNow(
  context: ActContext,
  ballot: PreparedBallot,
  unencrypted: string | null,
): ReturnType<typeof openPrepared> {
  const { tx, gathering } = context;
  const put = await putNow(context, ballot);
  if (!put.ok) return put;
  const prepared = readSubject(ballot.subject);
  if (prepared && isOfOtherWords(prepared, put.value.subject)) return refuse("wrong-state", "ballot-of-other-words");
  const ofSameItem = (await listBallots(tx, gathering.id, underWay)).filter((one) => one.item === ballot.item);
  const may = mayOpen({
    item: ballot.item,
    currentItem: currentItem(await readAgenda(tx, gathering.id))?.id ?? null,
    ofSameItem: ofSameItem.map(({ state }) => state),
    subject: put.value.facts,
  });
  if (!may.ok) return may;
  return openPrepared(context, { ...ballot, subject: sealSubject(put.value.subject) }, unencrypted);
}

async function putNow({ tx, gathering }: ActContext, ballot: PreparedBallot): Promise<Result<PutSubject>> {
  const subject = readSubject(ballot.subject);
  return subject ? readSubjectNow(tx, gathering, nameOfSubject(subject)) : refuse("no-ballot");
}

/**
 * A form says the majority and the quorum apart, who votes in three fields, its options one a line, and sends fields that
 * do not apply to its method: these are left out.
 */
function formFields(form: Readonly<Record<string, string>>): unknown {
  const { majority, quorum, options, seats, voters, proxies, split, ...fields } = form;
  const { method } = fields;
  const amongOptions = method === undefined || optionMethods.some((one) => one === method);
  const lines = amongOptions ? (options ?? "").split("\n").flatMap((line) => line.trim() || []) : [];
  return {
    ...fields,
    ...(majority === undefined ? {} : { rule: quorum ? `${majority} quorum ${quorum}` : majority }),
    ...(voters === undefined
      ? {}
      : { voters: [voters, proxies && "proxies", split && "split"].filter(Boolean).join(" ") }),
    ...(lines.length === 0 ? {} : { options: lines }),
    ...(seats && (method === undefined || method === "stv") ? { seats: Number(seats) } : {}),
  };
}
