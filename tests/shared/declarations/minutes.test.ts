import { describe, expect, it } from "vitest";

import { minutesOf, sentenceOf } from "../../../shared/declarations/index.ts";
import { translator } from "../../../shared/i18n/index.ts";
import { readEntry, sealEntry, type Saying } from "../../../shared/journal/index.ts";
import { aRecord } from "../../support/record-story.ts";
import { recordWriter } from "../../support/record.ts";

const saying: Saying = {
  t: translator("fr"),
  names: {
    delegation: (id) => `Assemblée de ${id}`,
    text: (id) => (id === "t1" ? "Déclaration" : null),
    amendment: (id) => id.slice(1),
    ballot: (id) => Number(id.slice(1)),
    retained: (id) => (id === "b9" ? ["Commercy"] : id === "b8" ? ["Commercy", "Saillans"] : []),
    agendaItem: (id) => (id === "i1" ? "Vote de la déclaration" : null),
    role: (role) => role,
  },
  list: (words) => new Intl.ListFormat("fr").format(words),

  moment: (atMs: number) => `à ${atMs}`,
};

describe("minutes", () => {
  const sections = minutesOf(aRecord().entries, saying);
  const prose = sections.flatMap(({ sentences }) => sentences.map(({ words }) => plain(words)));

  it("DCL-11 are French prose, each act said by its room, acts of one kind in one sentence", () => {
    expect(prose).toEqual(storyProse);
  });

  it("DCL-11 stand in the order of the journal, each sentence with the number of its first act", () => {
    const numbers = sections.flatMap(({ sentences }) => sentences.map(({ sequence }) => sequence));
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    expect(numbers.slice(0, 4)).toEqual([1, 2, 5, 7]);
  });

  it.each([
    ["adopted", "b1", "Le résultat du scrutin 1 est proclamé : adopté."],
    ["elected", "b9", "Le résultat du scrutin 9 est proclamé. Option retenue : Commercy."],
    ["tie", "b8", "Le scrutin 8 se termine à égalité entre Commercy et Saillans ; l’assemblée décide."],
    ["consent", "b1", "Au scrutin 1, l’assemblée consent."],
    ["reservations", "b1", "Au scrutin 1, l’assemblée consent, avec des réserves."],
    ["objections", "b1", "Au scrutin 1, il n’y a pas consentement : au moins une objection est maintenue."],
    ["indicative", "b1", "La température est prise par le scrutin 1 : rien n’est décidé."],
    ["no-quorum", "b1", "Le quorum n’est pas atteint au scrutin 1. Rien ne change."],
  ])("BAL-89 BAL-88 say that a ballot came to %s in the words of its method", (outcome, ballot, words) => {
    const { file, record } = recordWriter("g", []);
    record("ballot.declared", { ballot, outcome });
    expect(minutesOf(file.entries, saying)[0]?.sentences.map((one) => plain(one.words))).toEqual([words]);
  });

  it.each([
    [
      { for: 3, against: 0, abstention: 0, notTakingPart: 1 },
      "Pour : 3 ; contre : 0 ; abstentions : 0 ; ne prennent pas part au vote : 1.",
    ],
    [{ "2>1": 3, "1": 1, abstention: 2 }, "Exprimés : 4 ; abstentions : 2 ; ne prennent pas part au vote : 0."],
    [
      { consent: 3, objection: 1, notTakingPart: 2 },
      "Consentements : 3 ; avec réserve : 0 ; objections : 1 ; abstentions : 0 ; ne prennent pas part au vote : 2.",
    ],
  ])("BAL-89 say what was said, %o", (tally, words) => {
    const { file, record } = recordWriter("g", []);
    record("ballot.closed", { ballot: "b1", tally, marksHash: "", votesHash: "" });
    expect(plain(minutesOf(file.entries, saying)[0]?.sentences[0]?.words ?? "")).toBe(
      `Le scrutin 1 est clos. ${words}`,
    );
  });

  it("BAL-27 mark the count and the result of a ballot that was annulled later, and of no other", () => {
    const { file, record } = recordWriter("g", []);
    const closed = { tally: { for: 1, against: 0, abstention: 0, notTakingPart: 0 }, marksHash: "", votesHash: "" };
    for (const ballot of ["b1", "b2"]) {
      record("ballot.closed", { ballot, ...closed });
      record("ballot.declared", { ballot, outcome: "adopted" });
    }
    record("ballot.annulled", { ballot: "b1", reasonHash: "typed" });
    const said = minutesOf(file.entries, saying).flatMap(({ sentences }) => sentences);
    expect(said.map(({ annulled }) => annulled)).toEqual([true, true, false, false, false]);
    expect(said.at(-1)).toMatchObject({ typedHash: "typed", subjects: { ballots: ["b1"] } });
    expect(plain(said.at(-1)?.words ?? "")).toBe("Le scrutin 1 est annulé : il ne compte plus.");
  });

  it("DCL-12 say that no declaration was adopted when the gathering closes with nothing published", () => {
    const { file, record } = recordWriter("g", []);
    record("gathering.closed", {});
    const words = minutesOf(file.entries, saying).flatMap(({ sentences }) => sentences.map(({ words }) => words));
    expect(words).toEqual(["La rencontre est close.", "Aucune déclaration n’a été adoptée."]);
  });

  it("DCL-13 are divided by agenda item", () => {
    const { file, record } = recordWriter("g", ["kerloch"]);
    record("delegation.arrived", { delegation: "kerloch" });
    record("agenda.started", { item: "i1" });
    record("delegation.left", { delegation: "kerloch" });
    record("agenda.ended", { item: "i1" });
    record("delegation.arrived", { delegation: "kerloch" });
    expect(minutesOf(file.entries, saying).map(({ item, sentences }) => [item, sentences.length])).toEqual([
      [null, 1],
      ["i1", 3],
      [null, 1],
    ]);
  });

  it("DCL-14 name neither a person, nor a draft, nor what was erased", () => {
    const { file, record } = recordWriter("g", []);
    record("role.granted", { participant: "Camille", role: "chair" });
    record("role.granted", { participant: "Dominique", role: "chair" });
    record("text.created", { text: "t9" });
    record("agenda.started", { item: "i9" });
    const words = minutesOf(file.entries, saying).flatMap(({ sentences }) =>
      sentences.map(({ words }) => plain(words)),
    );
    expect(words).toEqual([
      "Sont confiées : 2 places (chair).",
      "La rédaction d’un texte est ouverte.",
      "L’assemblée aborde le point (effacé).",
    ]);
  });

  it("DCL-15 say what was done on behalf of a delegation, and never in one sentence with what it did itself", () => {
    const { file, record } = recordWriter("g", ["kerloch", "orvelles"]);
    record("declaration.signed", { text: "t1", delegation: "kerloch" });
    record("declaration.signed", { text: "t1", delegation: "orvelles" }, "orvelles");
    const words = minutesOf(file.entries, saying).flatMap(({ sentences }) =>
      sentences.map(({ words }) => plain(words)),
    );
    expect(words).toEqual([
      "Signe la déclaration « Déclaration » : Assemblée de kerloch.",
      "Signe la déclaration « Déclaration » : Assemblée de orvelles. Acte fait au nom de la délégation par l’équipe de séance (chair).",
    ]);
  });

  it("DCL-16 give the hash of the words that belong to an act: a question, a reason, a reservation", () => {
    const typed = sections.flatMap(({ sentences }) => sentences.filter(({ typedHash }) => typedHash !== null));
    expect(typed.map(({ words }) => plain(words).slice(0, 20))).toEqual([
      "Le scrutin 1 est ouv",
      "Le scrutin 2 est ouv",
      "Le scrutin 3 est ouv",
      "Signe la déclaration",
    ]);
  });

  it("DCL-34 know what each sentence speaks of: what it submits or decides, what it names, what has ended", () => {
    const said = sections.flatMap(({ sentences }) => sentences);
    const about = (start: string) => said.find(({ words }) => plain(words).startsWith(start))?.subjects;
    const nothing = { quoted: [], amendments: [], texts: [], declarations: [], ballots: [] };
    expect(about("La rencontre est ouverte")).toEqual(nothing);
    expect(about("Sont déposés")?.quoted).toHaveLength(5);
    expect(about("Sont déposés")?.texts).toHaveLength(1);
    expect(about("L’amendement 1 est appelé")?.amendments).toHaveLength(1);
    expect(about("Le scrutin 1 est clos")).toEqual(nothing);
    expect(about("Le résultat du scrutin 1")?.ballots).toHaveLength(1);
    expect(about("L’amendement 2 est adopté")?.quoted).toHaveLength(1);
    expect(about("L’amendement 2 est adopté")?.amendments).toHaveLength(2);
    expect(about("La déclaration « Déclaration » est publiée")?.declarations).toHaveLength(1);
    expect(about("La rédaction du texte")).toEqual(nothing);
  });

  it("DCL-17 have a sentence for a single act, as the journal shows it", () => {
    const sealed = sealEntry({ ...first, act: "clock.steppedBack", data: { byMs: 1500 } });
    expect(plain(sentenceOf(readEntry(sealed), saying))).toBe(
      "L’horloge de la machine est revenue de 2 secondes en arrière ; les actes gardent l’ordre de leurs numéros.",
    );
  });
});

const first = { gathering: "g", sequence: 1, previous: "", by: "operator", role: "operator", atMs: 0 } as const;

/** With plain spaces, as one types. */
function plain(words: string): string {
  return words.replace(/[\u00a0\u202f]/g, " ");
}

const storyProse: readonly string[] = [
  "La rencontre est ouverte.",
  "Sont inscrites 3 délégations : Assemblée de kerloch, Assemblée de orvelles et Assemblée de tanneries.",
  "Sont arrivées : Assemblée de kerloch et Assemblée de orvelles.",
  "Est inscrit au programme : « Vote de la déclaration ».",
  "L’assemblée aborde le point « Vote de la déclaration ».",
  "La rédaction du texte « Déclaration » est ouverte.",
  "Le texte « Déclaration » est déposé dans sa version 2, empreinte C2RC-P92S.",
  "Sont déposés sur le texte « Déclaration » : les amendements 1 (Assemblée de orvelles), 2 (Assemblée de orvelles), 3 (Assemblée de kerloch), 4 (Assemblée de kerloch) et 5 (Assemblée de kerloch).",
  "Est rectifié par sa délégation : l’amendement 2 bis.",
  "L’amendement 1 est appelé.",
  "Le scrutin 1 est ouvert, à la majorité simple. Délégations inscrites : 3 ; présentes : 2. Code du scrutin : QARP-T3T1.",
  "Le scrutin 1 est clos. Pour : 0 ; contre : 2 ; abstentions : 0 ; ne prennent pas part au vote : 0.",
  "Le résultat du scrutin 1 est proclamé : rejeté.",
  "L’amendement 1 est rejeté.",
  "L’amendement 2 bis est appelé.",
  "Le scrutin 2 est ouvert, à la majorité simple. Délégations inscrites : 3 ; présentes : 2. Code du scrutin : 9C66-ZQ86.",
  "Le scrutin 2 est clos. Pour : 2 ; contre : 0 ; abstentions : 0 ; ne prennent pas part au vote : 0.",
  "Le résultat du scrutin 2 est proclamé : adopté.",
  "L’amendement 2 est adopté ; le texte passe à la version 3. L’amendement 3 tombe. L’amendement 5 est satisfait.",
  "L’amendement 4 n’est pas soutenu.",
  "Le scrutin 3 est ouvert, à la majorité des deux tiers des suffrages exprimés, avec un quorum de présence (la moitié des inscrites). Délégations inscrites : 3 ; présentes : 2. Code du scrutin : KZRC-CXQK.",
  "Le scrutin 3 est clos. Pour : 1 ; contre : 0 ; abstentions : 0 ; ne prennent pas part au vote : 1.",
  "Le résultat du scrutin 3 est proclamé : adopté.",
  "Le texte « Déclaration » est adopté dans sa version 3, empreinte VC0H-7Y5S.",
  "Signe la déclaration « Déclaration », avec réserve : Assemblée de kerloch.",
  "Ne signe pas la déclaration « Déclaration » : Assemblée de orvelles. Acte fait au nom de la délégation par l’équipe de séance (chair).",
  "La déclaration « Déclaration » est publiée, empreinte VC0H-7Y5S.",
  "La rencontre est close.",
  "Une déclaration a été publiée : « Déclaration ».",
];
