import type { Transform } from "prosemirror-transform";

import { adoptionCommit, adoptionEffects, changeSetHash, rebase, type Waiting } from "../../shared/amendments/index.ts";
import { textHash, textSchema } from "../../shared/texts/index.ts";
import type { RecordFile } from "./forge.ts";
import { must, recordWriter, type StoryVote } from "./record.ts";

const words = (text: string) => textSchema.text(text);

/** « L’eau ne se vend pas. » with another word for « eau ». */
const instead = (word: string) => (transform: Transform) => void transform.replaceWith(16, 19, words(word));

/**
 * A small gathering, from its first act to its closing: one text of two commits; five amendments, of which one is
 * rejected, one revised and adopted, one falls, one is satisfied, one not moved; the whole adopted at two thirds; one delegation
 * signing with a reservation and one declining; published.
 * With `divides`, the one that falls may be divided: what is left of it is kept, or something else, then not moved.
 * Orvelles has no phone: a teller enters its votes. Tanneries never comes.
 */
export function aRecord({ divides = false }: { readonly divides?: boolean | "otherwise" } = {}): RecordFile {
  const { file, record, typed, text, changeSet, putToVote, close } = recordWriter("valbrune", [
    "kerloch",
    "orvelles",
    "tanneries",
  ]);
  record("gathering.created", { template: "commune-des-communes" });
  for (const { id } of file.delegations) record("delegation.admitted", { delegation: id });
  record("delegation.arrived", { delegation: "kerloch" });
  record("delegation.arrived", { delegation: "orvelles" });
  record("agenda.added", { item: "i1", fieldsHash: typed("Vote de la déclaration") });
  record("agenda.started", { item: "i1" });

  const declaration = text("t1");
  record("text.created", { text: "t1" });
  declaration.write("kerloch", (transform) => transform.insert(1, words("Déclaration")));
  declaration.write("kerloch", (transform) => transform.insert(14, words("L’eau ne se vend pas.")));
  record("text.tabled", declaration.standing());

  let waiting: readonly Waiting[] = [];
  const tabled = declaration.doc();
  const submit = (number: number, delegation: string, change: (transform: Transform) => void, revision = 1) => {
    const id = `a${number}`;
    const base = declaration.doc();
    const changes = changeSet(id, base, change, revision);
    waiting = [...waiting.filter((one) => one.id !== id), { id, changes, base }];
    const { hash: _, ...at } = declaration.standing();
    const reasonHash = typed(`Pour l’amendement ${number}.`);
    const fact = { ...at, amendment: id, number, revision, hash: changeSetHash(changes), delegation, reasonHash };
    if (divides && number === 3) Object.assign(fact, { divisible: true });
    record(revision === 1 ? "amendment.submitted" : "amendment.revised", fact);
    return fact;
  };
  const submitted = [
    submit(1, "orvelles", instead("ombre")),
    submit(2, "orvelles", instead("or noir")),
    submit(3, "kerloch", (transform) => {
      instead("or")(transform);
      if (divides) transform.insert(12, words(" commune"));
    }),
    submit(4, "kerloch", (transform) => transform.insert(35, words(" Jamais."))),
    submit(5, "kerloch", instead("air")),
  ] as const;

  const revised = submit(2, "orvelles", instead("air"), 2);

  const decide = (fact: (typeof submitted)[number], votes: readonly StoryVote[]): void => {
    record("amendment.called", fact);
    const { amendment, number, hash, text, version } = fact;
    const mine = waiting.find((one) => one.id === amendment);
    if (mine === undefined) throw new Error(`${amendment} does not wait`);
    const before = declaration.doc();
    const { steps, doc } = must(adoptionCommit(before, rebase(mine.changes, mine.base, before).changes, version + 1));
    const result = textHash(doc);
    const subject = {
      kind: "amendment",
      amendments: [amendment],
      changes: hash,
      text,
      version,
      head: fact.head,
      result,
    } as const;
    const ballot = putToVote(number, "simple", subject, ["kerloch", "orvelles"]);
    close(ballot, votes);
    waiting = waiting.filter((one) => one !== mine);
    const adopted = votes.at(-1)?.[1] === "for";
    if (adopted) declaration.commit({ author: amendment, ballot: ballot.id }, steps);
    const { fallen, satisfied, altered } = adoptionEffects(waiting, before, declaration.doc());
    const { version: now, head } = declaration.standing();
    const outcome = { amendments: [amendment], ballot: ballot.id, version: now, head };
    record(adopted ? "amendment.adopted" : "amendment.rejected", {
      ...outcome,
      fallen: [...fallen],
      satisfied: [...satisfied],
      altered: [...altered],
    });
  };
  decide(submitted[0], [
    ["kerloch", "against"],
    ["orvelles", "against", "entered"],
  ]);
  decide(revised, [
    ["kerloch", "against"],
    ["orvelles", "for", "entered"],
    ["kerloch", "for"],
  ]);
  record("amendment.notMoved", submitted[3]);
  if (divides) {
    const kept = divides === "otherwise" ? " commune." : " commune";
    const left = changeSet("a3", tabled, (transform) => transform.insert(12, words(kept)), 2);
    const divided = { ...submitted[2], revision: 2, hash: changeSetHash(left) };
    record("amendment.divided", divided);
    record("amendment.notMoved", divided);
  }

  const voted = declaration.standing();
  const rule = ">=2/3 expressed quorum >=1/2 present";
  close(putToVote(3, rule, { kind: "text", ...voted }, ["kerloch", "orvelles"]), [
    ["kerloch", "for"],
    ["orvelles", "notTakingPart", "entered"],
  ]);
  record("text.adopted", { ...voted, ballot: "b3" });
  const reservationHash = typed("Sous réserve de notre assemblée.");
  record("declaration.signed", { text: "t1", delegation: "kerloch", reservationHash });
  record("declaration.declined", { text: "t1", delegation: "orvelles" }, "orvelles");
  file.signatures.push({ text: "t1", delegation: "kerloch", state: "signed", reservationHash });
  file.signatures.push({ text: "t1", delegation: "orvelles", state: "declined" });
  record("declaration.published", { text: "t1", version: voted.version, hash: voted.hash });
  record("gathering.closed", {});
  return file;
}
