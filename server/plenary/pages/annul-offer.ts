import { undoingEffects } from "../../../shared/amendments/index.ts";
import type { Ballot } from "../../../shared/ballots/index.ts";
import { refusalWords, translator } from "../../../shared/i18n/index.ts";
import { may } from "../../../shared/people/index.ts";
import { decidedBy } from "../../../shared/plenary/index.ts";
import { refuse } from "../../../shared/refusals.ts";
import type { AnnulOffer, Consequence } from "../../../shared/views/index.ts";
import { unmake } from "../../amendments/index.ts";
import type { PageContext } from "../../http/index.ts";
import { isTouchedByAVote } from "../being-voted.ts";
import type { Hall } from "./hall.ts";

/** Null to whoever may not annul it, and of a ballot that decided nothing of amendments. */
export async function annulOffer(context: PageContext, hall: Hall, ballot: Ballot): Promise<AnnulOffer | null> {
  const { tx, gathering, actor } = context;
  const subject = ballot.state === "declared" ? decidedBy(ballot) : null;
  if (subject === null || subject.kind === "text" || gathering.state === "closed") return null;
  if (!may(actor, "ballot.annul", { gathering: gathering.id })) return null;
  const undone =
    subject.kind === "subAmendment"
      ? refuse("wrong-state", "ballot-decided-sub")
      : (await isTouchedByAVote(tx, subject.text))
        ? refuse("text-being-voted")
        : await unmake(tx, gathering.id, { text: subject.text, ballot: ballot.id });
  if (!undone.ok) {
    return { consequences: [], refused: refusalWords(translator(gathering.language), undone.code, undone.detail) };
  }
  const { freed, steps, standings } = undone.value;
  const { live, ...others } = undoingEffects(standings);
  const risen = live.filter((id) => standings.some((one) => one.id === id && one.before?.standing !== "live"));
  return {
    consequences: [
      ...(await named(
        hall,
        steps ? "leaves" : "unrejected",
        freed.map(({ id }) => id),
      )),
      ...(await named(hall, "live", risen)),
      ...(await named(hall, "fallen", others.fallen)),
      ...(await named(hall, "satisfied", others.satisfied)),
      ...(await named(hall, "altered", others.altered)),
    ],
    refused: null,
  };
}

/** By the amendments' numbers. */
export async function named(
  { amendments, shower }: Hall,
  kind: Consequence["kind"],
  ids: readonly string[],
): Promise<readonly Consequence[]> {
  const consequences: Consequence[] = [];
  for (const one of amendments)
    if (ids.includes(one.id)) consequences.push({ kind, amendment: await shower.name(one) });
  return consequences;
}
