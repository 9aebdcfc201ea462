import { expect, test } from "vitest";

import { freshApp, getPage, openGathering } from "../../support/app.ts";
import { seatOf } from "../../support/people.ts";

test("PPL-37 a seat whose role does not allow a page reads who may, what it holds, and sees the code form as a second way", async () => {
  await using fresh = await freshApp();
  const opened = await openGathering(fresh);
  const teller = await seatOf(fresh, opened, { role: "teller" });
  const refused = await getPage(fresh.app, `/r/${opened.slug}/codes`, teller);
  expect(refused.statusCode).toBe(403);
  for (const words of ["Organisation, Secrétariat", "Scrutateur·rice", "Adressez-vous à une de ces personnes"]) {
    expect(refused.body).toContain(words);
  }
  const [before = "", beside = ""] = refused.body.split("<details>");
  expect(before).not.toContain('action="/entrer"');
  expect(beside).toContain('action="/entrer"');
  expect(beside).not.toContain("btn--now");

  const stranger = await getPage(fresh.app, `/r/${opened.slug}/codes`);
  expect(stranger.statusCode).toBe(401);
  expect(stranger.body).not.toContain("<details>");
  expect(stranger.body).toContain('action="/entrer"');
});

test("PPL-37 a sheet that one may not write says how the workshop is entered", async () => {
  await using fresh = await freshApp();
  const opened = await openGathering(fresh);
  const chair = await seatOf(fresh, opened, { role: "chair" });
  const url = `/r/${opened.slug}/actes/text.create`;
  const headers = { host: "cahier.test", origin: "http://cahier.test", cookie: chair.cookie };
  const made = await fresh.app.inject({ method: "POST", url, headers, payload: { title: "Atelier" } });
  const page = await getPage(fresh.app, `/r/${opened.slug}/textes/${made.json().text}/ecrire`, chair);
  expect(page.statusCode).toBe(403);
  expect(page.body).toContain("Le code d’écriture du texte");
});

test("HTTP-13 what a gathering has no page for is said within it, with its name and tabs; elsewhere without", async () => {
  await using fresh = await freshApp();
  const { slug } = await openGathering(fresh, "Rencontre de Valbrune");
  for (const path of ["/nulle-part", "/textes/aucun", "/nulle/part?x=1"]) {
    const page = await getPage(fresh.app, `/r/${slug}${path}`);
    expect([path, page.statusCode]).toEqual([path, 404]);
    expect(page.body).toContain("Rencontre de Valbrune");
    expect(page.body).toContain(`href="/r/${slug}/programme"`);
    expect(page.body).not.toContain('action="/entrer"');
  }
  for (const url of ["/nulle-part", "/r/ailleurs/textes", "/r/ailleurs/nulle-part"]) {
    const page = await getPage(fresh.app, url);
    expect([page.statusCode, page.body.includes("programme")]).toEqual([404, false]);
  }
  const json = await fresh.app.inject({ url: `/r/${slug}/nulle-part`, headers: { accept: "application/json" } });
  expect([json.statusCode, json.json().code]).toEqual([404, "not-found"]);
});
