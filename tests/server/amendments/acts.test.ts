import { eq } from "drizzle-orm";
import { expect, test } from "vitest";

import { readAmendmentsOn, writeAdoption, questionOf } from "../../../server/amendments/index.ts";
import { readText } from "../../../server/texts/index.ts";
import { Warrant } from "../../../shared/amendments/index.ts";
import { ok } from "../../../shared/refusals.ts";
import { openHall, type Hall, type Who } from "../../support/amendments/hall.ts";
import { sheet } from "../../support/amendments/sheet.ts";
import { getPage } from "../../support/app.ts";
import { putToVote } from "../../support/open-ballot.ts";
import { openRoad } from "../../support/road.ts";
import { rowCounts } from "../../support/storage.ts";

const words = `
  a1 article: Des biens communs
    p1: L’eau ne se vend pas.
    p2: Chaque commune peut ouvrir une maison du peuple.
  p3: Cette déclaration engage les communes.`;

const wish = (hall: Hall, from: string, to: string, more: object = {}) => ({
  delegation: "kerloch",
  text: hall.text,
  version: hall.version,
  document: sheet(words.replace(from, to)).toJSON(),
  rationale: "Parce que.",
  ...more,
});

async function submit(hall: Hall, who: Who, from: string, to: string): Promise<{ amendment: string; number: number }> {
  const answer = await hall.act(who, "amendment.submit", wish(hall, from, to, { delegation: who }));
  expect(answer.statusCode).toBe(200);
  return answer.json();
}

test("AMD-30 a submitted amendment has a number, a hash and an entry that names the version it was written on", async () => {
  await using hall = await openHall(sheet(words));
  const answer = await hall.act("kerloch", "amendment.submit", wish(hall, "peut ouvrir", "ouvre"));
  expect(answer.statusCode).toBe(200);
  const { amendment, number, hash } = answer.json();
  expect(number).toBe(1);
  const entries = await hall.entries();
  expect(entries[entries.length - 1]).toMatchObject({
    act: "amendment.submitted",
    by: "p-kerloch",
    data: { amendment, number, hash, revision: 1, text: hall.text, version: 1, delegation: "kerloch" },
  });
  expect(entries[entries.length - 1]?.data["reasonHash"]).toMatch(/^[0-9a-f]{64}$/u);
  expect((await submit(hall, "orvelles", "communes.", "assemblées.")).number).toBe(2);
});

test("AMD-41 the same wish of the same delegation, asked again, gets the number it has; nothing more is written", async () => {
  await using hall = await openHall(sheet(words));
  const first = await submit(hall, "kerloch", "peut ouvrir", "ouvre");
  const before = await rowCounts(hall.storage);
  expect(await submit(hall, "kerloch", "peut ouvrir", "ouvre")).toEqual(first);
  expect(await rowCounts(hall.storage)).toEqual(before);
  const numbers = [
    await hall.act("kerloch", "amendment.submit", wish(hall, "peut ouvrir", "ouvre", { rationale: "Autrement." })),
    await hall.act("kerloch", "amendment.submit", wish(hall, "peut ouvrir", "ouvrira")),
    await hall.act("orvelles", "amendment.submit", wish(hall, "peut ouvrir", "ouvre", { delegation: "orvelles" })),
  ].map((answer) => answer.json().number);
  expect(numbers).toEqual([2, 3, 4]);
  await hall.act("kerloch", "amendment.withdraw", { amendment: first.amendment });
  expect((await submit(hall, "kerloch", "peut ouvrir", "ouvre")).number).toBe(5);
});

test("AMD-41 a wish whose answer was lost gets its number also once it was decided, or the text is being voted", async () => {
  await using road = await openRoad();
  const { three, assembly } = road;
  const text = await road.table("L’eau ne se vend pas");
  const snapshot = await getPage(road.fresh.app, `/r/${assembly.slug}/textes/${text}/instantane.json`);
  const { version } = snapshot.json();
  const document: unknown = JSON.parse(JSON.stringify(snapshot.json().doc).replace("eau", "air"));
  const asked = { delegation: three[0].delegation, text, version, document, rationale: "Respirer." };
  const answer = (await assembly.act(three[0].cookie, "amendment.submit", asked)).json();
  await road.call(answer.amendment);
  await road.decide(`amendment:${answer.amendment}`, ["for", "against", "against"]);
  await putToVote(assembly, text);
  const again = await assembly.act(three[0].cookie, "amendment.submit", asked);
  expect(again.json()).toMatchObject({ number: answer.number, amendment: answer.amendment });
  const other = await assembly.act(three[1].cookie, "amendment.submit", { ...asked, delegation: three[1].delegation });
  expect(other.json()).toMatchObject({ code: "text-being-voted" });
});

test("AMD-42 while the whole is voted no page offers to amend it, and who could do so is told why", async () => {
  await using road = await openRoad();
  const { three, assembly } = road;
  const text = await road.table("L’eau ne se vend pas");
  const pages = ["/amendements", "/textes", `/textes/${text}`];
  const shown = async (who: string): Promise<readonly (readonly [link: boolean, said: boolean])[]> => {
    const told: [boolean, boolean][] = [];
    for (const page of pages) {
      const { body } = await getPage(road.fresh.app, `/r/${assembly.slug}${page}`, { cookie: who });
      told.push([body.includes(`/textes/${text}/amender`), body.includes("ne s’amende plus pendant le scrutin")]);
    }
    return told;
  };
  const everywhere = (link: boolean, said: boolean) => pages.map(() => [link, said]);
  expect(await shown(three[0].cookie)).toEqual(everywhere(true, false));
  expect(await shown(assembly.chair.cookie)).toEqual(everywhere(false, false));
  await putToVote(assembly, text);
  expect(await shown(three[0].cookie)).toEqual(everywhere(false, true));
  expect(await shown(assembly.chair.cookie)).toEqual(everywhere(false, false));
});

test("AMD-31 what cannot be an amendment is refused in words, and nothing is written", async () => {
  await using hall = await openHall(sheet(words));
  const before = await rowCounts(hall.storage);
  const refusals: readonly (readonly [code: string, who: Who, more: object])[] = [
    ["empty-amendment", "kerloch", { document: sheet(words).toJSON() }],
    ["not-allowed", "orvelles", {}],
    ["not-allowed", "chair", {}],
    ["not-signed-in", "nobody", {}],
    ["malformed", "kerloch", { document: 7, unknown: true }],
    ["malformed", "kerloch", { version: 99 }],
    ["malformed", "kerloch", { version: "1" }],
    ["bad-step", "kerloch", { document: { type: "doc", content: [{ type: "poem" }] } }],
    ["not-found", "kerloch", { text: "elsewhere" }],
    [
      "too-large",
      "kerloch",
      {
        document: {
          type: "doc",
          content: [{ type: "title", attrs: { id: "t" }, content: [{ type: "text", text: "eau ".repeat(6_000) }] }],
        },
      },
    ],
  ];
  for (const [code, who, more] of refusals) {
    const answer = await hall.act(who, "amendment.submit", wish(hall, "peut ouvrir", "ouvre", more));
    expect([code, answer.json().code]).toEqual([code, code]);
  }
  expect(await rowCounts(hall.storage)).toEqual(before);
});

test("AMD-32 only its delegation withdraws an amendment, and once", async () => {
  await using hall = await openHall(sheet(words));
  const { amendment } = await submit(hall, "kerloch", "peut ouvrir", "ouvre");
  expect((await hall.act("orvelles", "amendment.withdraw", { amendment })).json().code).toBe("not-allowed");
  expect((await hall.act("kerloch", "amendment.withdraw", { amendment })).statusCode).toBe(200);
  const again = await hall.act("kerloch", "amendment.withdraw", { amendment });
  expect(again.json()).toMatchObject({ code: "wrong-state", detail: "amendment-withdrawn" });
});

test("AMD-33 identical amendments are called, and put off, together", async () => {
  await using hall = await openHall(sheet(words));
  const one = await submit(hall, "kerloch", "peut ouvrir", "ouvre");
  await submit(hall, "tanneries", "engage", "n’engage que");
  const same = await submit(hall, "orvelles", "peut ouvrir", "ouvre");
  expect((await hall.act("kerloch", "amendment.call", { amendment: one.amendment })).json().code).toBe("not-allowed");
  const called = await hall.act("chair", "amendment.call", { amendment: same.amendment });
  expect(called.json().amendments).toEqual([one.amendment, same.amendment]);
  expect((await hall.entries()).slice(-2).map(({ act, data }) => [act, data["number"]])).toEqual([
    ["amendment.called", 1],
    ["amendment.called", 3],
  ]);
  const reserved = await hall.act("chair", "amendment.reserve", { amendment: one.amendment });
  expect(reserved.json().amendments).toEqual([one.amendment, same.amendment]);
});

test("AMD-34 one act declares several not moved, or none of them", async () => {
  await using hall = await openHall(sheet(words));
  const one = await submit(hall, "kerloch", "peut ouvrir", "ouvre");
  const two = await submit(hall, "orvelles", "engage", "n’engage que");
  const none = await hall.act("chair", "amendment.notMoved", { amendments: [one.amendment, "elsewhere"] });
  expect(none.json().code).toBe("not-found");
  const both = await hall.act("chair", "amendment.notMoved", { amendments: [one.amendment, two.amendment] });
  expect(both.statusCode).toBe(200);
  const states = await hall.storage.read(async (tx) =>
    (await readAmendmentsOn(tx, hall.text)).map(({ life }) => life.state),
  );
  expect(states).toEqual(["notMoved", "notMoved"]);
});

/** What plenary does once a ballot on the amendment is declared adopted. */
async function adopt(hall: Hall, amendment: string, ballot: string) {
  return hall.storage.act(async (tx) => {
    const question = await questionOf(tx, hall.gathering, amendment);
    if (!question.ok) return question;
    return writeAdoption(tx, hall.gathering, new Warrant("adopted", { ...question.value, ballot }), 1_579_400_000_000);
  });
}

test("AMD-35 an adoption is one commit of the text, by the amendment and its ballot, and says what became of the others", async () => {
  await using hall = await openHall(sheet(words));
  const ours = await submit(hall, "kerloch", "peut ouvrir", "ouvre, dans l’année,");
  const rival = await submit(hall, "orvelles", "peut", "doit");
  const same = await submit(hall, "tanneries", "peut ouvrir", "ouvre, dans l’année,");
  const apart = await submit(hall, "tanneries", "engage", "n’engage que");
  const broken = await submit(hall, "orvelles", "ne se vend pas", "est à toutes");
  await hall.storage.act(async (tx) => {
    const { revisions } = tx.tables;
    await tx.db.update(revisions).set({ baseVersion: 0 }).where(eq(revisions.amendment, broken.amendment));
    return ok(null);
  });
  await hall.act("chair", "amendment.call", { amendment: ours.amendment });
  const adopted = await adopt(hall, ours.amendment, "b1");
  expect(adopted).toMatchObject({
    ok: true,
    value: {
      amendments: [ours.amendment, same.amendment],
      version: 2,
      fallen: [rival.amendment],
      satisfied: [],
      altered: [],
    },
  });
  await hall.storage.read(async (tx) => {
    const text = await readText(tx, hall.gathering, hall.text);
    expect([text?.version, text?.head]).toEqual([2, adopted.ok && adopted.value.head]);
    const [, row] = await tx.db.select().from(tx.tables.commits);
    expect(JSON.parse(row?.body ?? "")).toMatchObject({ version: 2, author: ours.amendment, ballot: "b1" });
    const facts = await readAmendmentsOn(tx, hall.text);
    expect(facts.map(({ life, standing }) => [life.state, standing.standing])).toEqual([
      ["adopted", "live"],
      ["submitted", "fallen"],
      ["adopted", "live"],
      ["submitted", "live"],
      ["submitted", "live"],
    ]);
    expect(facts[1]?.standing).toEqual({ standing: "fallen", by: ours.amendment });
  });
  const fallen = await hall.act("chair", "amendment.call", { amendment: rival.amendment });
  expect(fallen.json()).toMatchObject({ code: "wrong-state", detail: "amendment-fallen" });
  const next = await hall.act("chair", "amendment.call", { amendment: apart.amendment });
  expect(next.statusCode).toBe(200);
});

test("AMD-36 nothing but a warrant adopts, and only what was voted", async () => {
  await using hall = await openHall(sheet(words));
  const ours = await submit(hall, "kerloch", "peut ouvrir", "ouvre");
  await hall.act("chair", "amendment.call", { amendment: ours.amendment });
  const before = await rowCounts(hall.storage);
  const refusals = await hall.storage.act(async (tx) => {
    const question = await questionOf(tx, hall.gathering, ours.amendment);
    if (!question.ok) return question;
    const decision = { ...question.value, ballot: "b1" };
    const shaped = { outcome: "adopted", decision } as unknown as Warrant<"adopted">;
    const rejected = new Warrant("rejected", decision) as unknown as Warrant<"adopted">;
    const tries = [
      shaped,
      rejected,
      new Warrant("adopted", { ...decision, changes: "0".repeat(64) }),
      new Warrant("adopted", { ...decision, result: "0".repeat(64) }),
      new Warrant("adopted", { ...decision, version: 0 }),
      new Warrant("adopted", { ...decision, amendments: [...decision.amendments, "another"] }),
    ];
    const codes: (string | undefined)[] = [];
    for (const warrant of tries) {
      const written = await writeAdoption(tx, hall.gathering, warrant, 0);
      codes.push(written.ok ? "written" : written.code);
    }
    return ok(codes);
  });
  expect(refusals.ok && refusals.value).toEqual([
    "no-ballot",
    "no-ballot",
    "not-adoptable",
    "not-adoptable",
    "not-adoptable",
    "not-adoptable",
  ]);
  expect(await rowCounts(hall.storage)).toEqual(before);
});
