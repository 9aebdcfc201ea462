import { describe, expect, it } from "vitest";

import type {
  AgendaView,
  AmendmentsView,
  BallotView,
  ConsoleView,
  NowView,
  ScreenView,
  RollView,
} from "../../../shared/views/index.ts";
import { getPage } from "../../support/app.ts";
import { castFor, freshKey, putToVote } from "../../support/open-ballot.ts";
import { openRoad, type Road } from "../../support/road.ts";

/** A tabled text, an amendment of it called, and the ballot on it open. */
async function voting() {
  const road = await openRoad();
  const text = await road.table("Nos communes peuvent ouvrir des maisons du peuple");
  const amendment = await road.amend(text, road.three[0], "peuvent ouvrir", "ouvrent");
  const rival = await road.amend(text, road.three[1], "peuvent", "doivent");
  await road.call(amendment);
  const asked = { subject: `amendment:${amendment}` };
  const opened = await road.assembly.act(road.assembly.chair.cookie, "ballot.open", asked);
  const ballot = { assembly: road.assembly, text, ...opened.json() };
  return {
    road,
    text,
    amendment,
    rival,
    ballot,
    ...of(road),
    [Symbol.asyncDispose]: () => road[Symbol.asyncDispose](),
  };
}

const of = (road: Road) => ({
  now: (who?: string) => road.view<NowView>("/", who),
  html: async (path: string, cookie?: string) =>
    (await getPage(road.fresh.app, `/r/${road.assembly.slug}${path}`, { cookie })).body,
});

describe("what pages show", () => {
  it("PLN-30 now: the public sees the ballot's question, code and turnout; a delegate gets the paper", async () => {
    await using hall = await voting();
    const { three } = hall.road;
    await castFor(hall.ballot, three[1], "for");
    const seen = await hall.now();
    expect(seen.moment).toMatchObject({
      kind: "ballot",
      card: { turnout: { voted: 1, present: 3 }, mine: { kind: "public" }, facts: { number: 1, enrolled: 3 } },
    });
    const mine = await hall.now(three[0].cookie);
    expect(mine).toMatchObject({
      standing: "votes",
      moment: { card: { mine: { kind: "voter", delegation: { id: three[0].delegation }, cast: null, chosen: null } } },
    });
    expect(await hall.html("/", three[0].cookie)).toContain(`value="${three[0].delegation}"`);
  });

  it("PLN-45 an amendment's paper says in whose name one votes, and what is voted in the line that the list has", async () => {
    await using hall = await voting();
    const [voter] = hall.road.three;
    const { texts } = await hall.road.view<AmendmentsView>("/amendements", voter.cookie);
    const gist = texts[0]?.lines.find(({ id }) => id === hall.amendment)?.gist ?? "";
    expect(gist).toMatch(/ouvrent.*au lieu de.*peuvent ouvrir/u);
    expect((await hall.now(voter.cookie)).moment).toMatchObject({ card: { facts: { subject: { gist } } } });
    const page = await hall.html("/", voter.cookie);
    expect(page).toContain(`<p class="gist" dir="auto">${gist}</p>`);
    expect(page).toMatch(/<dt>Au nom de<\/dt><dd><span dir="auto">Brémont</u);
    expect(page).not.toContain("Vous votez pour");
  });

  it("BAL-36 while it is open no page of anybody shows a choice or a count, but a delegation's own vote", async () => {
    await using hall = await voting();
    const { three, assembly } = hall.road;
    await castFor(hall.ballot, three[1], "against");
    const pages = [
      await hall.road.view("/", three[0].cookie),
      await hall.road.view("/", assembly.chair.cookie),
      await hall.road.view("/tribune", assembly.chair.cookie),
      await hall.road.view("/ecran"),
      await hall.road.view("/scrutins/1", assembly.teller.cookie),
      await hall.road.view("/scrutins/1"),
    ];
    for (const page of pages) expect(JSON.stringify(page)).not.toMatch(/"choice"|"tally"|"votes":\[|"against":\d/u);
    const own = await hall.now(three[1].cookie);
    expect(own.moment).toMatchObject({
      card: { mine: { cast: { choice: "against", by: { me: true, teller: false } } } },
    });
  });

  it("BAL-9 whoever does not vote reads why, unasked, and which ballot is their first", async () => {
    await using hall = await voting();
    const { assembly, three } = hall.road;
    const late = await assembly.delegation("Trois-Rives");
    const away = await assembly.delegation("Saint-Aubrac", "absent");
    const watcher = await assembly.seat(
      "Lou",
      [{ role: "observer", delegation: three[0].delegation }],
      three[0].delegation,
    );
    const offs = [];
    for (const who of [late, away, watcher, assembly.chair]) {
      const { moment } = await hall.now(who.cookie);
      offs.push(moment.kind === "ballot" && moment.card.mine.kind === "off-roll" ? moment.card.mine.off : null);
    }
    expect(offs).toEqual([
      { why: "admittedAfter", first: 2 },
      { why: "away", first: 2 },
      { why: "observer" },
      { why: "noDelegation" },
    ]);
    expect(await hall.html("/", late.cookie)).toContain("le 2");
  });

  it("BAL-3 a form with a used key comes back with a new key and the choice checked", async () => {
    await using hall = await voting();
    const [voter] = hall.road.three;
    const requestKey = freshKey();
    await castFor(hall.ballot, voter, "for", { requestKey });
    const fields = {
      ballot: hall.ballot.ballot,
      delegation: voter.delegation,
      choice: "against",
      requestKey,
      page: "/",
    };
    const answer = await hall.road.assembly.form(voter.cookie, "vote.cast", fields);
    expect(answer.statusCode).toBe(409);
    expect(answer.body).not.toContain(`value="${requestKey}"`);
    expect(answer.body).toMatch(/value="against"[^>]*\schecked/u);
  });

  it("BAL-5 a form of a second member leads to the standing vote, with their choice checked and its receipt to replace", async () => {
    await using hall = await voting();
    const [voter] = hall.road.three;
    const { assembly } = hall.road;
    const first = (await castFor(hall.ballot, voter, "for")).json();
    const noe = await assembly.seat("Noé", [{ role: "delegate", delegation: voter.delegation }], voter.delegation);
    const fields = {
      ballot: hall.ballot.ballot,
      delegation: voter.delegation,
      choice: "against",
      requestKey: freshKey(),
    };
    const answer = await assembly.form(noe.cookie, "vote.cast", { ...fields, replaces: "", page: "/" });
    const see = String(answer.headers.location);
    expect(see).toBe(`/r/${assembly.slug}/?choix=against`);
    const page = await hall.html("/?choix=against", noe.cookie);
    expect(page).toContain(`name="replaces" value="${first.vote.receipt}"`);
    expect(page).toContain('name="choice" value="against"');
    const view = await hall.road.view<NowView>("/?choix=against", noe.cookie);
    expect(view.moment).toMatchObject({ card: { mine: { chosen: "against", cast: { by: { me: false } } } } });
  });

  it("PLN-31 after it: the result with its working and what fell; who voted what only on the ballot's own page", async () => {
    await using hall = await voting();
    const { three, assembly } = hall.road;
    for (const [i, who] of three.slice(0, 2).entries()) await castFor(hall.ballot, who, i === 0 ? "for" : "abstention");
    await hall.road.act(assembly.chair.cookie, "ballot.conclude", { ballot: hall.ballot.ballot });
    const { moment } = await hall.now(three[0].cookie);
    expect(moment).toMatchObject({
      kind: "result",
      stage: {
        stage: "declared",
        result: {
          mine: "for",
          votes: null,
          silent: [],
          consequences: [{ kind: "fallen", amendment: { number: 2 } }],
          result: { outcome: "adopted", majority: { needed: 1, had: 1, of: 1 }, figures: { voted: 2, silent: 1 } },
        },
      },
    });
    const page = await hall.road.view<BallotView>("/scrutins/1");
    expect(page.ballot).toMatchObject({
      stage: "declared",
      result: { silent: ["Orvelles"], votes: [{ choice: "for" }, { choice: "abstention" }], mine: null },
    });
    expect(await hall.html("/scrutins/1")).toContain("Orvelles");
    const now = await hall.html("/");
    expect(now).not.toContain("Orvelles");
    expect(now).toContain(`href="/r/${assembly.slug}/scrutins/1"`);
  });

  it("PLN-31 a cancelled ballot says so and why, and nothing of its votes", async () => {
    await using hall = await voting();
    const { assembly, three } = hall.road;
    await castFor(hall.ballot, three[0], "for");
    await hall.road.act(assembly.chair.cookie, "ballot.cancel", {
      ballot: hall.ballot.ballot,
      reason: "Question mal lue",
    });
    const page = await hall.road.view<BallotView>("/scrutins/1", assembly.chair.cookie);
    expect(page.ballot).toMatchObject({ stage: "cancelled", reason: "Question mal lue", facts: { enrolled: 3 } });
    expect(JSON.stringify(page)).not.toMatch(/"choice"|"tally"/u);
    expect((await hall.now()).moment.kind).toBe("discussion");
    expect((await getPage(hall.road.fresh.app, `/r/${assembly.slug}/scrutins/9`)).statusCode).toBe(404);
  });

  it("PLN-32 the console is the chair's: each act has its button only when role and state allow it", async () => {
    await using hall = await voting();
    const { assembly, three } = hall.road;
    const chair = assembly.chair.cookie;
    const open = await hall.road.view<ConsoleView>("/tribune", chair);
    expect(open.ballot).toMatchObject({ stage: "open", turnout: { voted: 0, present: 3 } });
    expect(open.may).toEqual([
      "ballot.lastCall",
      "ballot.close",
      "ballot.closeAndConclude",
      "ballot.cancel",
      "screen.show",
    ]);
    expect(open.subject).toMatchObject({ kind: "amendment", effects: [{ kind: "falls", amendment: { number: 2 } }] });
    await hall.road.act(chair, "ballot.lastCall", { ballot: hall.ballot.ballot });
    expect((await hall.road.view<ConsoleView>("/tribune", chair)).may).not.toContain("ballot.lastCall");
    expect((await hall.now(three[0].cookie)).moment).toMatchObject({ card: { lastCall: true } });

    const secretary = await assembly.seat("Secrétariat", [{ role: "secretary" }]);
    expect((await hall.road.view<ConsoleView>("/tribune", secretary.cookie)).may).toEqual([]);
    const shown = async (cookie: string) =>
      (await getPage(hall.road.fresh.app, `/r/${assembly.slug}/tribune`, { cookie })).body;
    expect(await shown(chair)).toContain("Chaque touche montrée");
    expect(await shown(secretary.cookie)).not.toContain("Chaque touche montrée");
    const etat = `/r/${assembly.slug}/etat.json?page=%2Ftribune`;
    for (const [who, status] of [
      [three[0].cookie, 403],
      [assembly.teller.cookie, 403],
      [undefined, 401],
    ] as const)
      expect((await getPage(hall.road.fresh.app, etat, { cookie: who })).statusCode).toBe(status);

    await hall.road.act(chair, "ballot.close", { ballot: hall.ballot.ballot });
    const closed = await hall.road.view<ConsoleView>("/tribune", chair);
    expect(closed.ballot).toMatchObject({ stage: "closed", conflict: null });
    expect(closed.may).toContain("ballot.conclude");
    expect(closed.may).not.toContain("ballot.open");
    await hall.road.act(chair, "ballot.conclude", { ballot: hall.ballot.ballot });
    // Nobody voted: no result, the amendment stays called and can be put to the vote again.
    const after = await hall.road.view<ConsoleView>("/tribune", chair);
    expect(after).toMatchObject({ subject: { kind: "amendment" }, ballot: { stage: "none" }, callOrder: [{}, {}] });
    expect(after.may).toContain("ballot.open");
  });

  it("PLN-37 the console says how the ballot before ended, whatever can be put to the vote next", async () => {
    await using hall = await voting();
    const chair = hall.road.assembly.chair.cookie;
    await hall.road.act(chair, "ballot.conclude", { ballot: hall.ballot.ballot });
    const page = await hall.road.view<ConsoleView>("/tribune", chair);
    expect(page).toMatchObject({ subject: { kind: "amendment" }, ballot: { stage: "none" } });
    expect(page.lastResult).toMatchObject({ facts: { number: 1 }, result: { outcome: "no-result" } });
  });

  it("PLN-38 the console publishes what was adopted while its item is still the current one", async () => {
    await using road = await openRoad();
    const text = await road.table("Les communs");
    await road.decide(`text:${text}`, ["for", "for", "for"]);
    const { texts } = await road.view<ConsoleView>("/tribune", road.assembly.chair.cookie);
    expect(texts).toMatchObject([{ id: text, state: "adopted", may: ["declaration.publish"] }]);
  });

  it("PLN-36 whatever day is at hand, the console has the items of the others to open", async () => {
    await using road = await openRoad();
    const chair = road.assembly.chair.cookie;
    const console = await road.view<ConsoleView>("/tribune", chair);
    expect([console.today, console.days.map(({ day }) => day)]).toEqual([1, [1, 2]]);
    const vote = console.days[1]?.items.find(({ kind }) => kind === "vote");
    await road.act(chair, "agenda.start", { item: vote?.id });
    expect(await road.view<ConsoleView>("/tribune", chair)).toMatchObject({ today: 2 });
  });

  it("BAL-8 at the teller's table: who is present and has a vote, never which; replacing one asks to confirm", async () => {
    await using hall = await voting();
    const { assembly, three } = hall.road;
    const teller = assembly.teller.cookie;
    await castFor(hall.ballot, three[0], "against");
    const path = "/scrutins/1/emargement";
    const page = await hall.road.view<RollView>(path, teller);
    expect(page.table?.voters.map(({ name, standing }) => [name, standing?.entered])).toEqual([
      ["Brémont", false],
      ["Kerloc’h", undefined],
      ["Orvelles", undefined],
    ]);
    expect((await hall.road.view<RollView>(path, assembly.chair.cookie)).table).toBeNull();
    expect(await hall.html("/", teller)).toContain(`href="/r/${assembly.slug}${path}"`);
    expect(await hall.html(path, teller)).toContain("/actes/vote.enter");
    const form = { ballot: hall.ballot.ballot, choice: "for", page: path, replaces: "" };
    const enter = (voter: string) => assembly.form(teller, "vote.enter", { ...form, voter, requestKey: freshKey() });
    const entered = await enter(three[1].delegation);
    expect([entered.statusCode, entered.headers.location]).toEqual([303, `/r/${assembly.slug}${path}`]);
    const asked = await enter(three[0].delegation);
    const see = String(asked.headers.location).replace(`/r/${assembly.slug}`, "");
    expect(see).toMatch(/^\/scrutins\/1\/emargement\?choix=for&pour=/u);
    const confirm = await hall.road.view<RollView>(see, teller);
    expect(confirm.table?.confirm).toEqual({ voter: three[0].delegation, choice: "for", reason: "" });
    const json = await assembly.act(teller, "vote.enter", {
      ballot: hall.ballot.ballot,
      delegation: three[0].delegation,
      choice: "for",
      requestKey: freshKey(),
    });
    expect(json.json().kind).toBe("confirm");
    expect(json.body).not.toContain("against");
  });

  it("PLN-33 the screen follows the hall or the chair, without a name of a person, and shows the end", async () => {
    await using hall = await voting();
    const { assembly, three } = hall.road;
    const chair = assembly.chair.cookie;
    const scene = async () => (await hall.road.view<ScreenView>("/ecran", chair)).scene;
    expect(await scene()).toMatchObject({ kind: "ballot", turnout: { voted: 0 }, facts: { number: 1 } });
    await castFor(hall.ballot, three[0], "for");
    expect(JSON.stringify(await hall.road.view("/ecran", three[0].cookie))).not.toContain("receipt");
    await hall.road.act(chair, "screen.show", { show: "text" });
    expect(await scene()).toMatchObject({ kind: "text", text: { id: hall.text } });
    await hall.road.act(chair, "screen.show", { show: "join" });
    expect(await scene()).toMatchObject({ kind: "join" });
    await hall.road.act(chair, "screen.show", { show: "auto" });
    await hall.road.act(chair, "ballot.conclude", { ballot: hall.ballot.ballot });
    expect(await scene()).toMatchObject({
      kind: "result",
      stage: { stage: "declared", result: { votes: null, mine: null } },
    });
    await hall.road.act(chair, "gathering.close", {});
    expect(await scene()).toMatchObject({
      kind: "closed",
      ending: {
        declarations: [],
        adopted: [],
        undecided: [{ id: hall.text }],
        journalCode: expect.stringMatching(/^.{4}-.{4}$/u),
      },
    });
    expect((await hall.now()).moment.kind).toBe("closed");
    expect(await hall.html("/")).toContain("Aucune déclaration");
  });

  it("PLN-34 the programme stands by day, and says who may edit it", async () => {
    await using hall = await voting();
    const seen = await hall.road.view<AgendaView>("/programme");
    expect(seen.days.map(({ day }) => day)).toEqual([1, 2]);
    expect(seen).toMatchObject({ mayEdit: false, days: [{ items: { length: expect.any(Number) } }, {}] });
    expect((await hall.road.view<AgendaView>("/programme", hall.road.assembly.chair.cookie)).mayEdit).toBe(true);
    expect(await hall.html("/programme")).toContain("Accueil");
  });

  it("PLN-35 a text without amendment waiting is shown to be voted as a whole, then its result stays", async () => {
    await using road = await openRoad();
    const text = await road.table("Nos communes");
    const chair = road.assembly.chair.cookie;
    const item = (await road.view<NowView>("/")).item?.id;
    const fields = {
      item,
      title: "Plénière",
      kind: "plenary",
      day: 1,
      startMinutes: 600,
      endMinutes: null,
      note: null,
      text,
    };
    await road.act(chair, "agenda.edit", fields);
    expect((await road.view<NowView>("/", road.three[0].cookie)).moment).toMatchObject({
      kind: "text",
      waiting: 0,
      text: { amending: "open" },
    });
    const before = await road.view<ConsoleView>("/tribune", chair);
    expect(before).toMatchObject({
      subject: { kind: "whole" },
      ballot: { stage: "none", enrolled: 3, present: 3, rule: { majority: { kind: "fraction" } } },
    });
    expect(before.may).toContain("ballot.open");
    const ballot = await putToVote(road.assembly, text);
    await castFor({ assembly: road.assembly, text, ...ballot }, road.three[0], "for");
    await road.act(chair, "ballot.conclude", { ballot: ballot.ballot });
    const after = await road.view<ConsoleView>("/tribune", chair);
    expect(after).toMatchObject({
      subject: { kind: "none" },
      ballot: { stage: "declared" },
      text: { may: ["declaration.publish"] },
    });
    expect((await road.view<NowView>("/")).moment.kind).toBe("result");
  });
});
