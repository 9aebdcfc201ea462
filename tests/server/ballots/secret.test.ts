import { describe, expect, it } from "vitest";

import { checkRecord } from "../../../scripts/verify.ts";
import { readReceived } from "../../../server/ballots/index.ts";
import { freshApp, getPage, type FreshApp } from "../../support/app.ts";
import { everyRowCount, openAssembly, type Assembly } from "../../support/assembly.ts";
import { castFor, freshKey, startFirstItem, type OpenedBallot } from "../../support/open-ballot.ts";
import { askSecretly, castAll, conclude, openSecretBallot } from "../../support/secret-ballot.ts";
import { faultsOf } from "../../support/second-verifier.ts";

/** Four delegations present, and the first item current. */
async function hall(options?: Parameters<typeof freshApp>[0]) {
  const fresh = await freshApp(options);
  const assembly = await openAssembly(fresh);
  const four = [
    await assembly.delegation("Brigne"),
    await assembly.delegation("Kerloc’h"),
    await assembly.delegation("Orvelles"),
    await assembly.delegation("Tanneries"),
  ] as const;
  await startFirstItem(assembly);
  return { fresh, assembly, four, [Symbol.asyncDispose]: () => fresh[Symbol.asyncDispose]() };
}

const rows = ({ storage }: FreshApp) =>
  storage.read(async ({ db, tables: { marks, choices } }) => ({
    marks: await db.select().from(marks),
    choices: await db.select().from(choices),
  }));

const view = async ({ fresh, slug }: Assembly, path: string, cookie?: string): Promise<string> =>
  (await getPage(fresh.app, `/r/${slug}/etat.json?page=${encodeURIComponent(path)}`, { cookie })).body;

const received = ({ fresh }: Assembly, { ballot }: OpenedBallot) =>
  fresh.storage.read((tx) => readReceived(tx, { id: ballot, secrecy: "secret" }));

describe("a secret ballot on the real app", () => {
  it("BAL-90 a vote is a mark and, apart, a choice; the same key again gives the same receipt, whatever it says", async () => {
    await using one = await hall();
    const opened = await openSecretBallot(one.assembly);
    const [brigne] = one.four;
    const requestKey = freshKey();
    const first = (await castFor(opened, brigne, "for", { requestKey })).json();
    const again = (await castFor(opened, brigne, "against", { requestKey })).json();
    expect([first.kind, again.kind]).toEqual(["written", "repeated"]);
    expect(again.vote).toEqual(first.vote);
    expect((await castFor(opened, brigne, "against")).json().code).toBe("already-voted");
    const entered = { ballot: opened.ballot, delegation: brigne.delegation, choice: "against", requestKey: freshKey() };
    expect((await one.assembly.act(one.assembly.teller.cookie, "vote.enter", entered)).json().code).toBe(
      "already-voted",
    );
    const { marks, choices } = await rows(one.fresh);
    expect([marks.length, choices.length]).toEqual([1, 1]);
    expect(choices).toEqual([{ ballot: opened.ballot, key: expect.stringMatching(/^[0-9a-f]{32}$/), choice: "for" }]);
    expect(marks[0]).not.toHaveProperty("choice");
  });

  it("BAL-91 neither answer nor page says what was cast, to its author and the delegation neither", async () => {
    await using one = await hall();
    const opened = await openSecretBallot(one.assembly, { method: "choice", options: ["Commercy", "Montreuil"] });
    const [brigne] = one.four;
    const answer = await castFor(opened, brigne, "2");
    expect(Object.keys(answer.json().vote)).toEqual(["receipt", "atMs", "entered"]);
    const fields = { ballot: opened.ballot, delegation: one.four[1].delegation, choice: "1", requestKey: freshKey() };
    const form = await one.assembly.form(one.four[1].cookie, "vote.cast", { ...fields, replaces: "", page: "/" });
    expect([form.statusCode, form.headers.location]).toEqual([303, `/r/${one.assembly.slug}/`]);
    for (const who of [brigne.cookie, one.assembly.teller.cookie, one.assembly.chair.cookie, undefined])
      for (const page of ["/", `/scrutins/${opened.number}`, "/tribune", "/ecran"])
        expect(await view(one.assembly, page, who)).not.toMatch(/"(choice|mine|chosen)":"/);
    expect(await view(one.assembly, "/", brigne.cookie)).toContain('"choice":null');
  });

  it("BAL-91 after declaring the list has the sorted choices and no name beside them", async () => {
    await using one = await hall();
    const opened = await openSecretBallot(one.assembly);
    const said = ["for", "against", "for"];
    await castAll(
      opened,
      one.four.slice(0, 3).map((who, i) => [who, said[i] ?? ""] as const),
    );
    await conclude(opened);
    expect(await received(one.assembly, opened)).toMatchObject({ choices: ["against", "for", "for"] });
    const page: { ballot: { result: object } } = JSON.parse(
      await view(one.assembly, `/scrutins/${opened.number}`, one.four[0].cookie),
    );
    expect(page.ballot.result).toMatchObject({
      mine: null,
      votes: null,
      silent: ["Tanneries"],
      facts: { secrecy: "secret", tracesLeft: false },
      result: { outcome: "adopted", figures: { tally: { for: 2, against: 1 } } },
    });
    const record = (await getPage(one.fresh.app, `/r/${one.assembly.slug}/registre.json`)).body;
    expect(checkRecord(record).votes).toBe(3);
    expect(faultsOf(record)).toEqual([]);
  });

  it("BAL-95 closing deletes the single choices, cancelling all of them, and both scrub", async () => {
    await using one = await hall();
    const first = await openSecretBallot(one.assembly);
    await castAll(
      first,
      one.four.map((who) => [who, "for"] as const),
    );
    await conclude(first);
    expect((await rows(one.fresh)).choices).toEqual([]);
    const second = await openSecretBallot(one.assembly);
    await castAll(second, [[one.four[0], "against"]]);
    const cancelled = await one.assembly.act(one.assembly.chair.cookie, "ballot.cancel", { ballot: second.ballot });
    expect(cancelled.statusCode).toBe(200);
    expect((await rows(one.fresh)).choices).toEqual([]);
    expect(await received(one.assembly, second)).toMatchObject({ choices: [] });
    const left = await one.fresh.storage.read(({ db, tables: { ballots } }) => db.select().from(ballots));
    expect(left.map(({ unscrubbed }) => unscrubbed)).toEqual([false, false]);
  });

  it("BAL-93 it does not open for two, and with two votes it is not closed", async () => {
    await using one = await hall();
    const [brigne, kerloch, orvelles, tanneries] = one.four;
    for (const { delegation } of [orvelles, tanneries]) await one.assembly.setDelegation(delegation, "absent");
    expect((await askSecretly(one.assembly)).json().code).toBe("wrong-state");
    await one.assembly.setDelegation(orvelles.delegation, "present");
    const opened = await openSecretBallot(one.assembly);
    await castAll(opened, [
      [brigne, "for"],
      [kerloch, "against"],
    ]);
    const before = await everyRowCount(one.fresh);
    for (const act of ["ballot.close", "ballot.conclude"]) {
      const refused = await one.assembly.act(one.assembly.chair.cookie, act, { ballot: opened.ballot });
      expect([refused.statusCode, refused.json().code]).toEqual([409, "wrong-state"]);
    }
    expect(await everyRowCount(one.fresh)).toEqual(before);
    await castAll(opened, [[orvelles, "for"]]);
    await conclude(opened);
  });

  it("BAL-94 over plain HTTP it opens only with the chair's words, which are minuted", async () => {
    await using one = await hall();
    const before = await everyRowCount(one.fresh);
    for (const over of [{ unencrypted: undefined }, { unencrypted: "  " }])
      expect((await askSecretly(one.assembly, over)).json().code).toBe("wrong-state");
    expect(await everyRowCount(one.fresh)).toEqual(before);
    await openSecretBallot(one.assembly);
    const record = (await getPage(one.fresh.app, `/r/${one.assembly.slug}/registre.json`)).body;
    expect(record).toContain("unencryptedHash");
    expect(record).toContain("Nous savons que ce Wi-Fi");
    expect((await getPage(one.fresh.app, `/r/${one.assembly.slug}/proces-verbal`)).body).toContain("n’est pas chiffré");
  });

  it("BAL-94 the chair prepares it by a form, reads that it is secret, and is asked for words when it opens", async () => {
    await using one = await hall();
    const { assembly } = one;
    const chair = assembly.chair.cookie;
    const empty = { options: "", seats: "", majority: "simple", quorum: "", page: "/tribune" };
    const asked = { subject: "question", question: "Encore ?", method: "yes-no", secrecy: "secret", ...empty };
    expect((await assembly.form(chair, "ballot.prepare", asked)).statusCode).toBe(303);
    const { ballot }: { ballot: { id: string } } = JSON.parse(await view(assembly, "/tribune", chair));
    expect(ballot).toMatchObject({ stage: "prepared", secrecy: "secret" });
    const html = (await getPage(one.fresh.app, `/r/${assembly.slug}/tribune`, { cookie: chair })).body;
    expect(html).toMatch(/<input[^>]*name="unencrypted"[^>]*required/u);
    const opening = { ballot: ballot.id, page: "/tribune" };
    const refused = await assembly.form(chair, "ballot.open", { ...opening, unencrypted: "" });
    expect([refused.statusCode, refused.body.includes("en toutes lettres")]).toEqual([409, true]);
    const opened = await assembly.form(chair, "ballot.open", { ...opening, unencrypted: "Nous le savons." });
    expect(opened.statusCode).toBe(303);
    expect(JSON.parse(await view(assembly, "/tribune", chair))).toMatchObject({ ballot: { stage: "open" } });
  });

  it("BAL-94 by HTTPS no words are asked, and none are kept", async () => {
    await using one = await hall({ origins: ["https://cahier.test"] });
    await openSecretBallot(one.assembly);
    const record = (await getPage(one.fresh.app, `/r/${one.assembly.slug}/registre.json`)).body;
    expect(record).not.toContain("unencryptedHash");
    expect(record).not.toContain("Nous savons");
  });
});
