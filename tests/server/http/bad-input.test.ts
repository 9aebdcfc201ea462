import { expect, test } from "vitest";

import { limits } from "../../../shared/limits.ts";
import {
  freshApp,
  getPage,
  host,
  openGathering,
  origin,
  postForm,
  postJson,
  type FreshApp,
} from "../../support/app.ts";
import { seatOf } from "../../support/people.ts";
import { expectUnchanged } from "../../support/unchanged.ts";

const model = new Map([
  ["malformed", [400, "La demande est mal formée. Rien n’a été changé."]],
  ["too-large", [413, "C’est trop long. Rien n’a été changé."]],
  ["wrong-origin", [403, "Demande venue d’ailleurs. Rouvrez Cahier."]],
  ["not-signed-in", [401, "Entrez votre code pour continuer."]],
  ["seat-moved", [401, "Place ouverte ailleurs. Entrez votre code."]],
  ["not-found", [404, "Cela n’existe pas dans cette rencontre."]],
]);

const act = (slug: string): string => `/r/${slug}/actes/delegation.admit`;
const good = { delegations: [{ name: "Tanneries", delegates: 2, observers: 2 }] };
const long = `{"delegations":[{"name":"${"x".repeat(5 * limits.formBytes)}"}]}`;

test.for<readonly [what: string, code: string, body: string]>([
  ["malformed JSON", "malformed", "{"],
  ["no JSON at all", "malformed", ""],
  ["an unknown field", "malformed", JSON.stringify({ ...good, owner: "me" })],
  ["an unknown field deep inside", "malformed", JSON.stringify({ delegations: [{ ...good.delegations[0], x: 1 }] })],
  ["a number as text", "malformed", '{"delegations":[{"name":"a","delegates":"2","observers":0}]}'],
  ["U+0000", "malformed", '{"delegations":[{"name":"a\\u0000b","delegates":2,"observers":0}]}'],
  ["an unpaired surrogate", "malformed", '{"delegations":[{"name":"a\\ud800","delegates":2,"observers":0}]}'],
  ["a list without end", "malformed", "[".repeat(50_000)],
  ["a body too long", "too-large", long],
])("HTTP-4 %s is refused as %s, and nothing changes", async ([, code, body]) => {
  await using fresh = await freshApp();
  const { slug, cookie } = await openGathering(fresh);
  const answer = await expectUnchanged(fresh.storage, () => postJson(fresh.app, act(slug), body, { cookie }));
  expectProblem(answer, code);
});

test("HTTP-5 bytes that are not UTF-8, another kind of body and a field that stands twice are malformed", async () => {
  await using fresh = await freshApp();
  const { slug, cookie } = await openGathering(fresh);
  const post = (contentType: string, payload: string | Buffer): Promise<Answer> =>
    expectUnchanged(fresh.storage, () =>
      fresh.app.inject({
        method: "POST",
        url: act(slug),
        headers: { host, origin, cookie, "content-type": contentType },
        payload,
      }),
    );
  expectProblem(await post("application/json", Buffer.from([0x22, 0xff, 0x22])), "malformed");
  expectProblem(await post("text/plain", "hello"), "malformed");
  expectProblem(await post("multipart/form-data; boundary=x", "--x--"), "malformed");
  const form = "application/x-www-form-urlencoded";
  for (const body of ["name=a&name=b", "name=%00", "name=%ff", "name=%"]) {
    expect([body, (await post(form, body)).statusCode]).toEqual([body, 400]);
  }
});

test("HTTP-6 a form that is refused is shown again on its page: the words, and what was typed", async () => {
  await using fresh = await freshApp();
  const { slug, cookie } = await openGathering(fresh);
  const fields = { page: "/accueil", name: "Tanneries", delegates: "beaucoup", observers: "0" };
  const answer = await expectUnchanged(fresh.storage, () => postForm(fresh.app, act(slug), fields, { cookie }));
  expect(answer.statusCode).toBe(400);
  expect(answer.body).toContain("La demande est mal formée. Rien n’a été changé.");
  expect(answer.body).toContain('value="Tanneries"');
  expect(answer.body).toContain("<h1>Accueil</h1>");
});

test("HTTP-7 a stale cookie, a foreign one and a made-up one are no seat, and say why when it is known", async () => {
  await using fresh = await freshApp();
  const opened = await openGathering(fresh);
  const other = await openGathering(fresh, "Autre rencontre");
  const chair = await seatOf(fresh, opened, { role: "secretary" });
  await postForm(fresh.app, "/entrer", { code: chair.code });
  const post = (cookie: string | undefined): Promise<Answer> =>
    expectUnchanged(fresh.storage, () => postJson(fresh.app, act(opened.slug), good, { cookie }));
  expectProblem(await post(chair.cookie), "seat-moved");
  expectProblem(await post(other.cookie), "not-signed-in");
  expectProblem(await post("cahier=AAAAAAAAAAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAA"), "not-signed-in");
  expectProblem(await post(`${opened.cookie}x`), "not-signed-in");
  expectProblem(await post(undefined), "not-signed-in");
});

test("HTTP-8 an act asked from another origin, from none that can be named, or from nowhere is refused", async () => {
  await using fresh = await freshApp();
  const { slug, cookie } = await openGathering(fresh);
  const post = (headers: Record<string, string>): Promise<Answer> =>
    expectUnchanged(fresh.storage, () =>
      fresh.app.inject({
        method: "POST",
        url: act(slug),
        headers: { host, cookie, "content-type": "application/json", ...headers },
        payload: JSON.stringify(good),
      }),
    );
  for (const foreign of ["https://elsewhere.example", "null", `https://${host}`, `${origin}.elsewhere.example`]) {
    expectProblem(await post({ origin: foreign }), "wrong-origin");
  }
  expectProblem(await post({}), "wrong-origin");
});

test("HTTP-9 a form without Origin passes with its own token, bound to its session, and with no other", async () => {
  await using fresh = await freshApp();
  const opened = await openGathering(fresh);
  const teller = await seatOf(fresh, opened, { role: "teller" });
  const tokenFor = async (cookie: string): Promise<string> => {
    const page = await getPage(fresh.app, `/r/${opened.slug}/accueil`, { cookie });
    return /name="token" value="([^"]+)"/u.exec(page.body)?.[1] ?? "";
  };
  const post = (token: string): Promise<Answer> =>
    fresh.app.inject({
      method: "POST",
      url: act(opened.slug),
      headers: { host, cookie: opened.cookie, "content-type": "application/x-www-form-urlencoded" },
      payload: new URLSearchParams({ token, name: "Tanneries", delegates: "2", observers: "0" }).toString(),
    });
  const foreign = await tokenFor(teller.cookie);
  for (const token of ["", "x", foreign]) {
    const answer = await expectUnchanged(fresh.storage, () => post(token));
    expect([answer.statusCode, answer.body.includes("Demande venue d’ailleurs.")]).toEqual([403, true]);
  }
  expect((await post(await tokenFor(opened.cookie))).statusCode).toBe(303);
});

test("HTTP-10 a gathering, a page or an act that does not exist is not found, and U+0000 in an address is malformed", async () => {
  await using fresh = await freshApp();
  const { slug, cookie } = await openGathering(fresh);
  const get = (url: string): Promise<Answer> =>
    fresh.app.inject({ url, headers: { host, cookie, accept: "application/json" } });
  for (const url of ["/r/ailleurs/moi", "/r/ailleurs/nulle-part", `/r/${slug}/nulle-part`]) {
    const page = await getPage(fresh.app, url, { cookie });
    expect([page.statusCode, page.body.includes("Cela n’existe pas dans cette rencontre.")]).toEqual([404, true]);
  }
  for (const url of [`/r/${slug}/etat.json?page=/nulle`, "/r/ailleurs/etat.json", "/nulle.json"]) {
    expectProblem(await get(url), "not-found");
  }
  expectProblem(await get("/r/a%00b/moi"), "malformed");
  expectProblem(await postJson(fresh.app, `/r/${slug}/actes/gathering.sell`, {}, { cookie }), "not-found");
  expectProblem(await postJson(fresh.app, "/r/ailleurs/actes/delegation.admit", good, { cookie }), "not-found");
});

test("HTTP-11 a session has its own budget of requests, and who has none shares one with the hall", async () => {
  await using fresh = await freshApp();
  const { slug, cookie } = await openGathering(fresh);
  const first = await statuses(fresh, limits.sessionRequestsPer10s + 5, `/r/${slug}/etat.json?page=/moi`, cookie);
  expect(first.at(-1)).toBe(429);
  expect((await getPage(fresh.app, "/health")).statusCode).toBe(200);
  expect((await getPage(fresh.app, "/health", { cookie: "cahier=made.up" })).statusCode).toBe(200);
});

type Answer = Awaited<ReturnType<typeof postJson>>;

async function statuses({ app }: FreshApp, times: number, url: string, cookie: string): Promise<readonly number[]> {
  const codes: number[] = [];
  for (let asked = 0; asked < times; asked += 1) codes.push((await getPage(app, url, { cookie })).statusCode);
  return codes;
}

function expectProblem(answer: Answer, code: string): void {
  expect(answer.headers["content-type"]).toBe("application/problem+json; charset=utf-8");
  const { code: given, status, title } = answer.json();
  expect([given, answer.statusCode, status, title]).toEqual([code, ...expected(code)]);
}

function expected(code: string): readonly unknown[] {
  const [status, words] = model.get(code) ?? [];
  return [status, status, words];
}
