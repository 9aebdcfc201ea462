import { and, eq } from "drizzle-orm";

import { limits } from "../../shared/limits.ts";
import { may, roles } from "../../shared/people/index.ts";
import type { CommentLine, DiscussionView } from "../../shared/views/index.ts";
import type { PageContext } from "../http/index.ts";
import { readDelegationNames } from "../people/index.ts";
import { countComments, readComments } from "./comments.ts";
import type { AmendmentFacts } from "./store.ts";

/** What was said under an amendment, the last of it; all of it at `?discussion=tout`. */
export async function discussionOf(context: PageContext, amendment: AmendmentFacts): Promise<DiscussionView> {
  const { tx, gathering, actor, query } = context;
  const atMost = query["discussion"] === "tout" ? limits.commentsPerAmendment : limits.commentsShown;
  const said = await readComments(tx, amendment.id, atMost);
  const names = said.length === 0 ? new Map<string, string>() : await readDelegationNames(tx, gathering.id);
  const atDesk = await desksOf(context, amendment.text, new Set(said.filter(isOfNone).map((one) => one.participant)));
  const open = gathering.state === "open";
  return {
    lines: said.map(({ id, delegation, participant, saidAtMs, words }) => ({
      id,
      delegation: names.get(delegation) ?? null,
      desk: atDesk.get(participant) ?? "desk",
      saidAtMs,
      words,
    })),
    before: said.length < atMost ? 0 : (await countComments(tx, amendment.id)) - said.length,
    speaks: open && may(actor, "amendment.comment", { gathering: gathering.id }),
    takesAway: open && may(actor, "amendment.eraseComment", { gathering: gathering.id }),
  };
}

const isOfNone = ({ delegation }: { readonly delegation: string }): boolean => delegation === "";

/** Of people without delegation: whether they drafted this text, else the first of their roles. */
async function desksOf(
  { tx, gathering }: PageContext,
  text: string,
  people: ReadonlySet<string>,
): Promise<ReadonlyMap<string, CommentLine["desk"]>> {
  if (people.size === 0) return new Map();
  const { grants, participants } = tx.tables;
  const held = await tx.db
    .select({ participant: grants.participant, role: grants.role, text: grants.text })
    .from(grants)
    .innerJoin(participants, eq(participants.id, grants.participant))
    .where(and(eq(participants.gathering, gathering.id), tx.among(grants.participant, [...people])));
  const desks = new Map<string, CommentLine["desk"]>();
  for (const person of people) {
    const own = held.filter(({ participant }) => participant === person);
    const drafts = own.some((one) => one.role === "drafter" && one.text === text);
    const role = drafts ? "drafter" : roles.find((one) => isOfDesk(one) && own.some((grant) => grant.role === one));
    desks.set(person, role !== undefined && isOfDesk(role) ? role : "desk");
  }
  return desks;
}

const isOfDesk = (role: string): role is CommentLine["desk"] =>
  role === "chair" || role === "secretary" || role === "drafter";
