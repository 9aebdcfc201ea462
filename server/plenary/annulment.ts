import { Type } from "typebox";

import {
  checkFranchise,
  mayBeKept,
  optionsOf,
  parseRule,
  type PreparedBallot,
  type Secrecy,
} from "../../shared/ballots/index.ts";
import { limits } from "../../shared/limits.ts";
import {
  annul,
  isOfOtherWords,
  mayReplace,
  readSubject,
  sealSubject,
  undoingWarrant,
} from "../../shared/plenary/index.ts";
import { ok, refuse, type Result } from "../../shared/refusals.ts";
import { writeUndoing } from "../amendments/index.ts";
import { cancelPrepared, prepareBallot, readBallot, readReplacing, recordAnnulled } from "../ballots/index.ts";
import { defineAct, type ActContext } from "../http/index.ts";
import { isTouchedByAVote } from "./being-voted.ts";
import { entryOfBallot } from "./evidence.ts";
import { nameOfSubject, readSubjectNow } from "./subjects.ts";

/**
 * A count counts for nothing any more. What it had decided of amendments is undone in the same unit of work: they are
 * called again, their words leave the text. Refused while another ballot on that text or its amendments is not proclaimed.
 */
export const annulling = defineAct({
  action: "ballot.annul",
  body: Type.Object(
    {
      ballot: Type.String({ minLength: 1, maxLength: limits.idCharacters }),
      reason: Type.String({ minLength: 1, maxLength: limits.questionCharacters }),
    },
    { additionalProperties: false },
  ),
  scope: async () => ok({}),
  async perform(context, { ballot: id, reason }) {
    const { tx, gathering, atMs } = context;
    const ballot = await readBallot(tx, gathering.id, id);
    if (!ballot) return refuse("not-found");
    if (reason.trim() === "") return refuse("malformed");
    const evidence = {
      ballot,
      closed: await entryOfBallot(tx, gathering, "ballot.closed", id),
      declared: await entryOfBallot(tx, gathering, "ballot.declared", id),
    };
    const annulled = annul(evidence, atMs);
    if (!annulled.ok) return annulled;
    await recordAnnulled(context, annulled.value, reason.trim());
    const warrant = undoingWarrant(annulled.value);
    if (warrant === null) return ok({ see: "/tribune", body: { number: annulled.value.number } });
    if (await isTouchedByAVote(tx, warrant.decision.text)) return refuse("text-being-voted");
    const undone = await writeUndoing(tx, gathering.id, warrant, atMs);
    if (!undone.ok) return undone;
    const { amendments, outcome, version, head, live, fallen, satisfied, altered } = undone.value;
    await context.record("amendment.undone", {
      amendments: [...amendments],
      ballot: id,
      outcome,
      version,
      head,
      live: [...live],
      fallen: [...fallen],
      satisfied: [...satisfied],
      altered: [...altered],
    });
    return ok({ see: "/tribune", body: { number: annulled.value.number, amendments, version } });
  },
});

interface Again {
  readonly replaces: string;
  readonly rule?: string | undefined;
  readonly secrecy?: Secrecy | undefined;
}

/**
 * What an annulled ballot asked, asked again: its question, method, options and, unless said otherwise, its rule and its
 * secrecy. The subject is that of this moment.
 */
export async function prepareAgain(context: ActContext, again: Again): Promise<Result<PreparedBallot>> {
  const { tx, gathering } = context;
  const ballot = await readBallot(tx, gathering.id, again.replaces);
  if (!ballot) return refuse("not-found");
  const may = mayReplace(ballot, await readReplacing(tx, gathering.id, ballot.id));
  if (!may.ok) return may;
  const { item, subject, asking, options, franchise, secrecy } = may.value;
  const read = readSubject(subject);
  const put = read ? await readSubjectNow(tx, gathering, nameOfSubject(read)) : refuse("no-ballot");
  if (!put.ok) return put;
  const rule = again.rule === undefined ? ok(may.value.rule) : parseRule(again.rule);
  if (!rule.ok) return rule;
  // An amendment that was revised since is asked of by its present name.
  const revised = read !== null && isOfOtherWords(read, put.value.subject);
  const question = (revised ? null : may.value.question) ?? put.value.question;
  if (question === null || (options === null && optionsOf(asking).length > 0))
    return refuse("wrong-state", "words-erased");
  const kept = again.secrecy ?? secrecy;
  const votes = checkFranchise(franchise, { asking, secrecy: kept });
  if (!votes.ok) return votes;
  const mayBe = mayBeKept({ asking, secrecy: kept, rule: rule.value });
  if (!mayBe.ok) return mayBe;
  await cancelPrepared(context, item);
  return ok(
    await prepareBallot(context, {
      item,
      subject: sealSubject(put.value.subject),
      question,
      asking,
      options,
      rule: rule.value,
      franchise,
      secrecy: kept,
      replaces: ballot.id,
    }),
  );
}
