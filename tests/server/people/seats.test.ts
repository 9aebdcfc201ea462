import { expect, test } from "vitest";

import { makeCreationLink } from "../../../server/people/index.ts";
import { freshApp, getPage, openGathering, postForm, postJson } from "../../support/app.ts";
import { admit, enterCode, issueCodes, seatOf, viewOf } from "../../support/people.ts";

test("PPL-1 the organiser's link opens one gathering, once; a GET of it uses up nothing", async () => {
  await using fresh = await freshApp();
  const link = `/organiser/${await makeCreationLink(fresh.storage, fresh.key, Buffer.alloc(24, 1))}`;
  for (let scan = 0; scan < 3; scan += 1) expect((await getPage(fresh.app, link)).statusCode).toBe(200);
  const fields = { name: "Rencontre", place: "Valbrune", firstDay: "2020-01-18", timeZone: "Europe/Paris" };
  const created = await postForm(fresh.app, link, fields);
  expect([created.statusCode, created.headers.location]).toEqual([303, "/r/rencontre/bienvenue"]);
  const again = await postForm(fresh.app, link, fields);
  expect(again.statusCode).toBe(410);
  expect((await getPage(fresh.app, link)).statusCode).toBe(410);
  expect((await getPage(fresh.app, "/organiser/another")).statusCode).toBe(404);
});

test("PPL-2 who opened the gathering is its organiser, and reads a code that opens the seat again", async () => {
  await using fresh = await freshApp();
  const { slug, cookie } = await openGathering(fresh);
  const welcome = await getPage(fresh.app, `/r/${slug}/bienvenue`, { cookie });
  expect(welcome.statusCode).toBe(200);
  const code = /class="code">([^<]+)</u.exec(welcome.body)?.[1] ?? "";
  const second = await enterCode(fresh, code);
  expect((await getPage(fresh.app, `/r/${slug}/reglages`, { cookie: second })).statusCode).toBe(200);
});

test("PPL-3 a code entered on a second device moves the seat; the first one reads so", async () => {
  await using fresh = await freshApp();
  const opened = await openGathering(fresh);
  const chair = await seatOf(fresh, opened, { role: "chair" });
  await enterCode(fresh, chair.code.toLowerCase().replace(/^(.{5})/u, "$1 - "));
  const me = await getPage(fresh.app, `/r/${opened.slug}/moi`, { cookie: chair.cookie });
  expect(me.statusCode).toBe(401);
  expect(me.body).toContain("Place ouverte ailleurs. Entrez votre code.");
  const act = await postJson(
    fresh.app,
    `/r/${opened.slug}/actes/role.grant`,
    { participant: "x", role: "chair" },
    chair,
  );
  expect([act.statusCode, act.json().code]).toEqual([401, "seat-moved"]);
});

test("PPL-4 a GET of a printed address fills the form and enters nobody", async () => {
  await using fresh = await freshApp();
  const opened = await openGathering(fresh);
  const [issued] = await issueCodes(fresh, opened, { role: "teller" });
  const form = await getPage(fresh.app, `/entrer/${issued?.code}`);
  expect(form.statusCode).toBe(200);
  expect(form.body).toContain(`value="${issued?.code}"`);
  expect(form.cookies).toEqual([]);
});

test("PPL-5 an unknown code, a mistyped one and a revoked one are refused in words, each with its own", async () => {
  await using fresh = await freshApp();
  const opened = await openGathering(fresh);
  const chair = await seatOf(fresh, opened, { role: "chair" });
  for (const code of ["00000-00000-0", "nonsense", ""]) {
    const answer = await postForm(fresh.app, "/entrer", { code });
    expect([answer.statusCode, answer.body.includes("Ce code n’ouvre aucune place. Relisez-le.")]).toEqual([404, true]);
  }
  const { participant } = chair;
  await postJson(fresh.app, `/r/${opened.slug}/actes/code.revoke`, { participant }, { cookie: opened.cookie });
  const revoked = await postForm(fresh.app, "/entrer", { code: chair.code });
  expect([revoked.statusCode, revoked.body.includes("Ce code a été remplacé. Voyez l’accueil.")]).toEqual([410, true]);
  const old = await getPage(fresh.app, `/r/${opened.slug}/moi`, { cookie: chair.cookie });
  expect([old.statusCode, old.body.includes("Ce code a été remplacé. Voyez l’accueil.")]).toEqual([410, true]);
});

test("PPL-6 wrong codes spend one budget of the installation, which slows code entry only and fills again", async () => {
  await using fresh = await freshApp();
  const opened = await openGathering(fresh);
  const [issued] = await issueCodes(fresh, opened, { role: "teller" });
  const codes: number[] = [];
  for (let wrong = 0; wrong < 21; wrong += 1) {
    codes.push((await postForm(fresh.app, "/entrer", { code: "nonsense" })).statusCode);
  }
  expect(codes).toEqual([...Array.from({ length: 20 }, () => 404), 429]);
  expect((await getPage(fresh.app, `/r/${opened.slug}/reglages`, { cookie: opened.cookie })).statusCode).toBe(200);
  expect((await postForm(fresh.app, "/entrer", { code: issued?.code ?? "" })).statusCode).toBe(429);
  fresh.pass(50);
  expect((await postForm(fresh.app, "/entrer", { code: issued?.code ?? "" })).statusCode).toBe(303);
});

test("PPL-7 a code issued anew replaces the former and closes the device that held the seat", async () => {
  await using fresh = await freshApp();
  const opened = await openGathering(fresh);
  const teller = await seatOf(fresh, opened, { role: "teller" });
  const [anew] = await issueCodes(fresh, opened, { participant: teller.participant });
  expect(anew?.participant).toBe(teller.participant);
  expect((await postForm(fresh.app, "/entrer", { code: teller.code })).statusCode).toBe(410);
  expect((await getPage(fresh.app, `/r/${opened.slug}/moi`, { cookie: teller.cookie })).statusCode).toBe(410);
  expect((await postForm(fresh.app, "/entrer", { code: anew?.code ?? "" })).statusCode).toBe(303);
});

test("PPL-8 all delegations get the seats they lack and no more, and the sheet prints each code", async () => {
  await using fresh = await freshApp();
  const opened = await openGathering(fresh);
  await admit(fresh, opened, ["Tanneries", "Kerloch"]);
  expect(await issueCodes(fresh, opened, { delegations: "all" })).toHaveLength(6);
  expect(await issueCodes(fresh, opened, { delegations: "all" })).toHaveLength(0);
  const sheet = await getPage(fresh.app, `/r/${opened.slug}/codes/feuille`, { cookie: opened.cookie });
  expect(sheet.body.match(/class="card"/gu)).toHaveLength(7);
});

test("PPL-9 leaving ends the session on this device, and the code opens the seat again", async () => {
  await using fresh = await freshApp();
  const opened = await openGathering(fresh);
  const chair = await seatOf(fresh, opened, { role: "chair" });
  const left = await postForm(fresh.app, `/r/${opened.slug}/quitter`, {}, { cookie: chair.cookie });
  expect([left.statusCode, left.cookies[0]?.value]).toEqual([303, ""]);
  expect((await getPage(fresh.app, `/r/${opened.slug}/moi`, { cookie: chair.cookie })).statusCode).toBe(401);
  await enterCode(fresh, chair.code);
});

test("PPL-10 two gatherings with the same name stand apart; a session of one opens nothing in the other", async () => {
  await using fresh = await freshApp();
  const first = await openGathering(fresh);
  const second = await openGathering(fresh);
  expect([first.slug, second.slug]).toEqual(["commune-des-communes", "commune-des-communes-2"]);
  const page = await getPage(fresh.app, `/r/${second.slug}/reglages`, { cookie: first.cookie });
  expect(page.statusCode).toBe(401);
  const home = await getPage(fresh.app, "/");
  expect([home.statusCode, home.body.includes(`/r/${second.slug}/`)]).toEqual([200, true]);
});

test("PPL-35 one's own seat is said to be, open, without what would close it; a new code leaves one's device open", async () => {
  await using fresh = await freshApp();
  const opened = await openGathering(fresh);
  const { cookie } = opened;
  const rows = async (path: string): Promise<readonly string[]> => {
    const page = await getPage(fresh.app, `/r/${opened.slug}${path}`, { cookie });
    return page.body.match(/<li><h[34].*?<\/li>/gsu) ?? [];
  };
  const [own = ""] = await rows("/codes");
  expect(own).toContain("Votre place");
  expect(own).toContain("ouverte sur cet appareil");
  expect(own).not.toContain("code.revoke");
  const [held = ""] = await rows("/reglages");
  expect(held).toContain("Votre place");
  expect(held).not.toContain("person.erase");

  const participant = /name="participant" value="([^"]+)"/u.exec(own)?.[1] ?? "";
  const [anew] = await issueCodes(fresh, opened, { participant });
  const sheet = await getPage(fresh.app, `/r/${opened.slug}/codes/feuille`, { cookie });
  expect(sheet.body.replaceAll("-", "")).toContain(anew?.code);
  const other = await seatOf(fresh, opened, { role: "organiser" });
  const seen = await viewOf(fresh, opened.slug, "/codes", other.cookie);
  expect(seen).toMatchObject({ seats: [{ participant, code: "issued" }, { code: "used" }] });
});

test("PPL-36 seats without a name go by their role, counted where several are called the same", async () => {
  await using fresh = await freshApp();
  const opened = await openGathering(fresh);
  for (const role of ["teller", "teller", "chair"]) await issueCodes(fresh, opened, { role });
  await issueCodes(fresh, opened, { role: "teller", name: "Anne" });
  for (const path of ["/codes", "/reglages"]) {
    const page = await getPage(fresh.app, `/r/${opened.slug}${path}`, { cookie: opened.cookie });
    const titles = [...page.body.matchAll(/<li><h[34][^>]*>(?:<span[^>]*>)?([^<]+)/gu)].map(([, title]) => title);
    expect(titles).toEqual(["Votre place", "Animation de séance", "Scrutateur·rice 1", "Scrutateur·rice 2", "Anne"]);
  }
});
