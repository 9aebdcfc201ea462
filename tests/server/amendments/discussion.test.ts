import { expect, test } from "vitest";

import { templates } from "../../../client/pages/index.ts";
import { limits } from "../../../shared/limits.ts";
import { protocolVersion } from "../../../shared/protocol.ts";
import { getPage } from "../../support/app.ts";
import { openHall, type Hall, type Who } from "../../support/amendments/hall.ts";
import { amendmentView } from "../../support/assembly-views.ts";
import { openSocket } from "../../support/socket.ts";
import { sheet } from "../../support/amendments/sheet.ts";
import { rowCounts } from "../../support/storage.ts";

const words = `
  p1: L’eau ne se vend pas.
  p2: Cette déclaration engage les communes.`;

async function submit(hall: Hall, who: Who, from: string, to: string): Promise<string> {
  const document = sheet(words.replace(from, to)).toJSON();
  const wish = { delegation: who, text: hall.text, version: hall.version, document, rationale: "" };
  return (await hall.act(who, "amendment.submit", wish)).json().amendment;
}

const discussionOf = async (hall: Hall, who: Who = "nobody", more = "") => {
  const page = encodeURIComponent(`/amendements/1${more}`);
  const asked = await getPage(hall.app, `/r/${hall.gathering}/etat.json?page=${page}`, hall.seat(who));
  return asked.json().discussion;
};

const say = (hall: Hall, who: Who, amendment: string, said: string) =>
  hall.act(who, "amendment.comment", { amendment, words: said });

test("AMD-98 AMD-99 all who take part say something there; it bears the name of their delegation or of what they do", async () => {
  await using hall = await openHall(sheet(words));
  const id = await submit(hall, "kerloch", "se vend", "s’achète");
  const before = (await hall.entries()).length;
  for (const who of ["kerloch", "drafter", "chair", "secretary"] as const) {
    expect((await say(hall, who, id, `  Moi, ${who}.\n`)).statusCode).toBe(200);
  }
  expect((await say(hall, "nobody", id, "Moi aussi.")).json().code).toBe("not-signed-in");
  expect((await say(hall, "kerloch", id, "  ")).json().code).toBe("malformed");
  expect((await say(hall, "kerloch", "nothing", "Où ?")).json().code).toBe("not-found");
  const { lines, speaks, takesAway } = await discussionOf(hall);
  const told = lines.map((line: { delegation: string; desk: string; words: string }) => [
    line.delegation,
    line.desk,
    line.words,
  ]);
  expect(new Set(told)).toEqual(
    new Set([
      ["De kerloch", "desk", "Moi, kerloch."],
      [null, "drafter", "Moi, drafter."],
      [null, "chair", "Moi, chair."],
      [null, "secretary", "Moi, secretary."],
    ]),
  );
  expect([speaks, takesAway]).toEqual([false, false]);
  expect((await discussionOf(hall, "orvelles")).speaks).toBe(true);
  expect((await hall.entries()).length).toBe(before);
});

test("AMD-98 the same words sent again are said once; one person says so many a minute and no more", async () => {
  await using hall = await openHall(sheet(words));
  const id = await submit(hall, "kerloch", "se vend", "s’achète");
  await say(hall, "kerloch", id, "D’accord.");
  const before = await rowCounts(hall.storage);
  expect((await say(hall, "kerloch", id, "D’accord.")).statusCode).toBe(200);
  expect(await rowCounts(hall.storage)).toEqual(before);
  for (let i = 1; i < limits.commentsPerMinute; i++)
    expect((await say(hall, "kerloch", id, `${i}`)).statusCode).toBe(200);
  expect((await say(hall, "kerloch", id, "Encore.")).json().code).toBe("too-many");
  expect((await say(hall, "orvelles", id, "À moi.")).statusCode).toBe(200);
  expect((await say(hall, "tanneries", id, "x".repeat(limits.commentCharacters + 1))).statusCode).toBe(400);
  expect((await say(hall, "tanneries", id, "x".repeat(limits.commentCharacters))).statusCode).toBe(200);
});

test("AMD-98 the last ones are shown, and how many were said before; all of them are one link away", async () => {
  await using hall = await openHall(sheet(words));
  const id = await submit(hall, "kerloch", "se vend", "s’achète");
  const some = limits.commentsShown + 3;
  const put = async (count: number, from: number) =>
    hall.storage.act(async (tx) => {
      for (let i = from; i < from + count; i++) {
        const row = { amendment: id, delegation: "kerloch", participant: "p-kerloch", words: `w${i}`, saidAtMs: i };
        await tx.insert(tx.tables.comments, { id: `c${i}`, ...row });
      }
      return { ok: true, value: null };
    });
  await put(some, 0);
  const shown = await discussionOf(hall);
  expect([shown.lines.length, shown.before]).toEqual([limits.commentsShown, 3]);
  expect(shown.lines[0].saidAtMs).toBe(3);
  expect((await discussionOf(hall, "nobody", "?discussion=tout")).lines.length).toBe(some);
  await put(limits.commentsPerAmendment - some, some);
  expect((await say(hall, "orvelles", id, "Un de trop.")).json().code).toBe("too-large");
});

test("AMD-100 the chair or the secretary takes words away: nothing of them stays in the database, nor in the page", async () => {
  await using hall = await openHall(sheet(words));
  const id = await submit(hall, "kerloch", "se vend", "s’achète");
  await say(hall, "kerloch", id, "Des mots de trop.");
  const [line] = (await discussionOf(hall, "chair")).lines;
  expect((await discussionOf(hall, "chair")).takesAway).toBe(true);
  const erase = (who: Who, comment: string) => hall.act(who, "amendment.eraseComment", { comment });
  expect((await erase("kerloch", line.id)).json().code).toBe("not-allowed");
  expect((await erase("chair", "nothing")).json().code).toBe("not-found");
  expect((await erase("secretary", line.id)).statusCode).toBe(200);
  expect((await discussionOf(hall)).lines).toMatchObject([{ id: line.id, words: null }]);
  const kept = await hall.storage.read((tx) => tx.db.select().from(tx.tables.words));
  expect(kept.filter(({ kind }) => kind === "comment")).toEqual([]);
});

test("AMD-99 a person takes along what they said, and is erased with it; the record has nothing of it", async () => {
  await using hall = await openHall(sheet(words));
  const id = await submit(hall, "kerloch", "se vend", "s’achète");
  await say(hall, "kerloch", id, "Ma parole.");
  await say(hall, "orvelles", id, "Une autre.");
  const url = `/r/${hall.gathering}/moi/donnees.json`;
  const own = (await getPage(hall.app, url, hall.seat("kerloch"))).json();
  expect(own.said).toEqual([{ amendment: 1, saidAtMs: expect.any(Number), words: "Ma parole." }]);
  const record = (await getPage(hall.app, `/r/${hall.gathering}/registre.json`)).payload;
  expect(record).not.toContain("Ma parole.");
  expect((await hall.act("kerloch", "person.erase", { participant: "p-kerloch" })).statusCode).toBe(200);
  const said = (await discussionOf(hall)).lines.map((line: { words: string | null }) => line.words);
  expect(new Set(said)).toEqual(new Set(["Une autre.", null]));
  const kept = await hall.storage.read((tx) => tx.db.select().from(tx.tables.words));
  expect(kept.filter(({ kind }) => kind === "comment").map(({ text }) => text)).toEqual(["Une autre."]);
});

test("AMD-101 what is said is told to open pages by the amendment's id alone, without an entry; the page it is on asks anew", async () => {
  await using hall = await openHall(sheet(words));
  const id = await submit(hall, "kerloch", "se vend", "s’achète");
  const page = await openSocket(hall.app, { slug: hall.gathering });
  page.send({ type: "hello", protocol: protocolVersion, epoch: null, cursor: 0 });
  await page.of("welcome");
  page.clear();
  await say(hall, "kerloch", id, "Ma parole.");
  expect(await page.of("discussion")).toEqual({ type: "discussion", amendment: id });
  await hall.act("orvelles", "amendment.opine", { amendment: id, delegation: "orvelles", opinion: "wisdom" });
  const { entries } = await page.of("entries");
  expect(entries.map(({ act }) => act)).toEqual(["amendment.opined"]);
  const showing = [...templates.values()].filter((template) => template.discusses !== undefined);
  expect(showing.map((template) => template.page)).toEqual(["amendment"]);
  expect(showing[0]?.discusses?.(amendmentView())).toBe(amendmentView().amendment.id);
});
