import type { AnnulledBallot, DeclaredBallot } from "../../../shared/ballots/index.ts";
import type { ActData } from "../../../shared/journal/index.ts";
import type { Consequence } from "../../../shared/views/index.ts";
import type { PageContext } from "../../http/index.ts";
import { readEntriesOf } from "../../journal/index.ts";
import { named } from "./annul-offer.ts";
import type { Hall } from "./hall.ts";

/**
 * What an adoption did to other amendments, as its journal entry says it, and which one the chair called since. Of an
 * annulled ballot, what annulling it did.
 */
export async function consequencesOf(
  context: PageContext,
  hall: Hall,
  ballot: DeclaredBallot | AnnulledBallot,
): Promise<readonly Consequence[]> {
  if (ballot.state === "annulled") return undoingOf(context, hall, ballot);
  const { tx, gathering } = context;
  const consequences: Consequence[] = [];
  for (const { body } of await readEntriesOf(tx, gathering.id, "amendment.adopted")) {
    const { data }: { data: ActData["amendment.adopted"] } = JSON.parse(body);
    if (data.ballot === ballot.id) consequences.push(...(await othersIn(hall, data)));
  }
  const next = hall.called.filter((one) => (one.calledAtMs ?? 0) > ballot.declaredAtMs);
  const called = await named(
    hall,
    "called",
    next.map((one) => one.id),
  );
  return [...consequences, ...called];
}

async function undoingOf(
  { tx, gathering }: PageContext,
  hall: Hall,
  ballot: AnnulledBallot,
): Promise<readonly Consequence[]> {
  for (const { body } of await readEntriesOf(tx, gathering.id, "amendment.undone")) {
    const { data }: { data: ActData["amendment.undone"] } = JSON.parse(body);
    if (data.ballot !== ballot.id) continue;
    const freed = await named(hall, data.outcome === "adopted" ? "leaves" : "unrejected", data.amendments);
    return [...freed, ...(await named(hall, "live", data.live)), ...(await othersIn(hall, data))];
  }
  return [];
}

const othersIn = async (
  hall: Hall,
  { fallen, satisfied, altered }: ActData["amendment.adopted"],
): Promise<readonly Consequence[]> => [
  ...(await named(hall, "fallen", fallen)),
  ...(await named(hall, "satisfied", satisfied)),
  ...(await named(hall, "altered", altered)),
];
