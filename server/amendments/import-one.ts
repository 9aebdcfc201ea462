import { Type } from "typebox";

import { baseOf, proveAmendment, type ClaimedAmendment, type ClaimedSheaf } from "../../shared/amendments/index.ts";
import { limits } from "../../shared/limits.ts";
import { ok, refuse, type Result } from "../../shared/refusals.ts";
import type { ActDefinition } from "../http/index.ts";
import type { Tx } from "../storage/index.ts";
import { readDocument, readText, type TextFacts } from "../texts/index.ts";
import { isEnrolled } from "./delegations.ts";
import type { AmendmentNeighbours } from "./neighbours.ts";
import { findSubmitted } from "./store.ts";
import { submitWish } from "./submit.ts";
import { changeSetHash } from "../../shared/amendments/index.ts";
import { admitWish, type Wish } from "./wish.ts";

const name = Type.String({ minLength: 1, maxLength: limits.idCharacters });

/**
 * One amendment of a sheaf that was given in, submitted for the delegation that wrote it. It is written on the same version
 * of this text, or else on the tabled one if that is, word for word and id for id, what it was written on elsewhere. What
 * was given in once is answered with the number that it has, whatever became of it since.
 */
export function importOne(
  neighbours: AmendmentNeighbours,
  sheaf: ClaimedSheaf,
  claimed: ClaimedAmendment,
): ActDefinition {
  return {
    action: "amendment.import",
    body: Type.Object({ delegation: name, text: name }, { additionalProperties: false }),
    grouped: true,
    scope: async (tx, gathering, { delegation }: Target) =>
      (await isEnrolled(tx, gathering.id, delegation)) ? ok({ delegation }) : refuse("not-found"),
    async perform(context, { delegation, text: id }: Target) {
      const { tx, gathering } = context;
      const text = await readText(tx, gathering.id, id);
      if (!text) return refuse("not-found");
      const wish = await wishOf(tx, text, sheaf, claimed);
      if (!wish.ok) return wish;
      const before = await findSubmitted(tx, id, { delegation, ...wish.value });
      if (before !== null) return ok({ see: `/amendements/${before}`, body: { number: before, already: true } });
      const admitted = await admitWish(context, wish.value, neighbours);
      return admitted.ok ? submitWish(context, delegation, wish.value, admitted.value) : admitted;
    },
  };
}

interface Target {
  readonly delegation: string;
  readonly text: string;
}

async function wishOf(tx: Tx, text: TextFacts, sheaf: ClaimedSheaf, claimed: ClaimedAmendment): Promise<Result<Wish>> {
  const { life } = text;
  const tabled = "tabled" in life ? life.tabled : null;
  if (tabled === null) return refuse("wrong-state", `text-${life.state}`);
  const from = baseOf(sheaf, claimed);
  if (from === null) return refuse("malformed");
  const { version, head } = claimed.base;
  const known = version >= tabled.version && version <= text.version ? await readDocument(tx, text.id, version) : null;
  const base =
    known?.head === head ? known : from.hash === tabled.hash ? await readDocument(tx, text.id, tabled.version) : null;
  if (base === null) return refuse("not-adoptable", "base-unknown");
  const changes = proveAmendment(base.doc, claimed);
  if (!changes.ok) return changes;
  return ok({
    text,
    base,
    changes: changes.value,
    hash: changeSetHash(changes.value),
    rationale: claimed.rationale.trim(),
    divisible: false,
  });
}
