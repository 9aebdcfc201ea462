import { afterAll, beforeAll, expect, test } from "vitest";

import { openHall, type Hall } from "./support/hall.ts";
import { sees } from "./support/hands.ts";
import { opensGathering, opensText } from "./support/organising.ts";

let hall: Hall;

beforeAll(async () => {
  hall = await openHall();
});
afterAll(async () => hall?.close());

test("UI-49 a page whose newer view does not come says that it is offline, and shows it once it can", async () => {
  const organiser = await hall.person();
  const facts = { name: "Rencontre de Commercy", place: "Commercy", firstDay: "2026-05-14" };
  const home = await opensGathering(organiser, hall.house.organiserLink(), facts);
  const list = await organiser.context().newPage();
  await list.goto(`${home}/textes`);
  await sees(list, "En direct");
  // The socket goes on; whatever is asked disappears without a word, as behind an overloaded access point.
  await list.route("**/etat.json*", () => {});
  await opensText(organiser, home, "Des lieux communs");
  await sees(list, /^Hors ligne depuis/u);
  await list.unroute("**/etat.json*");
  await sees(list, "Des lieux communs");
  await sees(list, "En direct");
  expect(await list.getByText(/Hors ligne/u).count()).toBe(0);
});
