import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, describe, expect, it } from "vitest";

import { recount } from "../../scripts/recount.ts";
import { Fault } from "../../scripts/verify.ts";
import { groups, optionsOf, papersOf, pick, ranking } from "../support/ballots/profiles.ts";
import { randomFrom, runs, seeds } from "../support/runs.ts";

const root = join(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "cahier-recount-"));
afterAll(() => rmSync(folder, { recursive: true }));

const heading = { format: "cahier-ballot", version: 1 };
const written = (method: string, fields: object): string => JSON.stringify({ ...heading, method, ...fields });

describe("docs/ballot-format.md", () => {
  const page = readFileSync(join(root, "docs/ballot-format.md"), "utf8");
  const examples = [...page.matchAll(/```json\n(?<ballot>.+)\n```\n\nAnswer:\n\n```json\n(?<answer>.+)\n```/g)].map(
    ({ groups }): readonly [method: string, ballot: string, answer: string] => {
      const { ballot = "", answer = "" } = groups ?? {};
      return [/"method":"([a-z-]+)"/.exec(ballot)?.[1] ?? "", ballot, answer];
    },
  );

  it("BAL-72 gives a worked example of every method that it names", () => {
    const methods = /\| `method` \| (?<names>.+) \|/.exec(page)?.groups?.["names"]?.match(/[a-z][a-z-]+(?=`)/g);
    expect(methods?.length).toBe(10);
    expect(new Set(examples.map(([method]) => method))).toEqual(new Set(methods));
    expect(examples.length * 2).toBe(page.match(/```json/g)?.length);
  });

  it.for(examples)("BAL-72 the worked example of %s is answered as the page says", ([, ballot, answer]) => {
    expect(JSON.stringify(recount(ballot))).toBe(answer);
  });
});

describe("recount", () => {
  const tally = { for: 6, against: 3, abstention: 1, notTakingPart: 2 };
  const twoThirds = { majority: { num: 2, den: 3, atLeast: true, base: "expressed" } };

  it("BAL-70 prints one line of JSON and nothing else, or exits with 2 and a sentence", async () => {
    const whole = join(folder, "whole.json");
    writeFileSync(whole, written("yes-no", { rule: twoThirds, tally }));
    const { code, said, complained } = await npmRecount(whole);
    expect({ code, complained, lines: said.split("\n").length }).toEqual({ code: 0, complained: "", lines: 2 });
    expect(JSON.parse(said)).toEqual(recount(readFileSync(whole, "utf8")));
    expect(JSON.parse(said)).toMatchObject({ outcome: "adopted", winners: [], ranking: [] });

    const spoilt = join(folder, "spoilt.json");
    writeFileSync(spoilt, written("schulze", { options: ["A"], votes: [{ count: 1, ranking: [["B"]] }] }));
    expect(await npmRecount(spoilt)).toEqual({
      code: 2,
      said: "",
      complained: "Le bulletin 1 : l’option « B » n’est pas au scrutin.\n",
    });
    expect(await npmRecount(join(folder, "none.json"))).toMatchObject({
      code: 2,
      said: "",
      complained: expect.stringMatching(/^Illisible : .*none\.json/),
    });
    expect(await npmRecount()).toMatchObject({ code: 2, said: "", complained: expect.stringMatching(/^npm run/) });
  });

  it("BAL-70 a simple majority where no rule is given", () => {
    expect(recount(written("yes-no", { options: [], tally })).outcome).toBe("adopted");
    expect(recount(written("yes-no", { tally: { ...tally, for: 3 } })).outcome).toBe("rejected");
    expect(recount(written("yes-no", { rule: twoThirds, tally: { ...tally, for: 5 } })).outcome).toBe("rejected");
  });

  it("BAL-70 options may be called anything", () => {
    const options = ["__proto__", "constructor", "2", "1"];
    const votes = [
      { count: 2, ranking: [["__proto__"], ["1"]] },
      { count: 1, ranking: [["constructor"]] },
    ];
    const counted = recount(written("instant-runoff", { options, votes }));
    expect(counted.winners).toEqual(["__proto__"]);
    const tallies = `{"__proto__":[0,3],"constructor":[1,2],"2":[3,0],"1":[2,1]}`;
    const judged = written("majority-judgment", { options, grades: ["g", "h"], tallies: 0 });
    const { ranking } = recount(judged.replace(`"tallies":0`, `"tallies":${tallies}`));
    expect(ranking).toEqual([["__proto__"], ["constructor"], ["1"], ["2"]]);
  });

  it("BAL-65 counts on with the assembly's decisions, each of which must be one that was to be taken", () => {
    const tied = {
      options: ["A", "B", "C"],
      votes: ["A", "A", "B", "C"].map((one) => ({ count: 1, ranking: [[one]] })),
    };
    expect(recount(written("instant-runoff", tied))).toMatchObject({ outcome: "tie", working: { tied: ["B", "C"] } });
    expect(recount(written("instant-runoff", { ...tied, decisions: ["B"] }))).toMatchObject({ winners: ["A"] });
    for (const decisions of [["A"], ["B", "C"]]) {
      expect(() => recount(written("instant-runoff", { ...tied, decisions }))).toThrow(/^la décision [12] élimine/);
    }
  });
});

describe("recount of a list of votes", () => {
  const one = (voter: string, said: object, more: object = {}) => ({
    voter,
    delegation: voter,
    weight: 1,
    channel: "phone",
    ...said,
    ...more,
  });

  it("BAL-73 derives the tally from each vote, with its weight, and names the channels", () => {
    const votes = [
      one("a", { choice: "for" }, { weight: 2, of: 3 }),
      one("a", { choice: "against" }, { of: 3 }),
      one("b", { choice: "abstention" }, { channel: "proxy" }),
      { count: 4, channel: "hands", zone: "A", choice: "for" },
    ];
    expect(recount(written("yes-no", { secrecy: "public", votes })).working).toMatchObject({
      tally: { for: 6, against: 1, abstention: 1, notTakingPart: 0 },
      channels: { phone: 3, proxy: 1, hands: 4 },
    });
  });

  it("BAL-73 gives the same answer vote by vote and summed, in every method", () => {
    for (const seed of seeds([1])) {
      const random = randomFrom(seed);
      const options = optionsOf(4);
      for (let run = 0; run < runs(60, 1_000); run++) {
        const marked = groups(random, 5, 3, () => ({ options: ranking(random, options, false).flat() }));
        const ranked = groups(random, 5, 3, () => ({ ranking: ranking(random, options, false) }));
        const graded = groups(random, 5, 3, () => ({
          grades: Object.fromEntries(options.map((option) => [option, pick(random, ["g", "h", "i"])])),
        }));
        const grades = ["g", "h", "i"];
        expectSame("approval", { options }, marked, seed);
        expectSame(
          "choice",
          { options },
          marked.map((vote) => ({ ...vote, options: vote.options.slice(0, 1) })),
          seed,
        );
        expectSame("schulze", { options }, ranked, seed);
        expectSame("instant-runoff", { options }, ranked, seed);
        expectSame("stv", { options, seats: 2 }, ranked, seed);
        expectSame("majority-judgment", { options, grades }, graded, seed);
      }
    }
  });

  function expectSame(
    method: string,
    fields: object,
    votes: readonly ({ readonly count: number } & object)[],
    seed: number,
  ) {
    const papers = papersOf(votes).map((said, index) => one(`v${index}`, said, { count: undefined }));
    const { working, ...answer } = recount(written(method, { ...fields, secrecy: "public", votes: papers }));
    const { channels: _, ...same } = { channels: null, ...working };
    expect({ ...answer, working: same }, `seed ${seed}`).toEqual(recount(written(method, { ...fields, votes })));
  }

  it("BAL-73 lists who objects and why", () => {
    const votes = [
      one("a", { position: "consent" }),
      one("b", { position: "objection", reason: "Sans les absentes." }),
    ];
    expect(recount(written("consent", { votes }))).toMatchObject({
      outcome: "objections",
      working: { statements: [{ position: "objection", delegation: "b", reason: "Sans les absentes." }] },
    });
  });
});

/** What is told `npm run --silent recount`, in a process of its own. */
async function npmRecount(...args: readonly string[]) {
  return new Promise<{ code: unknown; said: string; complained: string }>((resolve) => {
    execFile("npm", ["run", "--silent", "recount", "--", ...args], { cwd: root }, (error, said, complained) => {
      resolve({ code: error ? error.code : 0, said, complained });
    });
  });
}

describe("recount refuses", () => {
  const options = ["A", "B", "C"];
  const votes = [{ count: 1, ranking: [["A"]] }];
  const ranked = (...ranking: unknown[]) => ({ options, votes: [...votes, { count: 1, ranking }] });
  const marked = (...marked: unknown[]) => ({ options, votes: [{ count: 1, options: marked }] });
  const sides = { for: 1, against: 0, abstention: 0, notTakingPart: 0 };
  const judged = { options: ["A", "B"], grades: ["g", "h"] };
  const named = { voter: "a", delegation: "a", weight: 1, channel: "phone", choice: "for" };
  const half = { num: 1, den: 2, atLeast: false, base: "expressed" };
  const ruled = (majority: object, quorum?: object) => ({
    rule: { majority, ...(quorum && { quorum }) },
    tally: sides,
  });

  it.for<readonly [method: string, fields: object, where: string, why: RegExp]>([
    ["yes-no", { format: "other", tally: sides }, "le fichier", /format/],
    ["yes-no", { version: 2, tally: sides }, "le fichier", /format/],
    ["yes-no", { tally: sides, extra: 1 }, "le fichier", /« extra » est inconnu/],
    ["yes-no", { tally: sides, annulled: true }, "le fichier", /objet/],
    ["yes-no", { tally: sides, annulled: { by: "me" } }, "le fichier", /« by » est inconnu/],
    ["yes-no", { tally: sides, replaces: -1 }, "le fichier", /négatif/],
    ["borda", { options, votes }, "le fichier", /« borda » est inconnue/],
    ["yes-no", {}, "le fichier", /« votes » manque/],
    ["yes-no", { tally: sides, votes: [] }, "le fichier", /« votes » est inconnu/],
    ["yes-no", { tally: { for: 1, against: 0 } }, "le décompte", /« abstention » n’est pas un entier/],
    ["yes-no", { tally: { ...sides, for: -1 } }, "le décompte", /négatif/],
    ["yes-no", { tally: { ...sides, for: 1.5 } }, "le décompte", /entier/],
    ["yes-no", { tally: { ...sides, for: "1" } }, "le décompte", /entier/],
    ["yes-no", { tally: { ...sides, for: 2 ** 53 } }, "le décompte", /entier/],
    ["yes-no", { tally: { ...sides, for: 2 ** 53 - 1, against: 1 } }, "le fichier", /plus de voix/],
    ["yes-no", { tally: { ...sides, blank: 1 } }, "le décompte", /« blank » est inconnu/],
    ["yes-no", ruled({ ...half, num: 0 }), "la règle", /0\/2/],
    ["yes-no", ruled({ ...half, num: 3 }), "la règle", /3\/2/],
    ["yes-no", ruled({ ...half, num: 2 }), "la règle", /plus que le tout/],
    ["yes-no", ruled({ ...half, atLeast: 1 }), "la règle", /atLeast/],
    ["yes-no", ruled({ ...half, base: "all" }), "la règle", /« all »/],
    ["yes-no", ruled({ ...half, more: 1 }), "la règle", /« more » est inconnu/],
    ["yes-no", ruled(half, { num: 1, den: 2, of: "enrolled" }), "la règle", /« enrolled »/],
    ["yes-no", ruled(half, { num: 1, den: 2, of: "voted" }), "le fichier", /« roll » manque/],
    ["yes-no", ruled({ ...half, base: "present" }), "le fichier", /« roll » manque/],
    ["yes-no", { tally: sides, roll: { enrolled: 4, present: 5 } }, "la liste d’émargement", /5 présentes/],
    ["yes-no", { tally: sides, roll: { enrolled: 4, present: 0 } }, "le fichier", /1 voix pour 0 présentes/],
    ["yes-no", { tally: sides, roll: { enrolled: 4 } }, "la liste d’émargement", /« present »/],
    ["yes-no", { votes: [named, named] }, "le bulletin 2 (a)", /déjà un bulletin/],
    ["yes-no", { votes: [{ ...named, of: 2 }, named] }, "le bulletin 2 (a)", /déjà un bulletin/],
    [
      "yes-no",
      {
        votes: [
          { ...named, of: 2 },
          { ...named, of: 3 },
        ],
      },
      "le bulletin 2 (a)",
      /même poids/,
    ],
    [
      "yes-no",
      {
        votes: [
          { ...named, of: 2 },
          { ...named, weight: 2, of: 2 },
        ],
      },
      "le bulletin 2 (a)",
      /plus que son poids/,
    ],
    ["yes-no", { votes: [{ ...named, weight: 0 }] }, "le bulletin 1 (a)", /poids/],
    ["yes-no", { votes: [{ ...named, channel: "mail" }] }, "le bulletin 1 (a)", /« mail »/],
    ["yes-no", { votes: [{ ...named, count: 1 }] }, "le bulletin 1 (a)", /« count » est inconnu/],
    ["yes-no", { votes: [{ ...named, choice: "yes" }] }, "le bulletin 1 (a)", /« yes »/],
    ["yes-no", { votes: [{ count: 1 }] }, "le bulletin 1", /« choice » manque/],
    ["yes-no", { votes: [7] }, "le bulletin 1", /objet/],
    ["yes-no", { secrecy: "half", tally: sides }, "le fichier", /« half »/],
    ["yes-no", { secrecy: "secret", votes: [named] }, "le bulletin 1 (a)", /ne nomme personne/],
    [
      "yes-no",
      {
        secrecy: "secret",
        votes: [
          { count: 1, choice: "for" },
          { count: 1, choice: "against" },
        ],
      },
      "le bulletin 2",
      /triés/,
    ],
    [
      "yes-no",
      { secrecy: "secret", votes: [{ count: 1, channel: "paper", choice: "for" }] },
      "le bulletin 1",
      /« channel »/,
    ],
    ["yes-no", { secrecy: "public", votes: [{ count: 1, choice: "for" }] }, "le bulletin 1", /par quel canal/],
    ["choice", { votes: [] }, "le fichier", /« options » manque/],
    ["choice", { options: [], votes: [] }, "le fichier", /aucune option/],
    ["choice", { options: ["A", "A"], votes: [] }, "le fichier", /« A » y est deux fois/],
    ["choice", { options: ["A", 2], votes: [] }, "le fichier", /autre chose qu’un texte/],
    ["choice", { options: Array.from({ length: 201 }, (_, n) => `o${n}`), votes: [] }, "le fichier", /200/],
    ["choice", marked("A", "B"), "le bulletin 1", /une seule/],
    ["temperature", marked("A", "B"), "le bulletin 1", /une seule/],
    ["approval", marked("A", "A"), "le bulletin 1", /deux fois/],
    ["approval", marked("D"), "le bulletin 1", /« D » n’est pas au scrutin/],
    ["approval", { options, votes: [{ count: -1, options: [] }] }, "le bulletin 1", /négatif/],
    ["approval", { options, votes: [{ options: [] }] }, "le bulletin 1", /« count »/],
    ["approval", { ...marked("A"), seats: 1 }, "le fichier", /« seats » est inconnu/],
    ["schulze", ranked(["A"], ["D"]), "le bulletin 2", /« D » n’est pas au scrutin/],
    ["schulze", ranked(["A", "B"], ["A"]), "le bulletin 2", /« A » y est deux fois/],
    ["schulze", ranked(["A", "A"]), "le bulletin 2", /« A » y est deux fois/],
    ["schulze", ranked([]), "le bulletin 2", /vide/],
    ["schulze", ranked("A"), "le bulletin 2", /liste/],
    ["schulze", ranked([1]), "le bulletin 2", /autre chose qu’un texte/],
    ["schulze", { ...ranked(["A"]), decisions: [] }, "le fichier", /« decisions » est inconnu/],
    ["instant-runoff", ranked(["A"], ["B", "C"]), "le bulletin 2", /égalité/],
    ["instant-runoff", ranked(["A"], ["A"]), "le bulletin 2", /deux fois/],
    ["instant-runoff", { ...ranked(["A"]), seats: 1 }, "le fichier", /« seats » est inconnu/],
    ["instant-runoff", { ...ranked(["A"]), decisions: ["D"] }, "le fichier", /« D » n’est pas au scrutin/],
    ["instant-runoff", { ...ranked(["A"]), decisions: ["B"] }, "le fichier", /décision 1/],
    ["stv", { ...ranked(["A", "B"]), seats: 1 }, "le bulletin 2", /égalité/],
    ["stv", ranked(["A"]), "le fichier", /« seats » n’est pas un entier/],
    ["stv", { ...ranked(["A"]), seats: 0 }, "le fichier", /aucun siège/],
    ["majority-judgment", { ...judged, tallies: { A: [1, 0] } }, "« B »", /manquent/],
    ["majority-judgment", { ...judged, tallies: { A: [1, 0], B: [1] } }, "« B »", /chaque mention/],
    ["majority-judgment", { ...judged, tallies: { A: [1, 0], B: [1, -1] } }, "« B »", /négatif/],
    [
      "majority-judgment",
      { ...judged, tallies: { A: [1, 0], B: [1, 0], C: [1, 0] } },
      "le fichier",
      /« C » est inconnu/,
    ],
    [
      "majority-judgment",
      { ...judged, tallies: { A: [1, 0], B: [1, 1] }, voters: 1 },
      "le fichier",
      /2 mentions, pour 1/,
    ],
    ["majority-judgment", { ...judged, grades: ["g", "g"], votes: [] }, "le fichier", /« g » y est deux fois/],
    ["majority-judgment", { ...judged, grades: [], votes: [] }, "le fichier", /aucune mention/],
    ["majority-judgment", { ...judged, votes: [{ count: 1, grades: { A: "z" } }] }, "le bulletin 1", /« z »/],
    ["majority-judgment", { ...judged, votes: [{ count: 1, grades: { C: "g" } }] }, "le bulletin 1", /« C »/],
    ["consent", { votes: [{ count: 1, position: "objection", reason: " " }] }, "le bulletin 1", /vide/],
    ["choice", { options: ["A"], votes: [{ count: 1, options: [], choice: "abstention" }] }, "le bulletin 1", /répond/],
    ["schulze", { options: ["A"], votes: [{ count: 1, choice: "for" }] }, "le bulletin 1", /n’existe pas/],
    ["consent", { votes: [{ count: 1, position: "consent", reason: "non" }] }, "le bulletin 1", /motif/],
    ["consent", { votes: [{ count: 1, position: "veto" }] }, "le bulletin 1", /« veto »/],
  ])("BAL-71 %s %j", ([method, fields, where, why]) => {
    expect(faultOf(written(method, fields))).toEqual([where, expect.stringMatching(why)]);
  });

  it("BAL-71 what is no JSON or no object", () => {
    expect(faultOf("{")).toEqual(["le fichier", "ce n’est pas du JSON."]);
    for (const body of ["null", "[]", "7"]) expect(faultOf(body)).toEqual(["le fichier", "un objet était attendu."]);
  });

  function faultOf(content: string): readonly [where: string, why: string] {
    try {
      recount(content);
    } catch (error) {
      if (error instanceof Fault) return [error.where, error.message];
      throw error;
    }
    throw new Error("Nothing was refused");
  }
});
