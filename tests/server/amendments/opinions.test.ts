import { expect, test } from "vitest";

import { hashWords } from "../../../shared/journal/index.ts";
import { openHall, type Hall, type Who } from "../../support/amendments/hall.ts";
import { sheet } from "../../support/amendments/sheet.ts";
import { getPage } from "../../support/app.ts";
import { rowCounts } from "../../support/storage.ts";

const words = `
  a1 article: Des biens communs
    p1: L’eau ne se vend pas.
    p2: Chaque commune peut ouvrir une maison du peuple.
  p3: Cette déclaration engage les communes.`;

async function submit(hall: Hall, who: Who, from: string, to: string): Promise<string> {
  const document = sheet(words.replace(from, to)).toJSON();
  const wish = { delegation: who, text: hall.text, version: hall.version, document, rationale: "" };
  return (await hall.act(who, "amendment.submit", wish)).json().amendment;
}

const viewOf = async (hall: Hall, path: string, who: Who = "nobody") =>
  (await getPage(hall.app, `/r/${hall.gathering}/etat.json?page=${encodeURIComponent(path)}`, hall.seat(who))).json();

const opine = (hall: Hall, who: Who, amendment: string, delegation: string, opinion: string, reason = "") =>
  hall.act(who, "amendment.opine", { amendment, delegation, opinion, reason });

test("AMD-95 AMD-97 the drafting group's opinion stands first, then the delegations', counted; the list bears the group's", async () => {
  await using hall = await openHall(sheet(words));
  const id = await submit(hall, "kerloch", "peut ouvrir", "ouvre");
  await submit(hall, "orvelles", "communes.", "assemblées.");
  expect((await opine(hall, "orvelles", id, "orvelles", "favourable")).statusCode).toBe(200);
  expect((await opine(hall, "tanneries", id, "tanneries", "unfavourable", " Trop cher. ")).statusCode).toBe(200);
  expect((await opine(hall, "drafter", id, "", "wisdom", "Nous étions partagés.")).statusCode).toBe(200);
  expect((await opine(hall, "secretary", id, "kerloch", "favourable")).statusCode).toBe(200);
  const none = { reason: null, reasonErased: false, earlier: null };
  expect((await viewOf(hall, "/amendements/1")).opinions).toEqual([
    { ...none, delegation: null, opinion: "wisdom", reason: "Nous étions partagés." },
    { ...none, delegation: "De kerloch", opinion: "favourable" },
    { ...none, delegation: "De orvelles", opinion: "favourable" },
    { ...none, delegation: "De tanneries", opinion: "unfavourable", reason: "Trop cher." },
  ]);
  const { lines } = (await viewOf(hall, "/amendements")).texts[0];
  expect(lines.map(({ number, opinion }: { number: number; opinion: string }) => [number, opinion])).toEqual([
    [1, "wisdom"],
    [2, null],
  ]);
  const html = (await getPage(hall.app, `/r/${hall.gathering}/amendements/1`)).payload;
  expect(html).toContain("2 favorables, 1 défavorable");
});

test("AMD-95 the journal says whose opinion it is and by whom it was given; its reason is a salted hash there", async () => {
  await using hall = await openHall(sheet(words));
  const id = await submit(hall, "kerloch", "peut ouvrir", "ouvre");
  await opine(hall, "secretary", id, "orvelles", "withdrawalAsked", "Il fait double emploi.");
  await opine(hall, "drafter", id, "", "satisfied");
  const [ofDelegation, ofGroup] = (await hall.entries()).slice(-2);
  expect(ofDelegation).toMatchObject({
    act: "amendment.opined",
    by: "p-secretary",
    behalf: "orvelles",
    data: { amendment: id, number: 1, revision: 1, delegation: "kerloch", of: "orvelles", opinion: "withdrawalAsked" },
  });
  const rows = await hall.storage.read((tx) => tx.db.select().from(tx.tables.words));
  const [kept] = rows.filter(({ kind }) => kind === "opinion");
  expect(kept?.text).toBe("Il fait double emploi.");
  expect(ofDelegation?.data["reasonHash"]).toBe(hashWords({ salt: kept?.salt ?? "", words: kept?.text ?? "" }));
  expect(ofGroup).toMatchObject({ act: "amendment.opined", by: "p-drafter", data: { opinion: "satisfied" } });
  expect(Object.keys(ofGroup?.data ?? {})).not.toContain("of");
  expect(Object.keys(ofGroup?.data ?? {})).not.toContain("reasonHash");
});

test("AMD-95 the last one said counts; the very same said again writes nothing", async () => {
  await using hall = await openHall(sheet(words));
  const id = await submit(hall, "kerloch", "peut ouvrir", "ouvre");
  await opine(hall, "orvelles", id, "orvelles", "favourable", "Enfin.");
  const before = await rowCounts(hall.storage);
  await opine(hall, "orvelles", id, "orvelles", "favourable", "Enfin.");
  expect(await rowCounts(hall.storage)).toEqual(before);
  await opine(hall, "orvelles", id, "orvelles", "unfavourable");
  expect((await viewOf(hall, "/amendements/1")).opinions).toMatchObject([{ opinion: "unfavourable", reason: null }]);
  const said = (await hall.entries()).filter(({ act }) => act === "amendment.opined");
  expect(said.map(({ data }) => data["opinion"])).toEqual(["favourable", "unfavourable"]);
});

test("AMD-95 nobody speaks for another delegation or another's text; nor of what is decided", async () => {
  await using hall = await openHall(sheet(words));
  const id = await submit(hall, "kerloch", "peut ouvrir", "ouvre");
  const refused = async (who: Who, delegation: string, amendment = id) => {
    const before = await rowCounts(hall.storage);
    const answer = await opine(hall, who, amendment, delegation, "favourable");
    expect(await rowCounts(hall.storage)).toEqual(before);
    return answer.json().code;
  };
  expect(await refused("kerloch", "orvelles")).toBe("not-allowed");
  expect(await refused("kerloch", "")).toBe("not-allowed");
  expect(await refused("drafter", "orvelles")).toBe("not-allowed");
  expect(await refused("chair", "")).toBe("not-allowed");
  expect(await refused("nobody", "")).toBe("not-signed-in");
  expect(await refused("secretary", "nowhere")).toBe("not-found");
  expect(await refused("drafter", "", "nothing")).toBe("not-found");
  await hall.act("kerloch", "amendment.withdraw", { amendment: id });
  expect(await refused("drafter", "")).toBe("wrong-state");
});

test("AMD-96 an opinion of an earlier revision is shown as such, and the list bears it no more", async () => {
  await using hall = await openHall(sheet(words));
  const id = await submit(hall, "kerloch", "peut ouvrir", "ouvre");
  await opine(hall, "drafter", id, "", "favourable");
  await opine(hall, "orvelles", id, "orvelles", "favourable");
  await opine(hall, "tanneries", id, "tanneries", "favourable");
  // As a revision leaves it: the same changes under the next number.
  await hall.storage.act(async (tx) => {
    const [row] = await tx.db.select().from(tx.tables.revisions);
    if (row) await tx.insert(tx.tables.revisions, { ...row, revision: 2 });
    await tx.db.update(tx.tables.amendments).set({ revision: 2 });
    return { ok: true, value: null };
  });
  await opine(hall, "orvelles", id, "orvelles", "favourable");
  const { opinions } = await viewOf(hall, "/amendements/1");
  expect(opinions.map((one: { delegation: string; earlier: number }) => [one.delegation, one.earlier])).toEqual([
    [null, 1],
    ["De orvelles", null],
    ["De tanneries", 1],
  ]);
  expect((await viewOf(hall, "/amendements")).texts[0].lines[0].opinion).toBe(null);
});

test("AMD-95 each is offered the opinions that they may give, filled in with what they said", async () => {
  await using hall = await openHall(sheet(words));
  const id = await submit(hall, "kerloch", "peut ouvrir", "ouvre");
  await opine(hall, "orvelles", id, "orvelles", "favourable", "Enfin.");
  const offered = async (who: Who) => (await viewOf(hall, "/amendements/1", who)).opining;
  expect(await offered("nobody")).toBe(null);
  expect(await offered("chair")).toBe(null);
  expect(await offered("drafter")).toEqual({ voices: [{ id: "", name: null }], said: null, reason: "" });
  const mine = [{ id: "orvelles", name: "De orvelles" }];
  expect(await offered("orvelles")).toEqual({ voices: mine, said: "favourable", reason: "Enfin." });
  expect((await offered("secretary")).voices.map(({ id: one }: { id: string }) => one)).toEqual([
    "",
    "kerloch",
    "orvelles",
    "tanneries",
  ]);
  await hall.act("kerloch", "amendment.withdraw", { amendment: id });
  expect(await offered("drafter")).toBe(null);
});

test("AMD-95 the minutes say opinions that are alike in one sentence", async () => {
  await using hall = await openHall(sheet(words));
  const ids = [
    await submit(hall, "kerloch", "peut ouvrir", "ouvre"),
    await submit(hall, "kerloch", "communes.", "assemblées."),
  ] as const;
  for (const id of ids) await opine(hall, "drafter", id, "", "favourable");
  await opine(hall, "orvelles", ids[0], "orvelles", "withdrawalAsked");
  const html = (await getPage(hall.app, `/r/${hall.gathering}/proces-verbal`)).payload.replaceAll(/\s/gu, " ");
  expect(html).toContain("Le groupe de rédaction est favorable aux amendements 1 et 2.");
  expect(html).toContain("De orvelles demande le retrait de l’amendement 1.");
});
