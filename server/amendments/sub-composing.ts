import { allow } from "../../shared/people/index.ts";
import { ok, refuse, type Result } from "../../shared/refusals.ts";
import { plainJson } from "../../shared/texts/index.ts";
import type { AmendView } from "../../shared/views/index.ts";
import type { PageContext } from "../http/index.ts";
import type { TextFacts } from "../texts/index.ts";
import { readEnrolled } from "./delegations.ts";
import type { AmendmentNeighbours } from "./neighbours.ts";
import { readParent } from "./parent.ts";
import { readAmendmentNumbered, type AmendmentFacts } from "./store.ts";
import { mayBeAmended } from "./submit-sub.ts";
import { AmendmentShower } from "./views.ts";

/** `27`, or `27-1` of a sub-amendment. */
export async function readAddressed({ tx, gathering }: PageContext, asked = ""): Promise<AmendmentFacts | null> {
  const parts = /^([1-9]\d{0,8})(?:-([1-9]\d{0,8}))?$/u.exec(asked);
  return parts ? readAmendmentNumbered(tx, gathering.id, Number(parts[1]), Number(parts[2] ?? 0)) : null;
}

export function mayCompose({ gathering, actor, shell }: PageContext): Result<true> {
  const delegation = shell.me?.delegation?.id;
  const scope = { gathering: gathering.id, ...(delegation === undefined ? {} : { delegation }) };
  const allowed = allow(actor, "amendment.submit", scope);
  if (!allowed.ok) return allowed;
  return gathering.state === "closed" ? refuse("wrong-state", "gathering-closed") : ok(true);
}

/** The text with an amendment in it, to be edited in place: what changes then is a sub-amendment. */
export async function readSubComposing(
  context: PageContext,
  text: TextFacts,
  neighbours: AmendmentNeighbours,
): Promise<Result<AmendView>> {
  const { tx, gathering, shell, query } = context;
  const amendment = await readAddressed(context, query["sous-amende"]);
  if (amendment?.text !== text.id) return refuse("not-found");
  const allowed = mayCompose(context);
  if (!allowed.ok) return allowed;
  if (text.life.state !== "tabled") return refuse("wrong-state", `text-${text.life.state}`);
  const waits = mayBeAmended(amendment);
  if (!waits.ok) return waits;
  if (await neighbours.isBeingVoted(tx, amendment.id)) return refuse("ballot-open");
  const shower = new AmendmentShower(tx, gathering, neighbours);
  const { revision } = amendment;
  const family = await readParent(tx, amendment);
  const form = family.form(revision);
  if (!form) return refuse("not-adoptable", "overlap");
  return ok({
    page: "amend",
    shell,
    text: { id: text.id, title: text.title, version: amendment.base.version },
    document: plainJson(form.toJSON()),
    revising: null,
    deadline: null,
    delegations: shell.me?.delegation ? [] : await readEnrolled(tx, gathering.id),
    others: null,
    parent: {
      amendment: await shower.name(amendment),
      revision,
      numbered: plainJson(family.last.base.toJSON()),
      redline: (await shower.paper(amendment)).redline,
    },
  });
}
