import type { AnnulledBallot, DeclaredBallot } from "../../../shared/ballots/index.ts";
import type { ActData } from "../../../shared/journal/index.ts";
import type { Consequence } from "../../../shared/views/index.ts";
import type { PageContext } from "../../http/index.ts";
import { readEntriesOf } from "../../journal/index.ts";
import type { Hall } from "./hall.ts";

/** Of an annulled ballot nothing: it decided nothing. Else what an adoption did to other amendments, as its journal entry says it, and which one the chair called since. */
export async function consequencesOf(
  { tx, gathering }: PageContext,
  { amendments, called, shower }: Hall,
  ballot: DeclaredBallot | AnnulledBallot,
): Promise<readonly Consequence[]> {
  if (ballot.state === "annulled") return [];
  const consequences: Consequence[] = [];
  const add = async (kind: Consequence["kind"], ids: readonly string[]): Promise<void> => {
    for (const one of amendments) {
      if (ids.includes(one.id)) consequences.push({ kind, amendment: await shower.name(one) });
    }
  };
  for (const { body } of await readEntriesOf(tx, gathering.id, "amendment.adopted")) {
    const { data }: { data: ActData["amendment.adopted"] } = JSON.parse(body);
    if (data.ballot !== ballot.id) continue;
    await add("fallen", data.fallen);
    await add("satisfied", data.satisfied);
    await add("altered", data.altered);
  }
  const next = called.filter((one) => (one.calledAtMs ?? 0) > ballot.declaredAtMs);
  await add(
    "called",
    next.map((one) => one.id),
  );
  return consequences;
}
