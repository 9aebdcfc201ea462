import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Page } from "playwright-core";
import { afterAll, expect, test } from "vitest";

import { loadsOf } from "../journeys/support/seen.ts";
import { firstParagraph, reads, says } from "../journeys/support/workshop.ts";
import { randomFrom, runs, seeds } from "../support/runs.ts";
import { runToEnd } from "../support/served.ts";
import { readDisk, type Disk } from "./support/disk.ts";
import type { CutShort } from "./support/gate.ts";
import { planCuts, type Plan } from "./support/plan.ts";
import { fillsHall, roadActs, type RoadAct, type RoadHall } from "./support/road.ts";
import { numberedWords } from "./support/typist.ts";

/** Each fall costs a start and the time until all pages are back. */
const patienceMs = 900_000;

const place = mkdtempSync(join(tmpdir(), "cahier-kills-"));
afterAll(() => rmSync(place, { recursive: true, force: true }));

test.for(seeds([1, 2, 3].slice(0, runs(0, 3))))(
  "FALL-2 ten kills on the road, seed %i: what was told is there once, all sheets are one text, no page was loaded anew",
  { timeout: patienceMs },
  async (seed, { onTestFailed }) => {
    const random = randomFrom(seed);
    const hall = await fillsHall();
    onTestFailed(() => showPages(hall));
    const { house, typists, chair, home } = hall;
    const acts = roadActs(hall);
    const plan = planCuts(acts, random);
    const loads = hall.pages().map(loadsOf);
    const journal = [...(await journalOf(chair, home))];
    const cuts: string[] = [];
    const walksRoad = async (): Promise<void> => {
      for (const [i, act] of acts.entries()) {
        if (plan.pushes.has(i)) cuts.push(await cutPush(hall, plan, journal));
        await isReady(act);
        if (plan.acts.has(i)) cuts.push(await cutAct(hall, act, plan, journal));
        else await act.press();
        await act.done();
        journal.push(...act.writes);
      }
    };
    const road = walksRoad();
    await Promise.all([road, ...typists.map((typist) => typist.typesUntil(road))]);

    console.log(`seed ${seed}: ${cuts.join("; ")}`);
    expect(cuts).toHaveLength(10);

    const [camille, dominique] = typists;
    for (const { page } of typists) {
      await says(page, "Tout est écrit");
      expect(await page.locator(".offered").count()).toBe(0);
    }
    await expect.poll(() => firstParagraph(dominique.page)).toBe(await firstParagraph(camille.page));
    const standing = await firstParagraph(camille.page);
    const typed = typists.flatMap(({ words }) => words);
    expect(numberedWords(standing).toSorted()).toEqual(typed.toSorted());
    await hall.tables();
    journal.push("text.tabled");
    expect(plain(await wordsOfSnapshot(chair, hall.draft))).toContain(plain(standing));
    await reads(hall.reader, hall.adopted);
    const all = [...loads, ...hall.paperLoads];
    expect(all.map((count) => count())).toEqual(all.map(() => 0));

    const file = join(place, `registre-${seed}.json`);
    writeFileSync(file, await (await chair.request.get(`${home}/registre.json`)).body());
    const verified = await runToEnd({ command: [process.execPath, "scripts/verify.ts", file, "--replay"] });
    expect(verified).toMatchObject({ status: 0 });

    await hall.close();
    const disk = readDisk(house.folder);
    expect(disk.entries.map(({ act }) => act)).toEqual(journal);
    expectKept(hall, disk);
    expect(disk.votes.map(({ receipt }) => letters(receipt)).toSorted()).toEqual(hall.receipts.map(letters).toSorted());
    expect(new Set(disk.votes.map(({ ballot, voter }) => `${ballot} ${voter}`)).size).toBe(6);
    hall.remove();
  },
);

/** Kills the server while somebody's push is under way; the sheets go on by themselves. */
async function cutPush(hall: RoadHall, plan: Plan, journal: readonly string[]): Promise<string> {
  const { gate, house } = hall;
  const cut = await gate.cutShort({
    isIt: ({ act }) => act === "push",
    delayMs: plan.delayMs(),
    kill: () => house.kill(),
  });
  const disk = readDisk(house.folder);
  expectKept(hall, disk);
  expect(disk.entries.map(({ act }) => act)).toEqual(journal);
  const { client, sequence } = cut.fields;
  const written = disk.pushes.some((push) => push.client === client && String(push.sequence) === sequence);
  await house.start();
  return said(cut, written);
}

/** Kills the server while an act is under way. What was not written, and does not go again by itself, is pressed again. */
async function cutAct(hall: RoadHall, act: RoadAct, plan: Plan, journal: readonly string[]): Promise<string> {
  const { gate, house } = hall;
  const cutting = gate.cutShort({
    isIt: (passing) => passing.act === act.asks,
    delayMs: plan.delayMs(),
    kill: () => house.kill(),
  });
  await act.press();
  const cut = await cutting;
  const disk = readDisk(house.folder);
  expectKept(hall, disk);
  const written = wasWritten(act, cut, disk, journal);
  await house.start();
  if (!act.goesAgain && (!written || act.needsAnswer)) {
    await isReady(act);
    await act.press();
  }
  return said(cut, written);
}

/** Whether what was cut short is on the disk: whole, or nothing of it. */
function wasWritten(act: RoadAct, cut: CutShort, disk: Disk, journal: readonly string[]): boolean {
  const since = disk.entries.slice(journal.length).map((entry) => entry.act);
  if (act.asks === "vote.cast") {
    expect(since).toEqual([]);
    return disk.votes.some(({ requestKey }) => requestKey === cut.fields["requestKey"]);
  }
  expect([[], act.writes]).toContainEqual(since);
  return since.length > 0;
}

function said({ act, answered }: CutShort, written: boolean): string {
  // Nothing is answered before it is on disk.
  expect({ act, answered, written }).not.toMatchObject({ answered: true, written: false });
  return `${act} ${written ? "written" : "not written"}, ${answered ? "answered" : "not answered"}`;
}

/** All that people were told stands on the disk, once, and the chains have no gap. */
function expectKept({ told, receipts }: RoadHall, disk: Disk): void {
  expect(told.contradictions).toEqual([]);
  expect(disk.entries.map(({ sequence }) => sequence)).toEqual(disk.entries.map((_, i) => i + 1));
  expect(disk.entries.length).toBeGreaterThanOrEqual(told.cursor());
  expect(disk.votes.map(({ receipt }) => letters(receipt))).toEqual(expect.arrayContaining(receipts.map(letters)));
  for (const [sequence, act] of told.entries) expect(disk.entries[sequence - 1]?.act).toBe(act);
  const commits = new Map(disk.commits.map(({ text, version, hash }) => [`${text} ${version}`, hash]));
  for (const [commit, hash] of told.commits) expect([commit, commits.get(commit)]).toEqual([commit, hash]);
  for (const [text, version] of told.versions) expect(commits.has(`${text} ${version}`)).toBe(true);
  for (const [ballot, voted] of told.turnouts) {
    const written = disk.votes.filter((vote) => vote.ballot === ballot).length;
    expect({ ballot, voted, toldMore: voted > written }).toEqual({ ballot, voted, toldMore: false });
  }
}

/** The acts of the journal, as programs read them. */
async function journalOf(page: Page, home: string): Promise<readonly string[]> {
  const answer: { entries: readonly { body: string }[] } = await (
    await page.request.get(`${home}/journal.json`)
  ).json();
  return answer.entries.map(({ body }) => String(JSON.parse(body).act));
}

/** What everybody had before their eyes when it failed. */
async function showPages(hall: RoadHall): Promise<void> {
  for (const page of hall.pages()) {
    console.log(page.url(), (await page.locator("body").innerText()).replaceAll(/\s+/gu, " "));
  }
}

const isReady = async (act: RoadAct): Promise<void> =>
  act.ready ? act.ready() : (await act.page()).getByText("En direct").first().waitFor();

async function wordsOfSnapshot(page: Page, text: string): Promise<string> {
  const body = await (await page.request.get(`${text}/instantane.json`)).text();
  return [...body.matchAll(/"text":("(?:[^"\\]|\\.)*")/gu)]
    .map(([, words = '""']) => String(JSON.parse(words)))
    .join("");
}

const plain = (words: string): string => words.replaceAll(/\s/gu, "");
const letters = (code: string): string => code.replaceAll(/[^0-9A-Z]/giu, "");
