import { describe, expect, it } from "vitest";

import type { DeclarationsView, DeclarationView, JournalView, MinutesView } from "../../../shared/views/index.ts";
import { getPage } from "../../support/app.ts";
import { everyRowCount } from "../../support/assembly.ts";
import { openRoad, type Road } from "../../support/road.ts";

const adopted = async (road: Road, title = "Déclaration de Commercy"): Promise<string> => {
  const text = await road.table(title);
  await road.decide(`text:${text}`, ["for", "for", "against"]);
  return text;
};

describe("signing and publishing", () => {
  it("DCL-18 a delegate signs, adds a reservation, declines and signs again; each word is one act", async () => {
    await using road = await openRoad();
    const text = await adopted(road);
    const [a] = road.three;
    const mine = async () => (await road.view<DeclarationView>(`/declarations/${text}`, a.cookie)).signing?.mine;
    const sign = (more: object = {}) =>
      road.act(a.cookie, "declaration.sign", { text, delegation: a.delegation, ...more });
    expect(await mine()).toEqual({ kind: "none" });
    await sign();
    await sign();
    expect(await mine()).toEqual({ kind: "signed", reservation: null });
    await sign({ reservation: " Sous réserve. " });
    await sign({ reservation: "Sous réserve." });
    expect(await mine()).toEqual({ kind: "signed", reservation: "Sous réserve." });
    await road.act(a.cookie, "declaration.decline", { text, delegation: a.delegation });
    expect(await mine()).toEqual({ kind: "declined" });
    await sign();
    const { entries } = await road.view<JournalView>("/journal");
    expect(entries.slice(-4).map(({ act }) => act)).toEqual([
      "declaration.signed",
      "declaration.signed",
      "declaration.declined",
      "declaration.signed",
    ]);
  });

  it("DCL-33 a declaration's page says its own address", async () => {
    await using road = await openRoad();
    const text = await adopted(road);
    const { address } = await road.view<DeclarationView>(`/declarations/${text}`);
    expect(address).toBe(`http://cahier.test/r/${road.assembly.slug}/declarations/${text}`);
    expect((await getPage(road.fresh.app, new URL(address).pathname)).statusCode).toBe(200);
  });

  it("DCL-18 nobody signs for another delegation but the secretary, and the journal says so", async () => {
    await using road = await openRoad();
    const text = await adopted(road);
    const [a, b] = road.three;
    const { assembly, fresh } = road;
    const before = await everyRowCount(fresh);
    for (const who of [b.cookie, assembly.chair.cookie, assembly.teller.cookie]) {
      const answer = await assembly.act(who, "declaration.sign", { text, delegation: a.delegation });
      expect([answer.statusCode, answer.json().code]).toEqual([403, "not-allowed"]);
    }
    const nobody = await assembly.act(undefined, "declaration.decline", { text, delegation: a.delegation });
    expect([nobody.statusCode, nobody.json().code]).toEqual([401, "not-signed-in"]);
    expect(await everyRowCount(fresh)).toEqual(before);
    const secretary = await assembly.seat("Plume", [{ role: "secretary" }]);
    const { behalf } = await road.view<DeclarationView>(`/declarations/${text}`, secretary.cookie);
    expect(behalf.map(({ name }) => name)).toEqual(["Brémont", "Kerloc’h", "Orvelles"]);
    await road.act(secretary.cookie, "declaration.sign", { text, delegation: a.delegation });
    const { entries } = await road.view<JournalView>("/journal");
    expect(entries.at(-1)?.by).toEqual({ role: "secretary", behalf: "Brémont" });
  });

  it("DCL-18 bad words about a signature are refused and write nothing", async () => {
    await using road = await openRoad();
    const text = await adopted(road);
    const tabled = await road.table("Encore discuté");
    const [a] = road.three;
    const { assembly, fresh } = road;
    const before = await everyRowCount(fresh);
    const asked: readonly (readonly [code: string, body: object])[] = [
      ["wrong-state", { text: tabled, delegation: a.delegation }],
      ["not-found", { text: "none", delegation: a.delegation }],
      ["malformed", { text, delegation: a.delegation, reservation: "x".repeat(5_001) }],
      ["malformed", { text, delegation: a.delegation, reservation: "a\u0000b" }],
      ["malformed", { text, delegation: a.delegation, unknown: 1 }],
      ["not-found", { text, delegation: "elsewhere" }],
    ];
    for (const [code, body] of asked) {
      const answer = await assembly.act(a.cookie, "declaration.sign", body);
      expect([body, answer.json().code]).toEqual([body, code]);
    }
    expect(await everyRowCount(fresh)).toEqual(before);
  });

  it("DCL-31 only an adopted text is published, once, by chair or secretary; then nobody signs any more", async () => {
    await using road = await openRoad();
    const { assembly, fresh, three } = road;
    const chair = assembly.chair.cookie;
    const tabled = await road.table("Encore discuté");
    const text = await adopted(road);
    const before = await everyRowCount(fresh);
    expect((await assembly.act(chair, "declaration.publish", { text: tabled })).json().detail).toBe("text-tabled");
    expect((await assembly.act(three[0].cookie, "declaration.publish", { text })).json().code).toBe("not-allowed");
    expect((await assembly.act(chair, "declaration.publish", { text: "none" })).json().code).toBe("not-found");
    expect(await everyRowCount(fresh)).toEqual(before);
    await road.act(chair, "declaration.publish", { text });
    const again = await assembly.act(chair, "declaration.publish", { text });
    expect([again.json().code, again.json().detail]).toEqual(["wrong-state", "text-published"]);
    const late = { text, delegation: three[0].delegation };
    expect((await assembly.act(three[0].cookie, "declaration.sign", late)).json().detail).toBe("text-published");
    const view = await road.view<DeclarationView>(`/declarations/${text}`, three[0].cookie);
    expect([view.state.kind, view.signing]).toEqual(["published", null]);
  });

  it("DCL-31 a row that says adopted publishes nothing when the journal does not", async () => {
    await using road = await openRoad();
    const { assembly, fresh } = road;
    const text = await road.table("Jamais votée");
    await fresh.storage.act(async ({ db, tables: { texts } }) => {
      const voted = { state: "adopted", votedVersion: 1, votedHead: "h", votedHash: "h", ballot: "b" } as const;
      return { ok: true, value: await db.update(texts).set(voted) };
    });
    const before = await everyRowCount(fresh);
    expect((await assembly.act(assembly.chair.cookie, "declaration.publish", { text })).json().code).toBe("no-ballot");
    expect(await everyRowCount(fresh)).toEqual(before);
  });
});

describe("the pages of declarations, minutes and journal", () => {
  it("DCL-25 with one text adopted and one rejected, both are shown, and each has its page", async () => {
    await using road = await openRoad();
    const yes = await adopted(road, "Adoptée");
    const no = await road.table("Refusée");
    await road.decide(`text:${no}`, ["for", "against", "against"]);
    await road.act(road.assembly.chair.cookie, "declaration.publish", { text: yes });
    const list = await road.view<DeclarationsView>("/declarations");
    expect(list.published).toMatchObject([{ id: yes, title: "Adoptée", signatories: 0 }]);
    expect(list.rejected).toEqual([{ id: no, title: "Refusée", ballot: 2 }]);
    const published = await road.view<DeclarationView>(`/declarations/${yes}`);
    expect(published).toMatchObject({
      title: "Adoptée",
      state: { kind: "published" },
      final: { number: 1, enrolled: 3, present: 3, tally: { for: 2, against: 1 } },
      silent: 3,
      votes: [{ amendment: null, outcome: "adopted" }],
    });
    expect((await road.view<DeclarationView>(`/declarations/${no}`)).state).toEqual({ kind: "rejected" });
    const page = await getPage(road.fresh.app, `/r/${road.assembly.slug}/declarations/${yes}`);
    expect([page.statusCode, page.body.includes(published.text.hash.slice(0, 4))]).toEqual([200, true]);
  });

  it("DCL-22 the votes on its amendments stand before the vote on the whole", async () => {
    await using road = await openRoad();
    const text = await road.table("L’eau ne se vend pas");
    const air = await road.amend(text, road.three[0], "eau", "air");
    await road.call(air);
    await road.decide(`amendment:${air}`, ["for", "for", "for"]);
    await road.decide(`text:${text}`, ["for", "for", "for"]);
    const view = await road.view<DeclarationView>(`/declarations/${text}`);
    expect(view.title).toBe("L’air ne se vend pas");
    expect(view.votes.map(({ amendment, outcome }) => [amendment, outcome])).toEqual([
      [1, "adopted"],
      [null, "adopted"],
    ]);
  });

  it("DCL-12 a gathering closed with a rejection, a zero–zero or no vote at all says that none was adopted", async () => {
    const endings: readonly ((road: Road) => Promise<unknown>)[] = [
      async (road) => road.decide(`text:${await road.table("Refusée")}`, ["against", "against", "against"]),
      async (road) => road.decide(`text:${await road.table("Sans voix")}`, ["abstention", "abstention", "abstention"]),
      async (road) => road.table("Jamais votée"),
      async () => undefined,
    ];
    for (const end of endings) {
      await using road = await openRoad();
      await end(road);
      const open = await road.view<MinutesView>("/proces-verbal");
      expect(JSON.stringify(open)).not.toContain("Aucune déclaration");
      await road.act(road.assembly.chair.cookie, "gathering.close", {});
      const list = await road.view<DeclarationsView>("/declarations");
      expect([list.published, list.ending?.declarations]).toEqual([[], []]);
      const page = await getPage(road.fresh.app, `/r/${road.assembly.slug}/declarations`);
      const minutes = await road.view<MinutesView>("/proces-verbal");
      const said = minutes.days.flatMap(({ sections }) => sections.flatMap(({ sentences }) => sentences));
      expect(said.at(-1)?.words).toBe("Aucune déclaration n’a été adoptée.");
      expect(page.statusCode).toBe(200);
      expect(minutes.journalCode).toBe(list.ending?.journalCode);
    }
  });

  it("DCL-14 neither minutes nor journal name a draft or a person", async () => {
    await using road = await openRoad();
    await road.act(road.assembly.chair.cookie, "text.create", { title: "Brouillon secret" });
    for (const path of ["/proces-verbal", "/journal", "/declarations"]) {
      expect(JSON.stringify(await road.view(path))).not.toMatch(/Brouillon|Mandat |Animation/u);
    }
  });

  it("DCL-13 the minutes stand by day and agenda item, with the words typed", async () => {
    await using road = await openRoad();
    await adopted(road);
    const minutes = await road.view<MinutesView>("/proces-verbal");
    const [day] = minutes.days;
    expect(day?.sections.map(({ title }) => title === null)).toEqual([true, false]);
    const typed = day?.sections.at(-1)?.sentences.flatMap(({ typed }) => (typed === null ? [] : [typed]));
    expect(typed).toMatchObject([{ words: expect.stringContaining("Déclaration de Commercy") }]);
  });

  it("DCL-26 the journal is read a hundred acts at a time, the newest first shown", async () => {
    await using road = await openRoad();
    const { assembly } = road;
    const item = { title: "Point", kind: "open", day: 2, startMinutes: null, endMinutes: null, note: null, text: null };
    for (let i = 0; i < 100; i++) await road.act(assembly.chair.cookie, "agenda.edit", item);
    const last = await road.view<JournalView>("/journal");
    expect([last.entries.length, last.entries.at(-1)?.sequence, last.newer]).toEqual([100, last.total, null]);
    const older = await road.view<JournalView>(`/journal?apres=${last.older}`);
    expect([older.entries[0]?.sequence, older.older]).toEqual([1, null]);
    expect(older.newer).toBe(100);
    const beyond = await road.view<JournalView>("/journal?apres=99999");
    expect(beyond.entries).toEqual(last.entries);
  });

  it("DCL-29 what is no declaration has no page", async () => {
    await using road = await openRoad();
    const tabled = await road.table("Encore discuté");
    for (const id of [tabled, "none"]) {
      const answer = await getPage(road.fresh.app, `/r/${road.assembly.slug}/declarations/${id}`);
      expect(answer.statusCode).toBe(404);
    }
  });
});
