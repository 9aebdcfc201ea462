import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { replayRecord } from "../../../scripts/verify-replay.ts";
import { checkRecord } from "../../../scripts/verify.ts";
import type { ConsoleView, NowView, TextView } from "../../../shared/views/index.ts";
import { getPage } from "../../support/app.ts";
import { reseal, type RecordFile } from "../../support/forge.ts";
import { castFor } from "../../support/open-ballot.ts";
import { openRoad, type Road } from "../../support/road.ts";
import { faultsOf } from "../../support/second-verifier.ts";

let road: Road;
let text: string;
let three: readonly string[];
beforeEach(async () => {
  road = await openRoad();
  text = await road.table("Nos communes libres, nos quartiers ouverts, nos vallées vivantes");
  const [first, second, third] = road.three;
  three = [
    await road.amend(text, first, "Nos communes", "Les communes"),
    await road.amend(text, second, "quartiers ouverts", "quartiers solidaires"),
    await road.amend(text, third, "vallées vivantes", "vallées et montagnes vivantes"),
  ];
});
afterEach(async () => road[Symbol.asyncDispose]());

const chair = (action: string, body: object) => road.assembly.act(road.assembly.chair.cookie, action, body);
const together = (amendments: readonly string[]) => chair("amendment.callTogether", { amendments });
const block = (amendments: readonly string[]): string => `block:${amendments.join(",")}`;
const words = async (): Promise<string> => (await road.view<TextView>(`/textes/${text}`)).text.title;
const acts = async (): Promise<readonly { act: string; data: Record<string, unknown> }[]> =>
  JSON.parse(await road.record()).entries.map((entry: { body: string }) => JSON.parse(entry.body));

async function decide(subject: string, choices: readonly string[]): Promise<void> {
  const opened = await chair("ballot.open", { subject });
  if (opened.statusCode !== 200) throw new Error(opened.body);
  const { ballot } = opened.json();
  for (const [i, choice] of choices.entries())
    await castFor({ ...opened.json(), assembly: road.assembly, ballot }, must(road.three[i]), choice);
  await road.act(road.assembly.chair.cookie, "ballot.conclude", { ballot });
}

const accepted = (record: string): boolean => {
  try {
    replayRecord(checkRecord(record));
    return true;
  } catch {
    return false;
  }
};

describe("amendments put to the vote en bloc", () => {
  it("AMD-107 are adopted in the order of calls, whatever their numbers and what the chair's own order is; meanwhile it stands", async () => {
    const [first, second, third] = three;
    const move = (amendment: string | undefined, before: string) =>
      chair("amendment.reorder", { text, amendment, before });
    expect((await move(third, must(first))).statusCode).toBe(200);
    await together([must(first), must(second), must(third)]);
    const opened = await chair("ballot.open", { subject: block([must(third), must(first), must(second)]) });
    expect(opened.statusCode).toBe(200);
    expect((await move(third, "")).json().code).toBe("ballot-open");
    expect((await move("", "")).json().code).toBe("ballot-open");
    const { ballot } = opened.json();
    for (const voter of road.three) await castFor({ ...opened.json(), assembly: road.assembly, ballot }, voter, "for");
    await road.act(road.assembly.chair.cookie, "ballot.conclude", { ballot });
    const adopted = (await acts()).filter(({ act }) => act === "amendment.adopted");
    expect(adopted.map(({ data }) => data["amendments"])).toEqual([[third], [first], [second]]);
    const record = await road.record();
    expect(accepted(record)).toBe(true);
    expect(faultsOf(record)).toEqual([]);
  });

  it("BAL-190 are adopted by one ballot, one after the other, and the record holds for both verifiers", async () => {
    await together(three);
    expect(await road.view<NowView>("/", must(road.three[0]).cookie)).toMatchObject({
      moment: {
        kind: "block",
        items: [{ amendments: [{ number: 1 }] }, {}, {}],
        asking: must(road.three[0]).delegation,
      },
    });
    await decide(block([...three].reverse()), ["for", "for", "against"]);
    expect(await words()).toContain("vallées et montagnes vivantes");
    for (const part of ["Les communes", "quartiers solidaires"]) expect(await words()).toContain(part);
    const adopted = (await acts()).filter(({ act }) => act === "amendment.adopted");
    expect(adopted.map(({ data }) => [data["amendments"], data["version"]])).toEqual(
      three.map((id, i) => [[id], 2 + i]),
    );
    expect(new Set(adopted.map(({ data }) => data["ballot"])).size).toBe(1);
    const page = await getPage(road.fresh.app, `/r/${road.assembly.slug}/scrutins/1`);
    expect(page.body).toContain("3 amendements en bloc");
    const minutes = (await getPage(road.fresh.app, `/r/${road.assembly.slug}/proces-verbal`)).body;
    expect(minutes.replaceAll(/\s/gu, " ")).toContain("Les amendements 1, 2 et 3 sont appelés.");
    expect(minutes).not.toContain("identiques");
    const record = await road.record();
    expect([accepted(record), faultsOf(record)]).toEqual([true, []]);
  });

  it("BAL-190 are rejected by one act, and the text stays as it was", async () => {
    const before = await words();
    await together(three);
    await decide(block(three), ["against", "for", "against"]);
    expect(await words()).toBe(before);
    const [rejected, ...others] = (await acts()).filter(({ act }) => act === "amendment.rejected");
    expect([others.length, rejected?.data["amendments"]]).toEqual([0, [...three].sort()]);
    const record = await road.record();
    expect([accepted(record), faultsOf(record)]).toEqual([true, []]);
  });

  it("BAL-191 any delegation has one taken out, which waits to be voted alone; what was prepared with it does not open", async () => {
    const [first, second] = road.three;
    await together(three);
    const prepared = (await chair("ballot.prepare", { subject: block(three) })).json();
    const takeOut = (who: string, delegation: string, amendment = three[2]) =>
      road.assembly.act(who, "amendment.takeOut", { amendment, delegation });
    expect((await takeOut(first.cookie, second.delegation)).statusCode).toBe(403);
    expect((await takeOut(first.cookie, first.delegation)).statusCode).toBe(200);
    expect((await chair("ballot.open", { ballot: prepared.ballot })).json()).toMatchObject({ code: "wrong-state" });
    const left = three.slice(0, 2);
    const { subject } = await road.view<ConsoleView>("/tribune", road.assembly.chair.cookie);
    expect(subject).toMatchObject({ kind: "block", items: [{}, {}] });
    expect((await chair("ballot.open", { subject: block(left) })).statusCode).toBe(200);
    expect((await takeOut(first.cookie, first.delegation, left[0])).json()).toMatchObject({ code: "ballot-open" });
  });

  it("BAL-191 one that is called alone is not taken out", async () => {
    await road.call(must(three[0]));
    const { cookie, delegation } = road.three[0];
    const alone = await road.assembly.act(cookie, "amendment.takeOut", { amendment: three[0], delegation });
    expect(alone.json()).toMatchObject({ code: "wrong-state", detail: "amendment-alone" });
  });

  it("BAL-192 those that touch the same words are not called together, nor those of two texts", async () => {
    const rival = await road.amend(text, road.three[1], "Nos communes", "Toutes les communes");
    expect((await together([must(three[0]), rival])).json()).toMatchObject({ code: "not-adoptable" });
    const other = await road.table("Un autre texte");
    const elsewhere = await road.amend(other, road.three[1], "Un autre", "Encore un");
    expect((await together([must(three[0]), elsewhere])).json()).toMatchObject({
      code: "wrong-state",
      detail: "block-of-two-texts",
    });
    const states = (await acts()).filter(({ act }) => act === "amendment.called");
    expect(states).toEqual([]);
  });

  it("BAL-192 identical ones are one part, and adopted together", async () => {
    const twin = await road.amend(text, road.three[1], "Nos communes", "Les communes");
    await together(three);
    await decide(block(three), ["for", "for", "for"]);
    const [first] = (await acts()).filter(({ act }) => act === "amendment.adopted");
    expect(first?.data["amendments"]).toEqual([must(three[0]), twin].sort());
    const record = await road.record();
    expect([accepted(record), faultsOf(record)]).toEqual([true, []]);
  });

  it.each([
    ["a part is left out", (file: RecordFile) => drop(file, "amendment.adopted", 1)],
    ["a part is adopted twice", (file: RecordFile) => repeat(file, "amendment.adopted")],
    ["the parts change places", (file: RecordFile) => swap(file, "amendment.adopted")],
    ["the last part is left out", (file: RecordFile) => drop(file, "amendment.adopted", 2)],
  ])("BAL-190 a record in which %s is refused by both, its hashes made consistent again", async (_name, spoil) => {
    await together(three);
    await decide(block(three), ["for", "for", "for"]);
    const file: RecordFile = JSON.parse(await road.record());
    spoil(file);
    const forged = JSON.stringify(reseal(renumbered(file)));
    expect([accepted(forged), faultsOf(forged).length > 0]).toEqual([false, true]);
  });
});

const placesOf = (file: RecordFile, act: string): number[] =>
  file.entries.flatMap(({ body }, i) => (JSON.parse(body).act === act ? [i] : []));
const drop = (file: RecordFile, act: string, nth: number): void =>
  void file.entries.splice(must(placesOf(file, act)[nth]), 1);
const repeat = (file: RecordFile, act: string): void => {
  const place = must(placesOf(file, act)[0]);
  file.entries.splice(place + 1, 0, must(file.entries[place]));
};
const swap = (file: RecordFile, act: string): void => {
  const [a = 0, b = 0] = placesOf(file, act);
  const [first, second] = [must(file.entries[a]), must(file.entries[b])];
  file.entries[a] = second;
  file.entries[b] = first;
};
const renumbered = (file: RecordFile): RecordFile => ({
  ...file,
  entries: file.entries.map((entry, i) => ({
    hash: `old ${i}`,
    sequence: i + 1,
    body: JSON.stringify({ ...JSON.parse(entry.body), sequence: i + 1 }),
  })),
});

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("There is no such thing");
  return value;
}
