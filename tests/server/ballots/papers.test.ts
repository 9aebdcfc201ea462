import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { getPage } from "../../support/app.ts";
import { freshKey } from "../../support/open-ballot.ts";
import { openRoad, type Road } from "../../support/road.ts";

let road: Road;
beforeEach(async () => {
  road = await openRoad();
});
afterEach(async () => road[Symbol.asyncDispose]());

const options = ["Commercy", "Saint-Nazaire", "Montreuil"];

async function open(asked: object): Promise<string> {
  const body = { subject: "question", question: "Où se retrouver ?", ...asked };
  const answer = await road.assembly.act(road.assembly.chair.cookie, "ballot.open", body);
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return answer.json().ballot;
}

const post = (ballot: string, paper: Readonly<Record<string, string>>, cookie = road.three[0].cookie) => {
  const { delegation } = road.three[0];
  const fields = { ballot, delegation, requestKey: freshKey(), replaces: "", page: "/", ...paper };
  return road.assembly.form(cookie, "vote.cast", fields);
};

const page = async (path: string, cookie?: string): Promise<string> =>
  (await getPage(road.fresh.app, `/r/${road.assembly.slug}${path}`, { cookie })).body;

/** The fields that the page's own form offers, as a browser without script finds them. */
const offered = (html: string): ReadonlySet<string> => {
  const form = /<form[^>]*data-act="vote\.cast"[\s\S]*?<\/form>/u.exec(html)?.[0] ?? "";
  return new Set([...form.matchAll(/name="([^"]+)"/gu)].map(([, name = ""]) => name));
};

const methods = [
  [{ method: "choice", options }, { choice: "2" }, "2", "Saint-Nazaire"],
  [{ method: "approval", options }, { "mark-1": "1", "mark-3": "3" }, "1,3", "Commercy et Montreuil"],
  [
    { method: "majority-judgment", options },
    { "grade-1": "good", "grade-2": "reject" },
    "1:good,2:reject",
    "Commercy\u202f: Bien\u202f; Saint-Nazaire\u202f: À rejeter",
  ],
  [
    { method: "schulze", options },
    { "place-1": "2", "place-2": "1", "place-3": "2" },
    "2>1=3",
    "Saint-Nazaire, puis Commercy et Montreuil",
  ],
  [{ method: "instant-runoff", options }, { "place-3": "1", "place-1": "2", "place-2": "" }, "3>1", "puis Commercy"],
  [{ method: "stv", options, seats: 2 }, { "place-3": "1" }, "3", "Montreuil"],
  [{ method: "temperature", options }, { choice: "3" }, "3", "Montreuil"],
  [{ method: "consent" }, { choice: "reservation" }, "reservation", "Consentement avec réserve"],
  [{ method: "yes-no" }, { choice: "against" }, "against", "Contre"],
] as const;

describe("the paper of each method, without script", () => {
  it.each(methods)(
    "BAL-86 BAL-87 $method: a form is a vote, and its receipt says it in words",
    async (asked, paper, said, words) => {
      const ballot = await open(asked);
      const { cookie } = road.three[0];
      const fields = offered(await page("/", cookie));
      for (const name of Object.keys(paper)) expect(fields).toContain(name);
      const answer = await post(ballot, paper);
      expect([answer.statusCode, answer.headers.location]).toEqual([303, `/r/${road.assembly.slug}/`]);
      const { moment } = await road.view<{ moment: unknown }>("/", cookie);
      expect(moment).toMatchObject({ card: { mine: { cast: { choice: said } } } });
      expect(await page("/", cookie)).toContain(words);
    },
  );

  it.each(methods)("BAL-86 $method: abstaining and taking no part are votes too", async (asked) => {
    const ballot = await open(asked);
    const boxes = "options" in asked && !["choice", "temperature"].includes(asked.method);
    for (const said of ["abstention", "notTakingPart"]) {
      expect((await post(ballot, boxes ? { [said]: "1" } : { choice: said })).statusCode).toBe(303);
      const { moment } = await road.view<{ moment: unknown }>("/", road.three[0].cookie);
      expect(moment).toMatchObject({ card: { mine: { cast: { choice: said } } } });
    }
  });

  it("BAL-86 what is no vote comes back as it was filled in, with words, and nothing is written", async () => {
    const ballot = await open({ method: "stv", options, seats: 1 });
    const answer = await post(ballot, { "place-1": "1", "place-2": "1", abstention: "1" });
    expect(answer.statusCode).toBe(400);
    expect(answer.body).toContain("Bulletin à relire");
    expect(answer.body.match(/<option value="1" selected/gu)).toHaveLength(2);
    expect(answer.body).toMatch(/name="abstention" value="1"[^>]*\schecked/u);
    const { moment } = await road.view<{ moment: unknown }>("/", road.three[0].cookie);
    expect(moment).toMatchObject({ card: { mine: { cast: null }, turnout: { voted: 0 } } });
  });

  it("BAL-86 at the table a paper is entered the same way, and what is no vote comes back filled in", async () => {
    const ballot = await open({ method: "approval", options });
    const teller = (await road.assembly.seat("Table", [{ role: "teller" }])).cookie;
    const { delegation } = road.three[1];
    const enter = (paper: Readonly<Record<string, string>>) =>
      road.assembly.form(teller, "vote.enter", {
        ballot,
        delegation,
        requestKey: freshKey(),
        page: "/scrutins/1/emargement",
        ...paper,
      });
    const refused = await enter({ "mark-2": "2", notTakingPart: "1" });
    expect(refused.statusCode).toBe(400);
    expect(refused.body).toMatch(/name="mark-2" value="2"[^>]*\schecked/u);
    expect(refused.body).toMatch(new RegExp(`<option value="${delegation}" selected`, "u"));
    const byPhone = { ballot, delegation, choice: "3", requestKey: freshKey() };
    expect((await road.assembly.act(road.three[1].cookie, "vote.cast", byPhone)).statusCode).toBe(200);
    const toConfirm = String((await enter({ "mark-1": "1", "mark-2": "2" })).headers.location);
    const read = await page(toConfirm.replace(`/r/${road.assembly.slug}`, ""), teller);
    expect(read).toContain("Commercy et Saint-Nazaire");
    expect(read).toContain('name="choice" value="1,2"');
  });

  it("BAL-87 every card says what is asked, by which method and under which rule", async () => {
    await open({ method: "schulze", options, rule: "simple quorum >=1/2 voted" });
    const sentence =
      "Les délégations présentes classent 3 options\u202f; méthode de Schulze\u202f; quorum\u202f: la moitié des inscrites ayant voté.";
    for (const path of ["/", "/scrutins/1", "/ecran"])
      expect(await page(path, road.three[0].cookie)).toContain(sentence);
  });

  it("BAL-87 a question prepared by a form is read back on the console with its options, then opened or laid aside", async () => {
    const { cookie } = road.assembly.chair;
    const typed = {
      subject: "question",
      question: "Qui parlera pour nous ?",
      options: "Dominique\r\n\r\nCamille \r\nNoé",
      majority: "simple",
      quorum: ">=1/2 present",
      page: "/tribune",
    };
    const prepare = (more: Readonly<Record<string, string>>) =>
      road.assembly.form(cookie, "ballot.prepare", { ...typed, seats: "2", ...more });
    expect((await prepare({ method: "stv" })).statusCode).toBe(303);
    const read = await page("/tribune", cookie);
    expect(read).toContain(
      "Les délégations présentes classent 3 options pour 2 places\u202f; vote unique transférable\u202f; quorum\u202f: la moitié des inscrites présentes.",
    );
    for (const name of ["Dominique", "Camille", "Noé"]) expect(read).toContain(`<li dir="auto">${name}</li>`);
    // What the form sends beside its method does not apply, and is left out.
    expect((await prepare({ method: "consent" })).statusCode).toBe(303);
    const { ballot } = await road.view<{ ballot: { id: string } }>("/tribune", cookie);
    expect(ballot).toMatchObject({ stage: "prepared", asking: { method: "consent" }, options: [] });
    expect(await page("/tribune", cookie)).toContain("Ouvrir le scrutin");
    expect((await road.assembly.form(cookie, "ballot.open", { ballot: ballot.id, page: "/tribune" })).statusCode).toBe(
      303,
    );
    expect(await page("/", road.three[0].cookie)).toContain("Une objection arrête la proposition");
    await road.act(cookie, "ballot.conclude", { ballot: ballot.id });
    expect((await prepare({ method: "choice" })).statusCode).toBe(303);
    const { ballot: next } = await road.view<{ ballot: { id: string } }>("/tribune", cookie);
    expect(next).toMatchObject({ stage: "prepared", asking: { method: "choice", options: 3 } });
    await road.act(cookie, "ballot.cancel", { ballot: next.id });
    expect(await road.view("/tribune", cookie)).toMatchObject({ ballot: { stage: "declared" } });
  });

  it.each([
    [{ method: "choice", options }, ["2", "2", "1"], "elected", "Option retenue\u202f: Saint-Nazaire"],
    [{ method: "schulze", options }, ["1>2", "2>1", "3"], "tie", "à égalité entre"],
    [{ method: "temperature", options }, ["3", "3", "1"], "indicative", "rien n’est décidé"],
    [{ method: "consent" }, ["consent", "objection", "consent"], "objections", "il n’y a pas consentement"],
  ])("BAL-88 BAL-89 %o is minuted and shown by its outcome", async (asked, said, outcome, words) => {
    const ballot = await open(asked);
    for (const [i, choice] of said.entries()) {
      const who = road.three[i];
      await road.act(who?.cookie ?? "", "vote.cast", {
        ballot,
        delegation: who?.delegation,
        choice,
        reason: "Trop cher.",
        requestKey: freshKey(),
      });
    }
    await road.act(road.assembly.chair.cookie, "ballot.conclude", { ballot });
    const minutes = await page("/proces-verbal");
    expect(minutes).toContain(words);
    const shown = await page("/scrutins/1");
    expect(await road.view("/scrutins/1")).toMatchObject({ ballot: { result: { result: { outcome } } } });
    expect(shown).toContain("Qui a voté quoi");
    if (outcome !== "indicative") return;
    for (const read of [shown, minutes, await page("/"), await page("/ecran")]) expect(read).not.toMatch(/adopté/iu);
  });
});
