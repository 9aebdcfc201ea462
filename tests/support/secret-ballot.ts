import type { Assembly, Seated } from "./assembly.ts";
import { castFor, type OpenedBallot } from "./open-ballot.ts";

/** What the chair says to hold a secret ballot over plain HTTP, as the test's app is. */
const confirmation = "Nous savons que ce Wi-Fi n’est pas chiffré.";

export type Delegate = Seated & { readonly delegation: string };

/** Asks whether to open a secret ballot under the current item; the answer may be a refusal. */
export const askSecretly = (assembly: Assembly, over: object = {}) =>
  assembly.act(assembly.chair.cookie, "ballot.open", {
    subject: "question",
    question: "Faut-il une prochaine rencontre ?",
    secrecy: "secret",
    unencrypted: confirmation,
    ...over,
  });

/** A question put to a secret ballot under the current item. */
export async function openSecretBallot(assembly: Assembly, over: object = {}): Promise<OpenedBallot> {
  const answer = await askSecretly(assembly, over);
  if (answer.statusCode !== 200) throw new Error(answer.body);
  const opened: Pick<OpenedBallot, "ballot" | "number" | "hash"> = answer.json();
  return { ...opened, assembly, text: "" };
}

/** Everybody casts what is theirs, so many at once; each must be accepted. */
export async function castAll(
  opened: OpenedBallot,
  said: readonly (readonly [who: Delegate, choice: string])[],
  atOnce = 25,
): Promise<void> {
  for (let at = 0; at < said.length; at += atOnce) {
    const answers = await Promise.all(said.slice(at, at + atOnce).map(([who, choice]) => castFor(opened, who, choice)));
    for (const answer of answers) if (answer.statusCode !== 200) throw new Error(answer.body);
  }
}

/** The chair closes and proclaims. */
export async function conclude({ assembly, ballot }: OpenedBallot): Promise<void> {
  const answer = await assembly.act(assembly.chair.cookie, "ballot.conclude", { ballot });
  if (answer.statusCode !== 200) throw new Error(answer.body);
}
