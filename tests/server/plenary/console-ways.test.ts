import { expect, test } from "vitest";

import { getPage, postForm } from "../../support/app.ts";
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

test("PLN-50 another question that is refused comes back with all that was typed and chosen", async () => {
  await using road = await openRoad();
  const { assembly, fresh } = road;
  const { cookie } = assembly.chair;
  const path = `/r/${assembly.slug}/tribune`;
  const { body } = await getPage(fresh.app, path, { cookie });
  const token = /name="token" value="([^"]*)"/u.exec(body)?.[1] ?? "";
  const typed = {
    page: "/tribune",
    token,
    subject: "question",
    question: "Où se retrouver",
    method: "choice",
    options: "Commercy",
    seats: "",
    majority: ">=2/3 expressed",
    quorum: ">=1/2 voted",
    secrecy: "secret",
  };
  const refused = await postForm(fresh.app, `/r/${assembly.slug}/actes/ballot.prepare`, typed, { cookie });
  expect(refused.statusCode).toBeGreaterThanOrEqual(400);
  const [form = ""] = /<form [^>]*data-is="ballot.prepare question".*?<\/form>/su.exec(refused.body) ?? [];
  expect(form).toMatch(/<details open/u);
  expect(form).toContain('value="Où se retrouver"');
  expect(form).toMatch(/<textarea [^>]*>Commercy<\/textarea>/u);
  const chosen = [...form.matchAll(/<option value="([^"]*)" selected/gu)].map(([, value]) => value);
  expect(chosen).toEqual(["choice", "&gt;=2/3 expressed", "&gt;=1/2 voted", "secret"]);
});
