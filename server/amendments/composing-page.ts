import { apply, changeSetBody, labelOf, reviseAmendment } from "../../shared/amendments/index.ts";
import { limits } from "../../shared/limits.ts";
import { allow } from "../../shared/people/index.ts";
import { ok, refuse, type Result } from "../../shared/refusals.ts";
import { plainJson, type TextNode } from "../../shared/texts/index.ts";
import type { AmendView, WaitingAmendments } from "../../shared/views/index.ts";
import type { PageContext, PageDefinition } from "../http/index.ts";
import { readWords } from "../journal/index.ts";
import { readDelegationNames } from "../people/index.ts";
import { readDocument, readText } from "../texts/index.ts";
import { Carrier } from "./carry.ts";
import { deadlineOf } from "./deadline.ts";
import { readEnrolled } from "./delegations.ts";
import type { AmendmentNeighbours } from "./neighbours.ts";
import { readAddressed, readSubComposing } from "./sub-composing.ts";
import { isAlive, readAmendmentsOn, type AmendmentFacts } from "./store.ts";

export const composingPage = (neighbours: AmendmentNeighbours): PageDefinition => ({
  path: "/textes/:text/amender",
  read: (context) => readComposing(context, neighbours),
});

/**
 * The tabled text, to be edited in place on the author's own device; `?rectifie=12`: amendment 12, to be revised there.
 * `?sous-amende=12`: the text as amendment 12 leaves it, to be amended in turn.
 * With `?autres=1`, instead of the text, what waits on it: the page asks again whenever others submit.
 */
async function readComposing(context: PageContext, neighbours: AmendmentNeighbours): Promise<Result<AmendView>> {
  const { tx, gathering, actor, shell, params, query, nowMs } = context;
  const text = await readText(tx, gathering.id, params["text"] ?? "");
  if (!text || text.life.state === "draft") return refuse("not-found");
  if (query["sous-amende"] !== undefined) return readSubComposing(context, text, neighbours);
  const asked = query["rectifie"];
  const before = asked === undefined ? null : await readAddressed(context, asked);
  if (asked !== undefined && (before?.text !== text.id || before.parent !== null)) return refuse("not-found");
  const delegation = before?.delegation ?? shell.me?.delegation?.id;
  const allowed = allow(actor, before ? "amendment.revise" : "amendment.submit", {
    gathering: gathering.id,
    ...(delegation === undefined ? {} : { delegation }),
  });
  if (!allowed.ok) return allowed;
  if (text.life.state !== "tabled") return refuse("wrong-state", `text-${text.life.state}`);
  if (gathering.state === "closed") return refuse("wrong-state", "gathering-closed");
  const revising = before && (await readRevising(context, before, neighbours));
  if (revising && !revising.ok) return revising;
  const { doc } = await readDocument(tx, text.id, before?.base.version ?? text.version);
  const asksForOthers = query["autres"] === "1" && before === null;
  return ok({
    page: "amend",
    shell,
    text: { id: text.id, title: text.title, version: text.version },
    document: asksForOthers ? null : plainJson(doc.toJSON()),
    revising: revising?.value ?? null,
    deadline: before === null ? await deadlineOf(tx, text.id, nowMs) : null,
    delegations: delegation === undefined ? await readEnrolled(tx, gathering.id) : [],
    others: asksForOthers ? await waitingOn(context, text.id, doc) : null,
  });
}

async function readRevising(
  { tx, gathering }: PageContext,
  before: AmendmentFacts,
  neighbours: AmendmentNeighbours,
): Promise<Result<NonNullable<AmendView["revising"]>>> {
  const life = reviseAmendment(before.life, before.standing, await neighbours.isBeingVoted(tx, before.id));
  if (!life.ok) return life;
  const { id, number, revision, base } = before;
  const { doc } = await readDocument(tx, before.text, base.version);
  const amended = apply(doc, before.changes, base.version + 1);
  if (!amended.ok) return amended;
  const words = before.rationale === null ? null : await readWords(tx, gathering.id, before.rationale);
  return ok({
    amendment: id,
    number,
    label: labelOf(before),
    next: labelOf({ number, revision: revision + 1 }),
    delegation: (await readDelegationNames(tx, gathering.id)).get(before.delegation) ?? "",
    revision,
    version: base.version,
    amended: plainJson(amended.value.toJSON()),
    rationale: words?.words ?? "",
    divisible: before.divisible,
  });
}

/** Each carried to the text as it stands; what can no longer be adopted is left out, and what is too much is counted. */
async function waitingOn(
  { tx, gathering, shell }: PageContext,
  text: string,
  doc: TextNode,
): Promise<WaitingAmendments> {
  const names = await readDelegationNames(tx, gathering.id);
  const carrier = new Carrier(tx, text, doc);
  const list: WaitingAmendments["list"][number][] = [];
  let characters = 0;
  let left = 0;
  for (const amendment of (await readAmendmentsOn(tx, text)).filter((one) => isAlive(one) && one.parent === null)) {
    const { state, changes } = await carrier.carry(amendment);
    if (state === "fallen") continue;
    const body = changeSetBody(changes);
    characters += body.length;
    if (characters > limits.othersCharacters) left++;
    else {
      const { id, number, revision, hash } = amendment;
      const mine = amendment.delegation === shell.me?.delegation?.id;
      const delegation = names.get(amendment.delegation) ?? "";
      list.push({ amendment: id, number, revision, delegation, mine, hash, changes: body });
    }
  }
  return { list, left };
}
