import { expect, test } from "vitest";

import { readEntries } from "../../../server/journal/index.ts";
import { findGathering } from "../../../server/people/index.ts";
import { freshApp, getPage, openGathering, postForm, postJson, type FreshApp } from "../../support/app.ts";
import { admit, issueCodes, seatOf, viewOf } from "../../support/people.ts";

const list = 'Tanneries, 2, 2\n\nKerloch\n, 2, 1\nTanneries\nOrvelles, deux\n"Le Havre, ville haute", 1, 0';

/** The acts of a gathering's journal, in order, without those of its opening. */
async function actsAfterOpening({ storage }: FreshApp, slug: string): Promise<readonly string[]> {
  const entries = await storage.read(async (tx) => {
    const gathering = await findGathering(tx, slug);
    return readEntries(tx, gathering?.id ?? "", 17, 500);
  });
  return entries.map((entry) => String(JSON.parse(entry.body).act));
}

test("PPL-11 a pasted list is shown line by line with its faults, and nothing is made before it is confirmed", async () => {
  await using fresh = await freshApp();
  const { slug, cookie } = await openGathering(fresh);
  const page = await postForm(fresh.app, `/r/${slug}/accueil/liste`, { list }, { cookie });
  expect(page.statusCode).toBe(200);
  expect(page.body).toContain("3 délégations seront inscrites");
  for (const words of ["le nom manque", "ce nom est déjà plus haut", "n’est pas un nombre"]) {
    expect(page.body).toContain(words);
  }
  expect(await actsAfterOpening(fresh, slug)).toEqual([]);
  const confirmed = await postForm(fresh.app, `/r/${slug}/actes/delegation.admit`, { list }, { cookie });
  expect([confirmed.statusCode, confirmed.headers.location]).toEqual([303, `/r/${slug}/accueil`]);
  expect(await actsAfterOpening(fresh, slug)).toEqual(Array.from({ length: 3 }, () => "delegation.admitted"));
});

test("PPL-34 each doubtful line says how it was understood before it is confirmed, and that is what is made", async () => {
  await using fresh = await freshApp();
  const { slug, cookie } = await openGathering(fresh);
  const doubtful = "Commune libre de Montbrun 2 0\nOrvelles, 3\nTanneries, 1, 1";
  const page = await postForm(fresh.app, `/r/${slug}/accueil/liste`, { list: doubtful }, { cookie });
  for (const words of ["2 lignes sont à vérifier", "Écrit sans virgules", "personnes qui observent manque"]) {
    expect(page.body.replaceAll("\u00a0", " ")).toContain(words);
  }
  await postForm(fresh.app, `/r/${slug}/actes/delegation.admit`, { list: doubtful }, { cookie });
  expect(await viewOf(fresh, slug, "/accueil", cookie)).toMatchObject({
    lines: [
      { name: "Commune libre de Montbrun", delegates: 2, observers: 0 },
      { name: "Orvelles", delegates: 3, observers: 0 },
      { name: "Tanneries", delegates: 1, observers: 1 },
    ],
  });
});

test("PPL-12 a name that is taken refuses the whole and admits none", async () => {
  await using fresh = await freshApp();
  const opened = await openGathering(fresh);
  await admit(fresh, opened, ["Tanneries"]);
  const twice = { delegations: [one("Nouvelle"), one("TANNERIES")] };
  const answer = await postJson(fresh.app, `/r/${opened.slug}/actes/delegation.admit`, twice, opened);
  expect([answer.statusCode, answer.json().detail]).toEqual([409, "name-taken"]);
  expect(await viewOf(fresh, opened.slug, "/accueil", opened.cookie)).toMatchObject({ enrolled: 1 });
});

test("PPL-13 the desk marks arrival and departure; each is an act, each impossible one is refused in words", async () => {
  await using fresh = await freshApp();
  const opened = await openGathering(fresh);
  const [delegation] = await admit(fresh, opened, ["Tanneries"]);
  const teller = await seatOf(fresh, opened, { role: "teller" });
  const mark = (act: string): ReturnType<typeof postJson> =>
    postJson(fresh.app, `/r/${opened.slug}/actes/delegation.${act}`, { delegation }, { cookie: teller.cookie });
  expect((await mark("leave")).json()).toMatchObject({ code: "wrong-state", detail: "delegation-admitted" });
  expect((await mark("arrive")).json()).toMatchObject({ state: "present" });
  expect((await mark("arrive")).json()).toMatchObject({ code: "wrong-state", detail: "delegation-present" });
  expect((await mark("leave")).json()).toMatchObject({ state: "absent" });
  expect((await mark("withdraw")).json()).toMatchObject({ code: "not-allowed" });
  const acts = await actsAfterOpening(fresh, opened.slug);
  expect(acts).toEqual(["delegation.admitted", "role.granted", "delegation.arrived", "delegation.left"]);
});

test("PPL-14 the desk's search finds a name whatever its case and accents, without scripts", async () => {
  await using fresh = await freshApp();
  const opened = await openGathering(fresh);
  await admit(fresh, opened, ["Évreux en commun", "Tanneries"]);
  const found = await getPage(fresh.app, `/r/${opened.slug}/accueil?q=evreux`, { cookie: opened.cookie });
  expect([found.body.includes("Évreux en commun"), found.body.includes("Tanneries")]).toEqual([true, false]);
});

test("PPL-15 who comes alone observes without a delegation, or is admitted as a delegation of one, which is minuted", async () => {
  await using fresh = await freshApp();
  const opened = await openGathering(fresh);
  const alone = await seatOf(fresh, opened, { role: "observer", name: "Camille" });
  expect(await viewOf(fresh, opened.slug, "/moi", alone.cookie)).toMatchObject({
    seat: { name: "Camille", roles: [{ role: "observer", delegation: null }] },
  });
  const ofOne = { delegations: [{ name: "Camille, de Sauveterre", delegates: 1, observers: 0 }] };
  const answer = await postJson(fresh.app, `/r/${opened.slug}/actes/delegation.admit`, ofOne, opened);
  expect(await issueCodes(fresh, opened, { delegation: answer.json().admitted[0] })).toHaveLength(1);
  expect(await actsAfterOpening(fresh, opened.slug)).toContain("delegation.admitted");
});

test("PPL-16 the chair names chairs only; the organiser names any role; the last organiser stays", async () => {
  await using fresh = await freshApp();
  const opened = await openGathering(fresh);
  const chair = await seatOf(fresh, opened, { role: "chair" });
  const teller = await seatOf(fresh, opened, { role: "teller" });
  const name = (act: string, body: object, cookie: string): ReturnType<typeof postJson> =>
    postJson(fresh.app, `/r/${opened.slug}/actes/role.${act}`, body, { cookie });
  const { participant } = teller;
  expect((await name("grant", { participant, role: "chair" }, chair.cookie)).statusCode).toBe(200);
  expect((await name("revoke", { participant, role: "chair" }, chair.cookie)).statusCode).toBe(200);
  expect((await name("grant", { participant, role: "secretary" }, chair.cookie)).json().code).toBe("not-allowed");
  expect((await name("revoke", { participant, role: "teller" }, chair.cookie)).json().code).toBe("not-allowed");
  expect((await name("grant", { participant, role: "secretary" }, opened.cookie)).statusCode).toBe(200);
  const me: { seat: { participant: string } } = JSON.parse(
    JSON.stringify(await viewOf(fresh, opened.slug, "/moi", opened.cookie)),
  );
  const { seat } = me;
  const last = await name("revoke", { participant: seat.participant, role: "organiser" }, opened.cookie);
  expect(last.json()).toMatchObject({ code: "wrong-state", detail: "last-organiser" });
});

test("PPL-17 one takes one's data along, and erases them: name, code, roles and seat are gone, the acts stay", async () => {
  await using fresh = await freshApp();
  const opened = await openGathering(fresh);
  const camille = await seatOf(fresh, opened, { role: "observer", name: "Camille" });
  const chair = await seatOf(fresh, opened, { role: "chair" });
  const url = `/r/${opened.slug}/moi/donnees.json`;
  expect((await getPage(fresh.app, url, camille)).json()).toMatchObject({
    name: "Camille",
    roles: [{ role: "observer" }],
  });
  const others = `${url}?participant=${camille.participant}`;
  expect((await getPage(fresh.app, others, chair)).json().code).toBe("not-allowed");
  expect((await getPage(fresh.app, others, opened)).json()).toMatchObject({ name: "Camille" });
  const erase = { participant: camille.participant };
  const act = `/r/${opened.slug}/actes/person.erase`;
  expect((await postJson(fresh.app, act, erase, chair)).json().code).toBe("not-allowed");
  expect((await postForm(fresh.app, act, erase, camille)).statusCode).toBe(303);
  expect((await getPage(fresh.app, url, camille)).json().code).toBe("not-signed-in");
  expect((await postForm(fresh.app, "/entrer", { code: camille.code })).statusCode).toBe(410);
  expect((await getPage(fresh.app, others, opened)).json()).toMatchObject({ name: null, roles: [] });
  expect((await actsAfterOpening(fresh, opened.slug)).at(-1)).toBe("person.erased");
});

test("PPL-18 each setting that changes is in the journal, before and after; what stays the same is not", async () => {
  await using fresh = await freshApp();
  const opened = await openGathering(fresh);
  const fields = { name: "Commune des Communes", place: "Salle des fêtes", firstDay: "2020-01-18", draftPublic: "yes" };
  const set = await postForm(fresh.app, `/r/${opened.slug}/actes/gathering.set`, fields, opened);
  expect(set.statusCode).toBe(303);
  expect(await actsAfterOpening(fresh, opened.slug)).toEqual(["gathering.set", "gathering.set"]);
  const wrong = await postForm(fresh.app, `/r/${opened.slug}/actes/gathering.set`, { firstDay: "2020-02-30" }, opened);
  expect(wrong.statusCode).toBe(400);
});

const one = (name: string): object => ({ name, delegates: 2, observers: 2 });
