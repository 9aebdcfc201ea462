import type { Json } from "../../shared/journal/index.ts";
import { recordWriter, type RecordFile } from "./record.ts";

const doc = (word: string): Json => ({
  type: "doc",
  content: [
    { type: "title", attrs: { id: "0.1" }, content: [{ type: "text", text: "Déclaration" }] },
    { type: "paragraph", attrs: { id: "0.2" }, content: [{ type: "text", text: `L’${word} ne se vend pas.` }] },
  ],
});
const type = (from: number, to: number, text: string): Json => ({
  stepType: "replace",
  from,
  to,
  slice: { content: [{ type: "text", text }] },
});

/**
 * A small gathering, from its first act to its closing: one text of two commits, an amendment adopted, another rejected,
 * the whole adopted at two thirds, one delegation signing with a reservation and one declining, published.
 * Orvelles has no phone: a teller enters its votes. Tanneries never comes.
 */
export function aRecord(): RecordFile {
  const { file, record, typed, text, changeSet, openBallot, closeBallot } = recordWriter("valbrune", [
    "kerloch",
    "orvelles",
    "tanneries",
  ]);
  record("gathering.created", { template: "commune-des-communes" });
  for (const { id } of file.delegations) record("delegation.admitted", { delegation: id });
  record("delegation.arrived", { delegation: "kerloch" });
  record("delegation.arrived", { delegation: "orvelles" });
  record("agenda.added", { item: "i1", fieldsHash: typed("Vote de la déclaration") });

  const declaration = text("t1");
  record("text.created", { text: "t1" });
  declaration.commit("kerloch", [type(1, 1, "Déclaration")]);
  declaration.commit("kerloch", [type(14, 14, "L’eau ne se vend pas.")]);
  record("text.tabled", declaration.standing(doc("eau")));

  const amend = (
    amendment: string,
    number: number,
    word: string,
    votes: Parameters<typeof closeBallot>[1],
    adopted: boolean,
  ) => {
    const changes = changeSet(amendment, [
      {
        kind: "text",
        block: "0.2",
        from: 2,
        to: 5,
        removed: [{ text: "eau", marks: "" }],
        inserted: [{ text: word, marks: "" }],
      },
    ]);
    const { hash: _, ...at } = declaration.standing(doc("eau"));
    const fact = {
      ...at,
      amendment,
      number,
      revision: 1,
      hash: changes,
      delegation: "orvelles",
      reasonHash: typed(`Pour ${word}.`),
    };
    record("amendment.submitted", fact);
    record("amendment.called", fact);
    const ballot = `b${number}`;
    openBallot(
      ballot,
      number,
      "simple",
      { kind: "amendment", amendments: [amendment], changes, ...at, result: resultHash(word) },
      ["kerloch", "orvelles"],
    );
    closeBallot(ballot, votes);
    record("ballot.declared", { ballot, outcome: adopted ? "adopted" : "rejected" });
    if (adopted) declaration.commit(amendment, [type(16, 19, word)], ballot);
    const { version, head } = declaration.standing(doc(adopted ? word : "eau"));
    const outcome = { amendments: [amendment], ballot, version, head, fallen: [], satisfied: [], altered: [] };
    record(adopted ? "amendment.adopted" : "amendment.rejected", outcome);
  };
  const resultHash = (word: string): string => recordWriter("", []).text("").standing(doc(word)).hash;

  amend(
    "a1",
    1,
    "ombre",
    [
      ["kerloch", "against"],
      ["orvelles", "against", "entered"],
    ],
    false,
  );
  amend(
    "a2",
    2,
    "air",
    [
      ["kerloch", "against"],
      ["orvelles", "for", "entered"],
      ["kerloch", "for"],
    ],
    true,
  );

  const voted = declaration.standing(doc("air"));
  openBallot("b3", 3, ">=2/3 expressed quorum >=1/2 present", { kind: "text", ...voted }, ["kerloch", "orvelles"]);
  closeBallot("b3", [
    ["kerloch", "for"],
    ["orvelles", "notTakingPart", "entered"],
  ]);
  record("ballot.declared", { ballot: "b3", outcome: "adopted" });
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
