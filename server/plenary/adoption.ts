import type { Conclusion, Rejection } from "../../shared/plenary/index.ts";
import { isConcluded } from "../../shared/plenary/index.ts";
import { ok, refuse, type Result } from "../../shared/refusals.ts";
import { concludeText } from "../../shared/texts/index.ts";
import type { ActContext } from "../http/index.ts";
import { readText, saveLife } from "../texts/index.ts";

/**
 * The one function that writes an adoption. It takes plenary's conclusion, which only a declared, adopted ballot of this
 * very subject makes; refuses `no-ballot` to anything else, `not-adoptable` and `wrong-state` when the subject cannot take it.
 */
export async function writeAdoption(context: ActContext, conclusion: Conclusion): Promise<Result<null>> {
  if (!isConcluded(conclusion)) return refuse("no-ballot");
  const { subject } = conclusion;
  if (subject.kind === "text") return writeTextOutcome(context, conclusion);
  return refuse("no-ballot");
}

/** Writes that a declared ballot rejected its subject. */
export async function writeRejection(context: ActContext, rejection: Rejection): Promise<Result<null>> {
  if (!isConcluded(rejection)) return refuse("no-ballot");
  const { subject } = rejection;
  if (subject.kind === "text") return writeTextOutcome(context, rejection);
  return refuse("no-ballot");
}

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
