import type { Page } from "playwright-core";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, expect, test } from "vitest";

import { faultsOf } from "../support/second-verifier.ts";
import { amends, composes, middleOf, submits } from "./support/amending.ts";
import { delegateOf, drafterOf, gathers, type Assembly } from "./support/assembly.ts";
import { articles, consolidated, favoured, others, rivals, twins, type Article, type Wish } from "./support/forty.ts";
import { openHall, type Hall } from "./support/hall.ts";
import { presses, sees } from "./support/hands.ts";
import { opensText, welcomes } from "./support/organising.ts";
import { opensItem, putsOnProgramme, tables, takesConsole } from "./support/plenary.ts";
import {
  annuls,
  callsAlone,
  callsTheRest,
  decides,
  favours,
  lastBallot,
  printedLabels,
  readsWhole,
  revises,
  setsDeadline,
  subAmends,
  votesOn,
  type Session,
} from "./support/session.ts";
import { saves, verify } from "./support/verifiers.ts";
import { outlineOf, says } from "./support/workshop.ts";

let hall: Hall;
beforeAll(async () => {
  hall = await openHall();
});
const folder = mkdtempSync(join(tmpdir(), "cahier-forty-"));
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await hall?.close();
});

const item = "Plénière : vote sur la ou les déclarations";
const title = "Déclaration de Valbrune";
const names = ["Brémont", "Kerloc’h", "Orvelles", "Tanneries", "Sauvigny"];

test(
  "AMD-130 forty amendments on twenty articles, five joint discussions, sub-amendments, a deadline, revisions, a block, an annulled ballot: from composing on phones to the consolidated text",
  { timeout: 600_000 },
  async () => {
    const facts = { name: "Rencontre de Valbrune", place: "Valbrune", firstDay: "2020-01-18", delegations: names };
    const assembly = await gathers(hall, facts);
    const { home, chair, organiser } = assembly;
    for (const name of names) await welcomes(organiser, home, name);
    const { text, drafter } = await writesArticles(assembly, articles);
    await putsOnProgramme(chair, home, item, title);
    await takesConsole(chair, home);
    await tables(chair, title);
    const phones = await Promise.all(names.map((name) => delegateOf(hall, assembly, name, "phone")));
    const [amina, bastien] = phones;
    if (!amina || !bastien) throw new Error("Nobody came");
    const reader = await hall.person("phone");
    const before = await readsWhole(reader, text);
    await setsDeadline(chair, home, "2090-01-19", "09:00");

    const numbers = await submitsAll(phones, text);
    const [suppression, insertion, move] = await composesBlocks(amina, text);
    const numberOf = (wish: Wish | undefined): number => (wish && numbers.get(wish)) ?? 0;
    expect(numbers.size + 3).toBe(40);

    const [first] = others;
    await revises(await authorOf(phones, home, numberOf(first)), home, numberOf(first), "traversent", "aiment");
    const [, second] = others;
    await revises(await authorOf(phones, home, numberOf(second)), home, numberOf(second), "collectifs", "publics");
    const spring = await subAmends(bastien, home, insertion, "librement", "partout");
    const [canteen] = rivals[2] ?? [];
    const dish = await subAmends(amina, home, numberOf(canteen), "publique", "communale");
    await composes(bastien, text, { from: "vide", to: "clos", why: "Trop tard." });
    await setsDeadline(chair, home, "2020-01-19", "09:00");
    await presses(bastien, "Déposer l’amendement");
    await sees(bastien, /le dépôt est clos depuis/u);
    for (const wish of favoured) await favours(drafter, home, numberOf(wish));
    const paper = await printedLabels(reader, text);
    expect(Object.keys(paper)).toHaveLength(40);
    for (const label of new Set(Object.values(paper).flat()))
      expect([label, label.startsWith("Nouvel") || before.some((line) => line.startsWith(label))]).toEqual([
        label,
        true,
      ]);

    // The session.
    const session: Session = { home, text, chair, voters: [amina, bastien] };
    await chair.goto(`${home}/tribune`);
    await opensItem(chair, item);
    expect(await chair.locator("ol.calls li.joint").count()).toBe(rivals.length);
    await chair.getByText("Proposer en bloc les avis favorables").click();
    await presses(chair, `Appeler ces ${favoured.length} ensemble`);
    await decides(session, "Pour");
    await callsAlone(session, dish);
    await decides(session, "Contre");
    for (const [k, group] of rivals.entries()) {
      const [one, other] = group.map((wish) => String(numberOf(wish)));
      await callsAlone(session, one ?? "");
      await decides(session, k % 2 === 0 ? "Pour" : "Contre");
      if (k % 2 === 0) continue;
      await callsAlone(session, other ?? "");
      await decides(session, "Pour");
    }
    const annulled = await lastBallot(session);
    const together = Math.min(...twins.map(numberOf));
    for (const label of [together, suppression, spring, `${insertion} bis`, move]) {
      await callsAlone(session, String(label));
      await decides(session, "Pour");
    }
    await reader.goto(text);
    await sees(reader, "L’impôt local devient facultatif en trois étapes.");
    await annuls(session, annulled, "Le décompte a été contesté.");
    await sees(reader, "L’impôt local devient progressif en trois étapes.");
    await presses(chair, "Voter de nouveau");
    await votesOn(session, "Contre");
    const [, , last] = rivals[4] ?? [];
    await callsAlone(session, String(numberOf(last)));
    await decides(session, "Pour");
    await sees(reader, "L’impôt local devient juste en trois étapes.");
    expect(await callsTheRest(session)).toBe(others.length - 1);
    await decides(session, "Contre");
    await decides(session, "Pour");
    await sees(chair, "Adopté");

    expect(await readsWhole(reader, text)).toEqual(consolidated);
    expect(await printedLabels(reader, text)).toEqual(paper);
    const record = await (await reader.request.get(`${home}/registre.json`)).json();
    const file = saves(folder, "forty", record);
    expect(await verify(file, "--replay")).toMatchObject({ status: 0 });
    expect(faultsOf(JSON.stringify(record))).toEqual([]);
  },
);

/** On whose phone an amendment may be revised. */
async function authorOf(phones: readonly Page[], home: string, number: number): Promise<Page> {
  for (const phone of phones) {
    await phone.goto(`${home}/amendements/${number}`);
    if ((await phone.getByRole("link", { name: "Rectifier l’amendement" }).count()) > 0) return phone;
  }
  throw new Error(`Nobody may revise ${number}`);
}

/** An article suppressed, one added, one moved: one gesture each. */
async function composesBlocks(phone: Page, text: string): Promise<readonly [number, number, number]> {
  const opens = async (words: string, tool: string): Promise<void> => {
    await phone.goto(text);
    await presses(phone, "Amender");
    await phone.waitForURL(/\/amender$/u);
    await sees(phone, "Gardé sur cet appareil");
    const { x, y } = await middleOf(phone, words);
    await phone.mouse.click(x, y);
    await presses(phone, tool);
  };
  await opens("accueille les désaccords", "Article 18");
  await presses(phone, "Supprimer cet article");
  const suppression = await submits(phone);
  await opens("avant le", "Article 20");
  await presses(phone, "Ajouter un article ici");
  await phone.keyboard.type("Les sources", { delay: 10 });
  await phone.keyboard.press("Enter");
  await phone.keyboard.type("Elles coulent librement.", { delay: 10 });
  const insertion = await submits(phone);
  await opens("centre de santé", "Article 8");
  await presses(phone, "Monter cet article");
  return [suppression, insertion, await submits(phone)];
}

/** Twenty articles, as a workshop types them. */
async function writesArticles(
  assembly: Assembly,
  all: readonly Article[],
): Promise<{ readonly text: string; readonly drafter: Page }> {
  const text = await opensText(assembly.chair, assembly.home, title);
  const drafter = await drafterOf(hall, assembly, title, text);
  for (const { title: name, paragraphs } of all) {
    await presses(drafter, "Nouvel article");
    await drafter.keyboard.insertText(name);
    for (const words of paragraphs) {
      await drafter.keyboard.press("Enter");
      await drafter.keyboard.insertText(words);
    }
  }
  await says(drafter, "Tout est écrit");
  expect(await outlineOf(drafter)).toHaveLength(2 * all.length + 2);
  return { text, drafter };
}

/** Each delegation composes its share on its phone, all at once; gives each wish its number. */
async function submitsAll(phones: readonly Page[], text: string): Promise<ReadonlyMap<Wish, number>> {
  const wishes = [...rivals.flat(), ...twins, ...favoured, ...others];
  const numbers = new Map<Wish, number>();
  await Promise.all(
    phones.map(async (phone, seat) => {
      for (const [k, wish] of wishes.entries()) {
        if (k % phones.length !== seat) continue;
        numbers.set(wish, await amends(phone, text, { ...wish, why: `Pour « ${wish.to} ».` }));
      }
    }),
  );
  return numbers;
}
