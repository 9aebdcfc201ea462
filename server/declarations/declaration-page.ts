import { eq } from "drizzle-orm";

import { may } from "../../shared/people/index.ts";
import { amendmentsIn, readSubject } from "../../shared/plenary/index.ts";
import { ok, refuse, type Result } from "../../shared/refusals.ts";
import type { TextLife } from "../../shared/texts/index.ts";
import { proseOfText, type DeclarationView, type Signing, type VoteLine } from "../../shared/views/index.ts";
import { listBallots, readBallot } from "../ballots/index.ts";
import type { PageContext, PageDefinition } from "../http/index.ts";
import { readWords } from "../journal/index.ts";
import type { Tx } from "../storage/index.ts";
import { readDocument, readText } from "../texts/index.ts";
import { publicationTimes } from "./declarations-page.ts";
import { recordPath } from "./record-routes.ts";
import { readSignatures } from "./store.ts";

/** `/declarations/:text`, for everybody: a text that was put to the vote as a whole. */
export const declarationPage: PageDefinition = { path: "/declarations/:text", read: readDeclaration };

async function readDeclaration(context: PageContext): Promise<Result<DeclarationView>> {
  const { tx, gathering, shell, params } = context;
  const text = await readText(tx, gathering.id, params["text"] ?? "");
  if (!text || !("voted" in text.life)) return refuse("not-found");
  const { life } = text;
  const final = await readBallot(tx, gathering.id, life.ballot);
  if (final?.state !== "declared" || final.result.method !== "yes-no") return refuse("not-found");

  const { doc } = await readDocument(tx, text.id, life.voted.version);
  const delegations = await readEnrolled(tx, gathering.id);
  const said = await readSaid(context, text.id);
  const open = life.state === "adopted" && gathering.state === "open";
  const signed = said.filter(({ state }) => state === "signed");
  const nameOf = new Map(delegations.map(({ id, name }) => [id, name]));
  return ok({
    page: "declaration",
    shell,
    title: text.title,
    text: { id: text.id, version: life.voted.version, hash: life.voted.hash },
    place: gathering.place,
    state: await stateOf(context, text.id, life.state),
    blocks: proseOfText(doc),
    signatories: signed.map(({ delegation, reservation }) => ({
      delegation: nameOf.get(delegation) ?? "",
      reservation,
    })),
    declined: said.length - signed.length,
    silent: delegations.filter(({ id, enrolled }) => enrolled && !said.some((one) => one.delegation === id)).length,
    votes: await readVoteLines(context, text.id),
    final: {
      number: final.number,
      rule: final.rule,
      enrolled: final.roll.length,
      present: final.result.figures.present,
      tally: final.result.figures.tally,
    },
    signing: open ? mineOf(context, said) : null,
    behalf:
      open && context.actor.grants.some(({ role }) => role === "secretary")
        ? delegations.filter(({ enrolled }) => enrolled).map(({ id, name }) => ({ id, name }))
        : [],
    mayPublish: open && may(context.actor, "declaration.publish", { gathering: gathering.id }),
    record: recordPath,
    address: `${context.origin}/r/${gathering.slug}/declarations/${text.id}`,
  });
}

type Voted = Extract<TextLife, { voted: unknown }>;

async function stateOf(
  { tx, gathering }: PageContext,
  text: string,
  state: Voted["state"],
): Promise<DeclarationView["state"]> {
  if (state !== "published") return { kind: state };
  return { kind: state, atMs: (await publicationTimes(tx, gathering.id)).get(text) ?? 0 };
}

interface Said {
  readonly delegation: string;
  readonly state: "signed" | "declined";
  readonly reservation: string | null;
}

async function readSaid({ tx, gathering }: PageContext, text: string): Promise<readonly Said[]> {
  const said: Said[] = [];
  for (const { delegation, state, reservationWords } of await readSignatures(tx, text)) {
    const words = reservationWords === null ? null : await readWords(tx, gathering.id, reservationWords);
    said.push({ delegation, state, reservation: words?.words ?? null });
  }
  return said;
}

/** What the delegation of whoever looks said; null when it has no say here. */
function mineOf({ shell, actor, gathering }: PageContext, said: readonly Said[]): Signing | null {
  const delegation = shell.me?.delegation ?? null;
  if (delegation === null) return null;
  const isDelegate = actor.grants.some((grant) => grant.role === "delegate" && grant.delegation === delegation.id);
  if (!isDelegate || !may(actor, "declaration.sign", { gathering: gathering.id, delegation: delegation.id }))
    return null;
  const mine = said.find((one) => one.delegation === delegation.id);
  if (mine === undefined) return { delegation, mine: { kind: "none" } };
  return {
    delegation,
    mine: mine.state === "signed" ? { kind: "signed", reservation: mine.reservation } : { kind: "declined" },
  };
}

/** Every declared ballot on this text, in the order of their numbers: its amendments, then the whole. */
async function readVoteLines({ tx, gathering }: PageContext, text: string): Promise<readonly VoteLine[]> {
  const lines: VoteLine[] = [];
  for (const { id } of await listBallots(tx, gathering.id, ["declared"])) {
    const ballot = await readBallot(tx, gathering.id, id);
    if (ballot?.state !== "declared") continue;
    const subject = readSubject(ballot.subject);
    const { number, rule, result } = ballot;
    // Only for and against is put on a text.
    if (!subject || subject.kind === "question" || subject.text !== text || "answer" in result) continue;
    const line = {
      ballot: { number },
      outcome: result.outcome,
      tally: "tally" in result.figures ? result.figures.tally : null,
      rule,
    };
    if (subject.kind === "text") lines.push({ ...line, amendment: null });
    else lines.push({ ...line, amendment: await numberOf(tx, amendmentsIn(subject)) });
  }
  return lines;
}

/** The least number of the amendments that shared the ballot. */
async function numberOf(tx: Tx, ids: readonly string[]): Promise<number> {
  const { amendments } = tx.tables;
  const numbers: number[] = [];
  for (const id of ids) {
    const [row] = await tx.db.select({ number: amendments.number }).from(amendments).where(eq(amendments.id, id));
    if (row) numbers.push(row.number);
  }
  return Math.min(...numbers);
}

async function readEnrolled(tx: Tx, gathering: string) {
  const { delegations } = tx.tables;
  const rows = await tx.db
    .select({ id: delegations.id, name: delegations.name, state: delegations.state })
    .from(delegations)
    .where(eq(delegations.gathering, gathering))
    .orderBy(delegations.ordinal);
  return rows.map(({ id, name, state }) => ({ id, name, enrolled: state !== "withdrawn" }));
}
