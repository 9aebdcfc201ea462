import { and, eq } from "drizzle-orm";
import { Type } from "typebox";

import { decline, sign, type Signature } from "../../shared/declarations/index.ts";
import { readEntry } from "../../shared/journal/index.ts";
import { limits } from "../../shared/limits.ts";
import { ok, refuse, type Result } from "../../shared/refusals.ts";
import { publishText } from "../../shared/texts/index.ts";
import { defineAct, type ActContext, type ActGathering } from "../http/index.ts";
import { keepWords, readEntriesOf, readWords } from "../journal/index.ts";
import type { Tx } from "../storage/index.ts";
import { readText, saveLife } from "../texts/index.ts";
import { readSignatures, writeSignature } from "./store.ts";

const id = Type.String({ minLength: 1, maxLength: limits.idCharacters });

/** One touch: the delegation signs, with a reservation when there are words for it. */
const signing = defineAct({
  action: "declaration.sign",
  body: Type.Object(
    { text: id, delegation: id, reservation: Type.Optional(Type.String({ maxLength: limits.rationaleCharacters })) },
    { additionalProperties: false },
  ),
  scope: ofDelegation,
  perform: (context, { text, delegation, reservation = "" }) =>
    setSignature(context, text, delegation, "signed", reservation.trim() === "" ? null : reservation.trim()),
});

/** The delegation says that it does not sign. */
const declining = defineAct({
  action: "declaration.decline",
  body: Type.Object({ text: id, delegation: id }, { additionalProperties: false }),
  scope: ofDelegation,
  perform: (context, { text, delegation }) => setSignature(context, text, delegation, "declined", null),
});

/** An adopted text becomes a declaration of the gathering, in the words that were voted. */
const publishing = defineAct({
  action: "declaration.publish",
  body: Type.Object({ text: id }, { additionalProperties: false }),
  scope: async () => ok({}),
  async perform({ tx, gathering, record }, { text: id }) {
    const text = await readText(tx, gathering.id, id);
    if (!text) return refuse("not-found");
    const life = publishText(text.life);
    if (!life.ok) return refuse("wrong-state", `text-${text.life.state}`);
    const { version, hash } = life.value.voted;
    if (!(await wasAdopted(tx, gathering, { text: id, version, hash }))) return refuse("no-ballot");
    await saveLife(tx, id, life.value);
    await record("declaration.published", { text: id, version, hash });
    return ok({ see: `/declarations/${id}` });
  },
});

export const declarationActs = [signing, declining, publishing];

async function ofDelegation(
  tx: Tx,
  gathering: ActGathering,
  { delegation }: { readonly delegation: string },
): Promise<Result<{ readonly delegation: string }>> {
  return (await stateOf(tx, gathering, delegation)) === null ? refuse("not-found") : ok({ delegation });
}

async function setSignature(
  context: ActContext,
  textId: string,
  delegation: string,
  wanted: "signed" | "declined",
  reservation: string | null,
): Promise<Result<{ readonly see: string }>> {
  const { tx, gathering, atMs, record, newId } = context;
  const text = await readText(tx, gathering.id, textId);
  // A draft is nobody's business here: whether it exists is not said.
  if (!text || text.life.state === "draft") return refuse("not-found");
  const signable = { text: text.life.state, enrolled: (await stateOf(tx, gathering, delegation)) !== "withdrawn" };
  const see = { see: `/declarations/${textId}` };

  const words = reservation === null ? null : { id: newId(), kind: "reservation", words: reservation };
  const allowed = wanted === "signed" ? sign(signable, null) : decline(signable);
  if (!allowed.ok) return allowed;
  if (await isSaidAlready(tx, gathering, textId, delegation, wanted, reservation)) return ok(see);

  const hash = words === null ? null : await keepWords(tx, gathering.id, { ...words, salt: context.newSalt() });
  const signature: Exclude<Signature, { state: "none" }> =
    wanted === "signed" ? { state: wanted, reservationHash: hash } : { state: wanted };
  await writeSignature(tx, textId, delegation, signature, { reservationWords: words?.id ?? null, atMs });
  const fact = { text: textId, delegation, ...(hash === null ? {} : { reservationHash: hash }) };
  await record(wanted === "signed" ? "declaration.signed" : "declaration.declined", fact);
  return ok(see);
}

/** The same word said twice is one act: a second touch on a slow network writes nothing. */
async function isSaidAlready(
  tx: Tx,
  gathering: ActGathering,
  text: string,
  delegation: string,
  wanted: "signed" | "declined",
  reservation: string | null,
): Promise<boolean> {
  const kept = (await readSignatures(tx, text)).find((one) => one.delegation === delegation);
  if (kept?.state !== wanted) return false;
  const words = kept.reservationWords === null ? null : await readWords(tx, gathering.id, kept.reservationWords);
  return (words?.words ?? null) === reservation;
}

/** The journal says that a ballot adopted this text in these words: a row alone publishes nothing. */
async function wasAdopted(
  tx: Tx,
  gathering: ActGathering,
  voted: { readonly text: string; readonly version: number; readonly hash: string },
): Promise<boolean> {
  const adopted = (await readEntriesOf(tx, gathering.id, "text.adopted")).map(readEntry);
  return adopted.some(
    ({ act, data }) =>
      act === "text.adopted" && data.text === voted.text && data.version === voted.version && data.hash === voted.hash,
  );
}

async function stateOf(tx: Tx, gathering: ActGathering, id: string): Promise<string | null> {
  const { delegations } = tx.tables;
  const [row] = await tx.db
    .select({ state: delegations.state })
    .from(delegations)
    .where(and(eq(delegations.gathering, gathering.id), eq(delegations.id, id)));
  return row?.state ?? null;
}
