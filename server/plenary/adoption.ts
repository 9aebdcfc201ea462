import {
  adoptionWarrant,
  isConcluded,
  rejectionWarrant,
  type Conclusion,
  type Rejection,
} from "../../shared/plenary/index.ts";
import { ok, refuse, type Result } from "../../shared/refusals.ts";
import { concludeText } from "../../shared/texts/index.ts";
import { writeAdoption as adoptAmendments, writeRejection as rejectAmendments } from "../amendments/index.ts";
import type { ActContext } from "../http/index.ts";
import { readText, saveLife } from "../texts/index.ts";

/**
 * The one function that writes an adoption. It takes plenary's conclusion, which only a declared, adopted ballot of this
 * very subject makes; refuses `no-ballot` to anything else, `not-adoptable` and `wrong-state` when the subject cannot
 * take it: then the whole unit of work is undone.
 */
export async function writeAdoption(context: ActContext, conclusion: Conclusion): Promise<Result<null>> {
  if (!isConcluded(conclusion)) return refuse("no-ballot");
  if (conclusion.subject.kind === "text") return writeTextOutcome(context, conclusion);
  const { tx, gathering, atMs, record } = context;
  let warrant = adoptionWarrant(conclusion);
  for (let part = 1; warrant !== null; part++) {
    const adopted = await adoptAmendments(tx, gathering.id, warrant, atMs);
    if (!adopted.ok) return adopted;
    await record("amendment.adopted", outcomeFact(adopted.value, conclusion.ballot.id));
    warrant = adoptionWarrant(conclusion, part, adopted.value);
  }
  return ok(null);
}

/** Writes that a declared ballot rejected its subject. */
export async function writeRejection(context: ActContext, rejection: Rejection): Promise<Result<null>> {
  if (!isConcluded(rejection)) return refuse("no-ballot");
  const warrant = rejectionWarrant(rejection);
  if (warrant === null) return writeTextOutcome(context, rejection);
  const { tx, gathering, record } = context;
  const rejected = await rejectAmendments(tx, gathering.id, warrant);
  if (!rejected.ok) return rejected;
  await record("amendment.rejected", outcomeFact(rejected.value, rejection.ballot.id));
  return ok(null);
}

type Written = Extract<Awaited<ReturnType<typeof adoptAmendments>>, { ok: true }>["value"];

const outcomeFact = ({ amendments, made, version, head, fallen, satisfied, altered }: Written, ballot: string) => ({
  amendments: [...amendments],
  ...made,
  ballot,
  version,
  head,
  fallen: [...fallen],
  satisfied: [...satisfied],
  altered: [...altered],
});

/** The whole of a text: its words stand at the voted version for good. */
async function writeTextOutcome(context: ActContext, concluded: Conclusion | Rejection): Promise<Result<null>> {
  const { tx, gathering, record } = context;
  const { outcome, ballot, subject } = concluded;
  if (subject.kind !== "text") return refuse("no-ballot");
  const text = await readText(tx, gathering.id, subject.text);
  if (!text) return refuse("not-found");
  const { version, head, hash } = subject;
  const life = concludeText(text.life, outcome, { version, head, hash }, ballot.id);
  if (!life.ok) return life;
  await saveLife(tx, text.id, life.value);
  await record(`text.${outcome}`, { text: text.id, version, head, hash, ballot: ballot.id });
  return ok(null);
}
