import { expect, test } from "vitest";

import type { DeclarationsView, MinutesView } from "../../../shared/views/index.ts";
import { getPage } from "../../support/app.ts";
import { openHall, type Hall } from "../../support/amendments/hall.ts";
import { sheet } from "../../support/amendments/sheet.ts";
import { openRoad } from "../../support/road.ts";

const words = `
  a1 article: Des biens communs
    p1: L’eau ne se vend pas.
    p2: Chaque commune peut ouvrir une maison du peuple.`;

test("DCL-34 the minutes quote a submitted amendment and lead to it; what is no public text is not led to", async () => {
  await using hall = await openHall(sheet(words));
  const document = sheet(words.replace("peut ouvrir", "ouvre")).toJSON();
  const wish = { delegation: "kerloch", text: hall.text, version: hall.version, document, rationale: "" };
  const { amendment } = (await hall.act("kerloch", "amendment.submit", wish)).json();
  await hall.act("kerloch", "amendment.withdraw", { amendment });
  await hall.act("chair", "text.create", { title: "Brouillon secret" });
  const [submitted, withdrawn, created] = await sentencesOf(hall);
  const gist = "«\u202fouvre\u202f» au lieu de «\u202fpeut ouvrir\u202f»";
  const place = { article: 1, paragraph: 2, after: false };
  expect(submitted).toMatchObject({ quotes: [{ number: "1", place, gist }], links: [] });
  expect(withdrawn).toMatchObject({
    quotes: [],
    links: [{ words: "Amendement\u00a01", path: "/amendements/1" }],
  });
  expect(created).toMatchObject({ quotes: [], links: [] });
  const page = await getPage(hall.app, `/r/${hall.gathering}/proces-verbal`);
  expect(page.body).toContain(`href="/r/${hall.gathering}/amendements/1"`);
  expect(page.body).toContain(gist);
});

test("DCL-34 every page that the minutes of a whole road lead to is there, for everybody", async () => {
  await using road = await openRoad();
  const text = await road.table("Déclaration de Commercy");
  await road.decide(`text:${text}`, ["for", "for", "against"]);
  const { days } = await road.view<MinutesView>("/proces-verbal");
  const paths = new Set(days.flatMap(({ sections }) => sections.flatMap((one) => one.sentences.flatMap(pathsOf))));
  expect([...paths]).toEqual([`/textes/${text}`, "/scrutins/1", `/declarations/${text}`]);
  for (const path of paths) {
    expect((await getPage(road.fresh.app, `/r/${road.assembly.slug}${path}`)).statusCode).toBe(200);
  }
});

test("DCL-35 a tabled text is under discussion until the gathering is closed, then without a decision", async () => {
  await using road = await openRoad();
  await road.table("Déclaration de Commercy");
  const list = async (): Promise<string> =>
    (await getPage(road.fresh.app, `/r/${road.assembly.slug}/declarations`)).body;
  expect((await road.view<DeclarationsView>("/declarations")).undecided).toHaveLength(1);
  expect(await list()).toContain("<h2>En discussion</h2>");
  await road.act(road.assembly.chair.cookie, "gathering.close", {});
  expect(await list()).toContain("<h2>Sans décision</h2>");
});

const pathsOf = ({ links }: Sentence): readonly string[] => links.map(({ path }) => path);

type Sentence = MinutesView["days"][number]["sections"][number]["sentences"][number];

async function sentencesOf(hall: Hall): Promise<readonly Sentence[]> {
  const answer = await getPage(hall.app, `/r/${hall.gathering}/etat.json?page=/proces-verbal`);
  const { days }: MinutesView = answer.json();
  return days.flatMap(({ sections }) => sections.flatMap(({ sentences }) => sentences));
}
