import {
  cosignAmendment,
  declareInadmissible,
  divideAmendment,
  reviseAmendment,
  takeOverAmendment,
  uncosignAmendment,
  withdrawAmendment,
} from "../../shared/amendments/index.ts";
import { readEntry } from "../../shared/journal/index.ts";
import { may, type Action } from "../../shared/people/index.ts";
import type { AmendmentView } from "../../shared/views/index.ts";
import type { PageContext } from "../http/index.ts";
import { readEntriesOf, readWords } from "../journal/index.ts";
import { readDelegationNames } from "../people/index.ts";
import { readText } from "../texts/index.ts";
import { readCosignatures } from "./cosignatures.ts";
import { mayCompose } from "./sub-composing.ts";
import type { AmendmentFacts } from "./store.ts";
import { mayBeAmended } from "./submit-sub.ts";

type LifeView = Pick<AmendmentView, "may" | "support" | "ruledOut" | "takenOver">;

/** Of one sheet: who stands behind it, what the chair said of it, and what this person may do with it now. */
export async function lifeOf(context: PageContext, amendment: AmendmentFacts, voted: boolean): Promise<LifeView> {
  const { tx, gathering, actor, shell } = context;
  const names = await readDelegationNames(tx, gathering.id);
  const nameOf = (id: string): string => names.get(id) ?? "";
  const text = await readText(tx, gathering.id, amendment.text);
  const open = gathering.state === "open" && text?.life.state === "tabled";
  const mine = shell.me?.delegation?.id;
  const allows = (action: Action, delegation?: string): boolean =>
    gathering.state === "open" &&
    may(actor, action, { gathering: gathering.id, ...(delegation === undefined ? {} : { delegation }) });
  const { life, standing, delegation: author, hash } = amendment;
  const all = await readCosignatures(tx, amendment.id);
  const now = all.filter((one) => one.revision === amendment.revision && one.delegation !== author);
  const last = Math.max(0, ...all.map((one) => one.revision).filter((one) => one < amendment.revision));
  const before = all.filter((one) => one.revision === last && one.delegation !== author);
  const signed = now.some((one) => one.delegation === mine);
  // Of the secretary, who has no delegation, nothing is asked here: those at the desk are shown the acts of a delegation's own.
  const own = (action: Action): string | null => (mine !== undefined && allows(action, mine) ? mine : null);
  const cosigns =
    mine !== undefined && cosignAmendment({ life, standing, author, hash }, { delegation: mine, hash }, voted).ok;
  const takes = mine !== undefined && takeOverAmendment(life, standing, { author, delegation: mine }).ok;
  return {
    support: {
      cosignatories: now.map((one) => nameOf(one.delegation)),
      before: before.length,
      required: gathering.supporters,
      cosigning: open && cosigns && !signed ? own("amendment.cosign") : null,
      uncosigning: uncosignAmendment(life, signed, voted).ok ? own("amendment.uncosign") : null,
    },
    ruledOut: life.state === "inadmissible" ? await reasonOf(context, amendment.reason) : null,
    takenOver: await takenOverFrom(context, amendment, nameOf),
    may: {
      withdraw:
        standing.standing === "live" && withdrawAmendment(life, voted).ok && allows("amendment.withdraw", author),
      subAmend: open && !voted && mayBeAmended(amendment).ok && mayCompose(context).ok,
      revise:
        open &&
        amendment.parent === null &&
        reviseAmendment(life, standing, voted).ok &&
        allows("amendment.revise", author),
      divide:
        open && amendment.changes.length > 1 && divideAmendment(amendment, voted).ok && allows("amendment.divide"),
      inadmissible:
        standing.standing === "live" && declareInadmissible(life, voted).ok && allows("amendment.inadmissible"),
      takeOver: open && takes && amendment.parent === null ? own("amendment.takeOver") : null,
    },
  };
}

async function reasonOf({ tx, gathering }: PageContext, id: string | null): Promise<LifeView["ruledOut"]> {
  const words = id === null ? null : await readWords(tx, gathering.id, id);
  return { reason: words?.words ?? null };
}

/** Who withdrew it before its author took it over; null: nobody did. */
async function takenOverFrom(
  { tx, gathering }: PageContext,
  { id }: AmendmentFacts,
  nameOf: (id: string) => string,
): Promise<string | null> {
  const acts = (await readEntriesOf(tx, gathering.id, "amendment.takenOver")).map(readEntry);
  const last = acts.findLast((one) => one.act === "amendment.takenOver" && one.data.amendment === id);
  return last?.act === "amendment.takenOver" ? nameOf(last.data.from) : null;
}
