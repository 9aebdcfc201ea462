import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import { openHall, type Hall } from "../journeys/support/hall.ts";
import { enters, presses } from "../journeys/support/hands.ts";
import {
  admits,
  codeForDrafter,
  delegateCodes,
  opensGathering,
  opensText,
  printsCodes,
} from "../journeys/support/organising.ts";
import { loadsOf } from "../journeys/support/seen.ts";
import { firstParagraph, opensSheet, says, sheet, types } from "../journeys/support/workshop.ts";
import { cleanClone, type CleanClone } from "../support/clean-clone.ts";
import { runToEnd, serve, type Ended } from "../support/served.ts";
import { beginsTyping, numberedWords } from "./support/typist.ts";

const title = "Déclaration de l’eau";
const passphrase = "trois péniches sous la neige";

/** Everything of this test; the first server's folder is moved about in it. */
const place = mkdtempSync(join(tmpdir(), "cahier-restore-"));
const backup = join(place, "samedi.cahier");
const first = join(place, "first");
const second = join(place, "second");

/** The clone installs all its packages. */
const patienceMs = 900_000;
/** Pages that were cut off for a while try less and less often. */
const comingBackMs = 60_000;

let hall: Hall;
let clone: CleanClone;

beforeAll(async () => {
  mkdirSync(first);
  mkdirSync(second);
  hall = await openHall({ folder: first });
  clone = cleanClone();
});

afterAll(async () => {
  await hall?.close();
  clone?.remove();
  rmSync(place, { recursive: true, force: true });
});

test(
  "FALL-1 a backup taken while two write is opened by a fresh clone: same codes, same seats, and what was written after it is offered back",
  async () => {
    const organiser = await hall.person();
    const home = await opensGathering(organiser, hall.house.organiserLink(), {
      name: "Rencontre de Commercy",
      place: "Commercy",
      firstDay: "2026-05-14",
    });
    await admits(organiser, home, ["Kerloc’h, 1, 0", "Tanneries, 1, 0"]);
    const [code = ""] = delegateCodes(await printsCodes(organiser, home), "Kerloc’h");
    const delegate = await hall.person("phone");
    await enters(delegate, home, code);
    const seat = await seatOf(delegate, home);
    const text = await opensText(organiser, home, title);
    const [camille, dominique, elsa] = [await hall.person(), await hall.person(), await hall.person()];
    for (const drafter of [camille, dominique, elsa]) {
      await enters(drafter, home, await codeForDrafter(organiser, home, title));
      await opensSheet(drafter, text);
    }
    await types(elsa, "Control+End", "Réunis ici, nous voulons");
    await says(elsa, "Tout est écrit");
    await elsa.close();

    const writers = [
      await beginsTyping({ page: camille, name: "Mer", keys: "Control+End", betweenKeysMs: 25 }),
      await beginsTyping({ page: dominique, name: "Lac", keys: "Control+End Home", betweenKeysMs: 25 }),
    ];
    const loads = writers.map(({ page }) => loadsOf(page));
    await Promise.all(writers.map((writer) => writer.types(10)));
    for (const { page } of writers) await says(page, "Tout est écrit");
    const acknowledged = writers.flatMap(({ words }) => [...words]);
    const taking = runToEnd({
      command: ["npm", "run", "backup", "--", backup],
      env: { DATA_DIR: first, CAHIER_PASSPHRASE: passphrase },
    });
    await Promise.all(writers.map((writer) => writer.typesUntil(taking)));
    expect((await taking).status).toBe(0);
    await Promise.all(writers.map((writer) => writer.types(10)));
    for (const { page } of writers) await says(page, "Tout est écrit");

    await hall.house.close();
    renameSync(first, join(place, "away"));
    const restore = (words: string): Promise<Ended> =>
      runToEnd({
        command: ["npm", "run", "restore", "--", backup],
        cwd: clone.folder,
        env: { ...clone.env, DATA_DIR: second, CAHIER_PASSPHRASE: words },
      });
    expect(await restore("trois péniches sous la pluie")).toMatchObject({
      status: 1,
      output: expect.stringContaining("The passphrase is wrong"),
    });
    expect(readdirSync(second)).toEqual([]);
    expect(await restore(passphrase)).toMatchObject({ status: 0 });
    const env = { ...clone.env, DATA_DIR: second, PORT: new URL(hall.house.url).port };
    const served = await serve({ command: ["npm", "start"], cwd: clone.folder, env });

    const newPhone = await hall.person("phone");
    await enters(newPhone, home, code);
    expect(await seatOf(newPhone, home)).toBe(seat);

    for (const { page } of writers) {
      await page.locator(".offered").waitFor({ timeout: comingBackMs });
      await says(page, "Tout est écrit");
    }
    expect(loads.map((count) => count())).toEqual([1, 1]);
    const standing = numberedWords(await firstParagraph(camille));
    expect(numberedWords(await firstParagraph(dominique))).toEqual(standing);
    expect(standing).toEqual(expect.arrayContaining(acknowledged));
    for (const { page, words } of writers) {
      const offered = (await page.locator(".offered blockquote").allInnerTexts()).flatMap(numberedWords);
      expect([...standing.filter((word) => words.includes(word)), ...offered]).toEqual(words);
      expect(offered.length).toBeGreaterThan(9);
    }

    for (const { page } of writers) {
      await sheet(page).locator("p").last().click();
      await page.keyboard.press("Control+End");
      await presses(page, "Remettre ici");
      await says(page, "Tout est écrit");
    }
    const whole = numberedWords(await firstParagraph(dominique));
    for (const { words } of writers)
      expect(whole.filter((word) => words.includes(word)).toSorted()).toEqual(words.toSorted());
    served.process.kill("SIGTERM");
    await served.ended;
  },
  patienceMs,
);

/** What stands on the page of one's own seat. */
async function seatOf(page: Page, home: string): Promise<string> {
  await page.goto(`${home}/moi`);
  return page.locator("main").innerText();
}
