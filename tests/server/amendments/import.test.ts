import { describe, expect, test } from "vitest";

import type { ImportLine } from "../../../shared/views/index.ts";
import { getPage, postForm, postJson } from "../../support/app.ts";
import { openHall, type Hall, type Who } from "../../support/amendments/hall.ts";
import { sheet } from "../../support/amendments/sheet.ts";

const words = `
  a1 article: Des biens communs
    p1: L’eau ne se vend pas.
    p2: Chaque commune peut ouvrir une maison du peuple.
  p3: Cette déclaration engage les communes.`;

async function submit(hall: Hall, who: Who, from: string, to: string, rationale = ""): Promise<number> {
  const document = sheet(words.replace(from, to)).toJSON();
  const wish = { delegation: who, text: hall.text, version: hall.version, document, rationale };
  return (await hall.act(who, "amendment.submit", wish)).json().number;
}

interface File {
  format: string;
  bases: { hash: string; document: { content: unknown[] } }[];
  amendments: Record<string, unknown>[];
}

const pathOf = (hall: Hall) => `/r/${hall.gathering}/textes/${hall.text}/liasse`;
const sheafOf = async (hall: Hall): Promise<File> => (await getPage(hall.app, `${pathOf(hall)}.json`)).json();
const give = (hall: Hall, file: unknown, who: Who = "secretary") =>
  postJson(hall.app, `${pathOf(hall)}/importer`, file, hall.seat(who));
const reportOf = async (hall: Hall, file: unknown): Promise<readonly ImportLine[]> =>
  (await give(hall, file)).json().report;
const became = (lines: readonly ImportLine[]) => lines.map(({ number, became: is, as }) => [number, is, as]);

/** Three amendments, as another assembly with the same text gives them out. */
async function otherSheaf(): Promise<File> {
  await using hall = await openHall(sheet(words));
  await submit(hall, "tanneries", "engage les communes", "n’engage que nous", "Parce que.");
  await submit(hall, "kerloch", "peut ouvrir", "doit ouvrir");
  await submit(hall, "orvelles", "    p1", "    n1: Les forêts non plus.\n    p1");
  return await sheafOf(hall);
}

describe("AMD-112 the secretary gives in a sheaf", () => {
  test("AMD-112 each amendment is submitted for the delegation that wrote it, journaled for it, with a number of its own", async () => {
    await using hall = await openHall(sheet(words));
    await submit(hall, "kerloch", "L’eau", "L’eau, la terre");
    const file = await otherSheaf();
    expect(became(await reportOf(hall, file))).toEqual([
      [1, "submitted", 2],
      [2, "submitted", 3],
      [3, "submitted", 4],
    ]);
    const mine = await sheafOf(hall);
    const told = ({ author, changes, hash, rationale }: Record<string, unknown>) => [author, changes, hash, rationale];
    expect(mine.amendments.filter(({ number }) => number !== 1).map(told)).toEqual(file.amendments.map(told));
    const entries = (await hall.entries()).filter(({ act }) => act === "amendment.submitted").slice(1);
    expect(entries).toMatchObject([
      { role: "secretary", behalf: "tanneries", data: { number: 2, delegation: "tanneries" } },
      { role: "secretary", behalf: "kerloch", data: { number: 3, delegation: "kerloch" } },
      { role: "secretary", behalf: "orvelles", data: { number: 4, delegation: "orvelles" } },
    ]);
    expect("reasonHash" in (entries[0]?.data ?? {})).toBe(true);
  });

  test("AMD-112 the same file again changes nothing, whatever became of them since; nor does a text's own sheaf", async () => {
    await using hall = await openHall(sheet(words));
    const file = await otherSheaf();
    await reportOf(hall, file);
    const { amendment } = (await hall.entries()).find(({ data }) => data["number"] === 2)?.data ?? {};
    await hall.act("kerloch", "amendment.withdraw", { amendment });
    const before = await hall.entries();
    for (const again of [file, await sheafOf(hall)])
      expect(became(await reportOf(hall, again))).toEqual([
        [1, "already", 1],
        [2, "already", 2],
        [3, "already", 3],
      ]);
    expect(await hall.entries()).toEqual(before);
  });

  test("AMD-112 a form does it without scripts, and its answer says what became of each", async () => {
    await using hall = await openHall(sheet(words));
    const page = await getPage(hall.app, `${pathOf(hall)}/importer`, hall.seat("secretary"));
    const token = /name="token" value="([^"]+)"/u.exec(page.body)?.[1] ?? "";
    const give2 = (sheaf: string) =>
      postForm(hall.app, `${pathOf(hall)}/importer`, { sheaf, token }, hall.seat("secretary"));
    const answer = await give2(JSON.stringify(await otherSheaf()));
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain("3 amendements déposés.");
    expect(answer.body).toContain(`href="/r/${hall.gathering}/amendements/3"`);
    const wrong = await give2("{");
    expect([wrong.statusCode, wrong.body.includes("mal formée")]).toEqual([400, true]);
    expect((await sheafOf(hall)).amendments).toHaveLength(3);
  });

  test("AMD-112 only the secretary does it, on a tabled text", async () => {
    await using hall = await openHall(sheet(words));
    const file = await otherSheaf();
    expect((await give(hall, file, "chair")).json().code).toBe("not-allowed");
    expect((await give(hall, file, "kerloch")).json().code).toBe("not-allowed");
    expect((await give(hall, file, "nobody")).json().code).toBe("not-signed-in");
    expect(
      (
        await postJson(hall.app, `/r/${hall.gathering}/textes/none/liasse/importer`, file, hall.seat("secretary"))
      ).json().code,
    ).toBe("not-found");
    expect((await sheafOf(hall)).amendments).toEqual([]);
  });
});

describe("AMD-113 each is refused apart", () => {
  test("AMD-113 one that is broken, forged, or of nobody here stops no other", async () => {
    await using hall = await openHall(sheet(words));
    const file = await otherSheaf();
    const [first = {}, second = {}, third = {}] = [1, 2, 3].map((n) =>
      file.amendments.find(({ number }) => number === n),
    );
    const changes = JSON.parse(JSON.stringify(second["changes"]).replace("doit", "devra"));
    const deep = JSON.parse(`${"[".repeat(60)}${"]".repeat(60)}`);
    const hostile: unknown[] = [
      { ...first, number: 10, author: "De nulle-part" },
      { ...second, number: 11, changes },
      { ...second, number: 12, hash: "0".repeat(64) },
      {
        ...second,
        number: 13,
        changes: [{ kind: "text", block: "p2", from: 0, to: 9e9, removed: [7], inserted: [null] }],
      },
      { ...second, number: 14, changes: [{ kind: "insert", parent: "doc", after: null, node: deep }] },
      { ...second, number: 15, changes: [] },
      { ...second, number: 16, base: { version: 1, head: "0".repeat(64) } },
      { ...second, number: 17, rationale: "x".repeat(6_000) },
      { ...second, number: 18, author: 3 },
      { number: 19 },
      null,
      "amendement",
      third,
    ];
    const lines = await reportOf(hall, { ...file, amendments: hostile });
    expect(lines.filter((line) => line.became === "submitted").map(({ number }) => number)).toEqual([3]);
    expect(lines).toHaveLength(13);
    for (const line of lines) expect(line.became === "refused").toBe((line.reason ?? "") !== "");
    expect(lines.find(({ number }) => number === 10)?.reason).toContain("Aucune délégation de ce nom");
    for (const number of [11, 12, 13, 14, 15, 16])
      expect([number, lines.find((line) => line.number === number)?.reason]).toEqual([
        number,
        expect.stringContaining("empreinte"),
      ]);
    expect((await sheafOf(hall)).amendments).toHaveLength(1);
  });

  test("AMD-113 one written on another text, or on a document that is not what its hash says, is refused", async () => {
    await using hall = await openHall(sheet(words.replace("L’eau", "L’eau vive")));
    const file = await otherSheaf();
    for (const line of await reportOf(hall, file)) expect(line.reason).toContain("un autre texte");
    const [base] = file.bases;
    if (!base) throw new Error("no base");
    base.document.content.reverse();
    for (const line of await reportOf(hall, file)) expect(line.reason).toContain("empreinte");
    expect((await sheafOf(hall)).amendments).toEqual([]);
  });

  test("AMD-113 what no longer applies here is refused as any other would be", async () => {
    await using hall = await openHall(sheet(words));
    const file = await otherSheaf();
    const second = file.amendments.find(({ number }) => number === 2) ?? {};
    expect(
      (await give(hall, { ...file, amendments: [second, { ...second, number: 90, author: "De orvelles" }] })).json()
        .report,
    ).toMatchObject([{ became: "submitted" }, { became: "submitted" }]);
    await hall.storage.act(async (tx) => {
      await tx.db.update(tx.tables.texts).set({ state: "withdrawn" });
      return { ok: true, value: null };
    });
    expect((await give(hall, file)).json()).toMatchObject({ code: "wrong-state", detail: "text-withdrawn" });
  });

  test("AMD-113 a file that is no sheaf is refused whole", async () => {
    await using hall = await openHall(sheet(words));
    const file = await otherSheaf();
    const wrong = [null, [], {}, { ...file, format: "cahier-ballot" }, { ...file, version: 2 }, { ...file, bases: {} }];
    for (const one of wrong) expect([one, (await give(hall, one)).json().code]).toEqual([one, "malformed"]);
    const many = { ...file, amendments: Array.from({ length: 1_001 }, () => null) };
    expect((await give(hall, many)).json().code).toBe("too-large");
  });
});
