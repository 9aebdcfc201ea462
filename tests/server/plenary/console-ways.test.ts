import { expect, test } from "vitest";

import { getPage } from "../../support/app.ts";
import { openRoad } from "../../support/road.ts";

test("PLN-47 the console of a closed gathering says so first, and offers no act", async () => {
  await using road = await openRoad();
  const chair = road.assembly.chair.cookie;
  await road.table("Nos communes");
  const shown = async () => (await getPage(road.fresh.app, `/r/${road.assembly.slug}/tribune`, { cookie: chair })).body;
  expect(await shown()).toContain("data-act=");
  await road.act(chair, "gathering.close", {});
  const closed = await shown();
  expect(closed).toMatch(/<h1>La rencontre est close</u);
  expect(closed).not.toContain("data-act=");
  expect(closed).not.toContain("data-key=");
});

test("PLN-48 chair and secretary are led from Maintenant to the console, nobody else is", async () => {
  await using road = await openRoad();
  const { assembly, three } = road;
  await road.table("Nos communes");
  const secretary = await assembly.seat("Secrétariat", [{ role: "secretary" }]);
  const leads = async (cookie?: string): Promise<boolean> => {
    const { body } = await getPage(road.fresh.app, `/r/${assembly.slug}/`, { cookie });
    return body.includes(`href="/r/${assembly.slug}/tribune"`);
  };
  for (const who of [assembly.chair, secretary]) expect(await leads(who.cookie)).toBe(true);
  for (const who of [three[0], assembly.teller]) expect(await leads(who.cookie)).toBe(false);
  expect(await leads()).toBe(false);
  await road.act(assembly.chair.cookie, "gathering.close", {});
  expect(await leads(assembly.chair.cookie)).toBe(false);
});
