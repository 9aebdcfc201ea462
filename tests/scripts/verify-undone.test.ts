import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { replayRecord } from "../../scripts/verify-replay.ts";
import { checkRecord, Fault } from "../../scripts/verify.ts";
import { reseal, type RecordFile } from "../support/forge.ts";
import { openRoad, type Road } from "../support/road.ts";
import { faultsOf } from "../support/second-verifier.ts";

interface Act {
  act: string;
  data: { [key: string]: unknown };
}
let road: Road;
let whole: string;

/**
 * An adopted amendment made another fall, one was adopted after it, its ballot was annulled; what had fallen is called, and
 * a ballot that rejected it is annulled too.
 */
beforeAll(async () => {
  road = await openRoad();
  const { cookie } = road.assembly.chair;
  const text = await road.table("Nos communes peuvent ouvrir des maisons du peuple");
  const [first, second] = [
    await road.amend(text, road.three[0], "peuvent ouvrir", "ouvrent"),
    await road.amend(text, road.three[1], "maisons", "foyers"),
  ];
  const third = await road.amend(text, road.three[2], "peuvent", "doivent");
  const ballots: string[] = [];
  const decide = async (amendment: string, choice: string) => {
    await road.call(amendment);
    await road.decide(`amendment:${amendment}`, [choice, choice, choice]);
    const all = await road.fresh.storage.read((tx) => tx.db.select().from(tx.tables.ballots));
    ballots.push(all.find(({ number }) => number === ballots.length + 1)?.id ?? "");
  };
  await decide(first, "for");
  await decide(second, "for");
  await road.act(cookie, "ballot.annul", { ballot: ballots[0], reason: "Mal compté" });
  await decide(third, "against");
  await road.act(cookie, "ballot.annul", { ballot: ballots[2], reason: "Mal compté" });
  whole = await road.record();
});
afterAll(async () => road[Symbol.asyncDispose]());

function forged(spoil: (acts: Act[], file: RecordFile) => void): RecordFile {
  const file: RecordFile = JSON.parse(whole);
  const bodies = file.entries.map(({ body }): Act => JSON.parse(body));
  spoil(bodies, file);
  file.entries = bodies.map((body, index) => ({
    sequence: index + 1,
    hash: file.entries.find((entry) => JSON.parse(entry.body).sequence === Reflect.get(body, "sequence"))?.hash ?? "",
    body: JSON.stringify({ ...body, sequence: index + 1 }),
  }));
  return reseal(file);
}
const named = (acts: readonly Act[], name: string, nth = 0): Act => {
  const found = acts.filter(({ act }) => act === name)[nth];
  if (!found) throw new Error(`No ${name}`);
  return found;
};
const without = (acts: Act[], one: Act): void => void acts.splice(acts.indexOf(one), 1);
const undone = (acts: readonly Act[], nth = 0): Act => named(acts, "amendment.undone", nth);

function firstFault(file: RecordFile): string {
  try {
    replayRecord(checkRecord(JSON.stringify(file)));
    return "";
  } catch (error) {
    if (error instanceof Fault) return `${error.where} ${error.message}`;
    throw error;
  }
}

type Forgery = readonly [name: string, why: RegExp, spoil: (acts: Act[], file: RecordFile) => void];

const seenByBoth: readonly Forgery[] = [
  ["undone without an annulled ballot", /amendment\.undone/u, (acts) => without(acts, named(acts, "ballot.annulled"))],
  ["annulled, and what it decided left", /suite/u, (acts) => without(acts, undone(acts))],
  ["undone twice", /amendment\.undone/u, (acts) => acts.splice(acts.indexOf(undone(acts)), 0, undone(acts))],
  [
    "undone as if it had been rejected",
    /amendment\.undone/u,
    (acts) => void (undone(acts).data["outcome"] = "rejected"),
  ],
  [
    "another amendment undone than it had decided",
    /ce scrutin avait décidé/u,
    (acts) => void (undone(acts).data["amendments"] = undone(acts, 1).data["amendments"]),
  ],
  [
    "the commit of another ballot",
    /ne vient pas de ce scrutin/u,
    (_, file) => {
      const commit = file.texts[0]?.commits.at(-1);
      if (commit) commit.body = commit.body.replace(/"ballot":"[^"]*"/u, '"ballot":"b9"');
    },
  ],
  [
    "what had fallen is not told to live again, and is called",
    /amendment\.(undone|called)/u,
    (acts) => void (undone(acts).data["live"] = []),
  ],
  ["one told twice", /deux états/u, (acts) => void (undone(acts).data["altered"] = undone(acts).data["live"])],
];

const seenByReplay: readonly Forgery[] = [
  [
    "a text that the other adoptions do not give",
    /refaites depuis le dépôt/u,
    (_, file) => {
      const commit = file.texts[0]?.commits.at(-1);
      if (commit) commit.body = commit.body.replace("peuvent", "pourront");
    },
  ],
  [
    "one said to fall that lives",
    /« live »|« fallen »/u,
    (acts) => {
      const { data } = undone(acts);
      [data["live"], data["fallen"]] = [data["fallen"], data["live"]];
    },
  ],
];

describe("the record of what an annulled ballot had decided", () => {
  it("DCL-7 AMD-64 is accepted by both verifiers", () => {
    expect(firstFault(JSON.parse(whole))).toBe("");
    expect(firstFault(forged(() => undefined))).toBe("");
    expect(faultsOf(whole)).toEqual([]);
  });

  it.each(seenByBoth)("DCL-7 AMD-64 is refused by both: %s", (_, why, spoil) => {
    const file = forged(spoil);
    expect(firstFault(file)).toMatch(why);
    expect(faultsOf(JSON.stringify(file))).not.toEqual([]);
  });

  it.each(seenByReplay)("DCL-7 AMD-64 is refused when it is made again: %s", (_, why, spoil) => {
    expect(firstFault(forged(spoil))).toMatch(why);
  });
});
