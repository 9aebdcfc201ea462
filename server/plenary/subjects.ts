import { labelOf } from "../../shared/amendments/index.ts";
import { translator } from "../../shared/i18n/index.ts";
import type { OpeningFacts, PlenarySubject } from "../../shared/plenary/index.ts";
import { assertNever, ok, refuse, type Result } from "../../shared/refusals.ts";
import { textHash } from "../../shared/texts/index.ts";
import {
  blockQuestionOf,
  questionOf,
  readAmendment,
  readAmendments,
  readAmendmentsOn,
  subQuestionOf,
  type AmendmentFacts,
} from "../amendments/index.ts";
import type { ActGathering } from "../http/index.ts";
import type { Tx } from "../storage/index.ts";
import { readDocument, readText } from "../texts/index.ts";

/** What can be put to the vote now: the subject as it stands, what opening depends on, the standing question. */
export interface PutSubject {
  readonly subject: PlenarySubject;
  readonly facts: OpeningFacts["subject"];
  /** Null where somebody has to type it. */
  readonly question: string | null;
}

/** `text:<id>`, `amendment:<id>`, `block:<id>,<id>` or `question:<agenda item>`, as acts name what they put to the vote. Refuses what cannot be put now. */
export async function readSubjectNow(tx: Tx, gathering: ActGathering, named: string): Promise<Result<PutSubject>> {
  const [kind, id = ""] = named.split(":");
  if (kind === "question") {
    return ok({ subject: { kind, item: id }, facts: { kind }, question: null });
  }
  if (kind === "block") return blockSubject(tx, gathering, id.split(","));
  return kind === "text" ? textSubject(tx, gathering, id) : amendmentSubject(tx, gathering, id);
}

/** How a ballot's subject is named, to read it anew. */
export function nameOfSubject(subject: PlenarySubject): string {
  switch (subject.kind) {
    case "text":
      return `text:${subject.text}`;
    case "amendment":
    case "subAmendment":
      return `amendment:${subject.amendments[0] ?? ""}`;
    case "block":
      return `block:${subject.parts.map(({ amendments }) => amendments[0] ?? "").join(",")}`;
    case "question":
      return `question:${subject.item}`;
    default:
      return assertNever(subject);
  }
}

/** An amendment, or a sub-amendment, with those identical to it that were called with it. */
async function amendmentSubject(tx: Tx, gathering: ActGathering, id: string): Promise<Result<PutSubject>> {
  const amendment = await readAmendment(tx, gathering.id, id);
  if (amendment && amendment.parent !== null) return subAmendmentSubject(tx, gathering, amendment);
  const question = await questionOf(tx, gathering.id, id);
  if (!question.ok) return question;
  const { amendments } = question.value;
  const named = (await readAmendments(tx, gathering.id)).filter((one) => amendments.includes(one.id));
  const numbers = named.map(labelOf).join(", ");
  const t = translator(gathering.language);
  return ok({
    subject: { kind: "amendment", ...question.value },
    facts: { kind: "amendment", states: named.map(({ life }) => life.state) },
    question: t(named.length > 1 ? "ballot.question.amendments" : "ballot.question.amendment", { numbers }),
  });
}

async function subAmendmentSubject(tx: Tx, gathering: ActGathering, sub: AmendmentFacts): Promise<Result<PutSubject>> {
  const question = await subQuestionOf(tx, sub);
  if (!question.ok) return question;
  const { amendments } = question.value;
  const named = (await readAmendments(tx, gathering.id)).filter((one) => amendments.includes(one.id));
  const numbers = named.map(labelOf).join(", ");
  const t = translator(gathering.language);
  return ok({
    subject: { kind: "subAmendment", ...question.value },
    facts: { kind: "subAmendment", states: named.map(({ life }) => life.state) },
    question: t(named.length > 1 ? "ballot.question.sub-amendments" : "ballot.question.sub-amendment", { numbers }),
  });
}

/** Amendments that were called together, in the order of their numbers, whatever the order in which they are named. */
async function blockSubject(tx: Tx, gathering: ActGathering, ids: readonly string[]): Promise<Result<PutSubject>> {
  const question = await blockQuestionOf(tx, gathering.id, ids);
  if (!question.ok) return question;
  const amendments = question.value.parts.flatMap((part) => part.amendments);
  const named = (await readAmendments(tx, gathering.id)).filter((one) => amendments.includes(one.id));
  const numbers = named.map(labelOf).join(", ");
  return ok({
    subject: { kind: "block", ...question.value },
    facts: { kind: "block", states: named.map(({ life }) => life.state) },
    question: translator(gathering.language)("ballot.question.block", { numbers }),
  });
}

async function textSubject(tx: Tx, gathering: ActGathering, id: string): Promise<Result<PutSubject>> {
  const text = await readText(tx, gathering.id, id);
  if (!text) return refuse("not-found");
  const { version, head, title } = text;
  const { doc } = await readDocument(tx, id, version);
  return ok({
    subject: { kind: "text", text: id, version, head, hash: textHash(doc) },
    facts: {
      kind: "text",
      state: text.life.state,
      amendmentStates: (await readAmendmentsOn(tx, id)).map(fateOf),
    },
    question: translator(gathering.language)("ballot.question.text", { title }),
  });
}

/** What has fallen or is satisfied waits for nothing, whatever the assembly had begun with it. */
const fateOf = ({ life, standing }: AmendmentFacts): string =>
  standing.standing === "live" ? life.state : standing.standing;
