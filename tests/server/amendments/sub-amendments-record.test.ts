import { beforeAll, describe, expect, it } from "vitest";

import { replayRecord } from "../../../scripts/verify-replay.ts";
import { checkRecord } from "../../../scripts/verify.ts";
import { canonicalJson } from "../../../shared/journal/index.ts";
import type { AmendView } from "../../../shared/views/index.ts";
import { reseal, type RecordFile } from "../../support/forge.ts";
import { openRoad } from "../../support/road.ts";
import { faultsOf } from "../../support/second-verifier.ts";

type Data = Record<string, unknown>;

let record = "";
/** One amendment, its sub-amendment adopted, then itself; another amendment, which waits. */
beforeAll(async () => {
  await using road = await openRoad();
  const [first, second, third] = road.three;
  const text = await road.table("Nos communes libres, nos quartiers ouverts");
  const parent = await road.amend(text, first, "quartiers ouverts", "quartiers ouverts et solidaires");
  await road.amend(text, third, "Nos communes", "Les communes");
  const view = await road.view<AmendView>(`/textes/${text}/amender?sous-amende=1`, second.cookie);
  const document: unknown = JSON.parse(canonicalJson(view.document).replace("solidaires", "accueillants"));
  const asked = { delegation: second.delegation, parent, revision: 1, document, rationale: "" };
  const answer = await road.assembly.act(second.cookie, "amendment.submit", asked);
  for (const amendment of [answer.json().amendment, parent]) {
    await road.call(amendment);
    await road.decide(`amendment:${amendment}`, ["for", "for", "for"]);
  }
  record = await road.record();
});

const forged = (spoil: (file: RecordFile) => void): string => {
  const file: RecordFile = JSON.parse(record);
  spoil(file);
  const entries = file.entries.map((entry, i) => ({
    hash: `old ${i}`,
    sequence: i + 1,
    body: JSON.stringify({ ...JSON.parse(entry.body), sequence: i + 1 }),
  }));
  return JSON.stringify(reseal({ ...file, entries }));
};

const holds = (content: string): boolean => {
  try {
    replayRecord(checkRecord(content));
    return true;
  } catch {
    return false;
  }
};

/** The places of an act, oldest first. */
const placesOf = (file: RecordFile, act: string): number[] =>
  file.entries.flatMap(({ body }, i) => (JSON.parse(body).act === act ? [i] : []));

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("There is no such thing");
  return value;
}

/** What the n-th entry of an act says, said otherwise. */
function say(file: RecordFile, act: string, nth: number, otherwise: (data: Data) => Data): void {
  const entry = must(file.entries[must(placesOf(file, act)[nth])]);
  const body = JSON.parse(entry.body);
  entry.body = JSON.stringify({ ...body, data: otherwise(body.data) });
}

const without = (data: Data, ...keys: readonly string[]): Data =>
  Object.fromEntries(Object.entries(data).filter(([key]) => !keys.includes(key)));

function put(file: RecordFile, nth: number, otherwise: (subject: Data) => Data): void {
  const ballot = must(file.ballots[nth]);
  ballot.subject = canonicalJson(JSON.parse(JSON.stringify(otherwise(JSON.parse(ballot.subject)))));
}

const sub = 2;
const onAnother = (file: RecordFile): unknown =>
  JSON.parse(must(file.entries[must(placesOf(file, "amendment.submitted")[1])]).body).data.amendment;

/** One more sub-amendment, which nobody decides. */
function addSub(file: RecordFile): void {
  const place = must(placesOf(file, "amendment.submitted")[sub]);
  const { body } = must(file.entries[place]);
  const { data, ...entry } = JSON.parse(body);
  const more = { ...data, amendment: "more", sub: 2 };
  file.entries.splice(place + 1, 0, { hash: "", sequence: 0, body: JSON.stringify({ ...entry, data: more }) });
  const set = must(file.changeSets.find(({ amendment }) => amendment === data.amendment));
  file.changeSets.push({ ...set, amendment: "more" });
}

/** The parent keeps what it asked before, wherever its second revision is named. */
function forgetAdopted(file: RecordFile): RecordFile {
  const parent = JSON.parse(must(file.entries[must(placesOf(file, "amendment.submitted")[0])]).body).data.amendment;
  const [first, second] = [1, 2].map((revision) =>
    must(file.changeSets.find((set) => set.amendment === parent && set.revision === revision)),
  );
  const [before, after] = [must(first), must(second)];
  const spoilt: RecordFile = JSON.parse(JSON.stringify(file).replaceAll(after.hash, before.hash));
  for (const set of spoilt.changeSets) if (set.amendment === parent) set.body = before.body;
  return spoilt;
}

describe("sub-amendments in the record", () => {
  it("AMD-94 as it was written, both verifiers accept it", () => {
    expect([holds(record), faultsOf(record)]).toEqual([true, []]);
    expect(holds(forged(() => undefined))).toBe(true);
  });

  it.each<readonly [name: string, spoil: (file: RecordFile) => void]>([
    [
      "it is submitted to another amendment",
      (file) => say(file, "amendment.submitted", sub, (data) => ({ ...data, parent: onAnother(file) })),
    ],
    [
      "it is submitted to nothing",
      (file) => say(file, "amendment.submitted", sub, (data) => ({ ...data, parent: "nothing" })),
    ],
    [
      "it is on a revision that is yet to come",
      (file) => say(file, "amendment.submitted", sub, (data) => ({ ...data, onRevision: 2 })),
    ],
    [
      "it bears another amendment’s number",
      (file) => say(file, "amendment.submitted", sub, (data) => ({ ...data, number: 2 })),
    ],
    ["its own number is none", (file) => say(file, "amendment.submitted", sub, (data) => ({ ...data, sub: 0 }))],
    ["its adoption is left out", (file) => void file.entries.splice(must(placesOf(file, "amendment.adopted")[0]), 1)],
    [
      "its adoption makes a later revision",
      (file) => say(file, "amendment.adopted", 0, (data) => ({ ...data, revision: 3 })),
    ],
    [
      "its adoption changes no amendment",
      (file) => say(file, "amendment.adopted", 0, (data) => without(data, "amendment", "revision", "hash")),
    ],
    [
      "its adoption moves the text",
      (file) => say(file, "amendment.adopted", 0, (data) => ({ ...data, version: Number(data["version"]) + 1 })),
    ],
    [
      "it makes an amendment fall that is not its sibling",
      (file) => say(file, "amendment.adopted", 0, (data) => ({ ...data, fallen: [onAnother(file)] })),
    ],
    [
      "another revision of its parent is put to the vote",
      (file) => put(file, 0, (subject) => ({ ...subject, parent: { ...Object(subject["parent"]), revision: 2 } })),
    ],
    [
      "another amendment is put to the vote with it",
      (file) =>
        put(file, 0, (subject) => ({
          ...subject,
          parent: { ...Object(subject["parent"]), amendment: onAnother(file) },
        })),
    ],
    [
      "it is put to the vote as an amendment",
      (file) => put(file, 0, (subject) => ({ ...without(subject, "parent"), kind: "amendment" })),
    ],
    ["its parent is voted while another waits", addSub],
  ])("AMD-94 a record in which %s is refused by both, its hashes made consistent again", (_name, spoil) => {
    const content = forged(spoil);
    expect([holds(content), faultsOf(content).length > 0]).toEqual([false, true]);
  });

  it("AMD-94 a parent that stays as it was, everywhere, is refused by redoing it", () => {
    const file: RecordFile = JSON.parse(record);
    const content = JSON.stringify(reseal(forgetAdopted(file)));
    expect(() => checkRecord(content)).not.toThrow();
    expect(holds(content)).toBe(false);
  });
});
