import { expect, test } from "vitest";

import { apply, changeSetHash, parseChangeSet } from "../../../shared/amendments/index.ts";
import { ok } from "../../../shared/refusals.ts";
import { parseText, textHash } from "../../../shared/texts/index.ts";
import { getPage } from "../../support/app.ts";
import { adoptOne } from "../../support/amendments/adopt-one.ts";
import { openHall, type Hall, type Who } from "../../support/amendments/hall.ts";
import { sheet } from "../../support/amendments/sheet.ts";

const words = `
  a1 article: Des biens communs
    p1: L’eau ne se vend pas.
    p2: Chaque commune peut ouvrir une maison du peuple.
  p3: Cette déclaration engage les communes.`;

async function submit(hall: Hall, who: Who, from: string, to: string, rationale = "Un délai."): Promise<string> {
  const document = sheet(words.replace(from, to)).toJSON();
  const wish = { delegation: who, text: hall.text, version: hall.version, document, rationale };
  return (await hall.act(who, "amendment.submit", wish)).json().amendment;
}

const sheafOf = (hall: Hall, end = "", accept = "text/html") =>
  getPage(hall.app, `/r/${hall.gathering}/textes/${hall.text}/liasse${end}`, { headers: { accept } });

test("AMD-110 everybody reads the sheaf: all amendments in the order of calls, each with what it changes, why, and its state", async () => {
  await using hall = await openHall(sheet(words));
  await submit(hall, "tanneries", "engage les communes", "n’engage que nous", "");
  await submit(hall, "kerloch", "peut ouvrir", "doit ouvrir");
  await submit(hall, "orvelles", "peut ouvrir", "devra ouvrir");
  const gone = await submit(hall, "kerloch", "L’eau", "Ni l’eau ni la terre");
  await hall.act("kerloch", "amendment.withdraw", { amendment: gone });
  const { body: typeset, statusCode } = await sheafOf(hall);
  expect(statusCode).toBe(200);
  const body = typeset.replaceAll(/[\u00a0\u202f]/gu, " ");
  const numbers = [...body.matchAll(/<article class="folio[^"]*" id="amendement-(\d+)"/gu)].map((found) => found[1]);
  expect(numbers).toEqual(["4", "2", "3", "1"]);
  expect([...body.matchAll(/<a href="#amendement-(\d+)"/gu)].map((found) => found[1])).toEqual(numbers);
  const folios = body.split('<article class="folio').slice(1);
  expect(folios[0]).toContain("Retiré");
  expect(folios[1]).toContain("De kerloch");
  expect(folios[1]).toContain("Article 1, alinéa 2, ligne 3");
  expect(folios[1]).toContain("Discussion commune avec l’amendement 3.");
  expect(folios[1]).toMatch(/<ins class="apart">.*doit<\/ins>/u);
  expect(folios[1]).toContain("Un délai.");
  expect(folios[3]).toContain("sans exposé des motifs");
  const ids = [...body.matchAll(/ id="([^"]+)"/gu)].map((found) => found[1]);
  expect(new Set(ids).size).toBe(ids.length);
});

test("AMD-110 the numbers in the sheaf are those of the text as it was printed before the session, whatever was adopted since", async () => {
  await using hall = await openHall(sheet(words));
  const numbers = (body: string) =>
    new Map(
      [...body.matchAll(/<span class="vh">Alinéa <\/span>(\d+)<\/(?:a|span)>\s*<p[^>]*>(.*?)<\/p>/gu)].map((found) => [
        (found[2] ?? "").replace(/<ins>.*?<\/ins>|<[^>]*>|supprimé : /gu, "").slice(0, 12),
        found[1],
      ]),
    );
  const printed = numbers((await getPage(hall.app, `/r/${hall.gathering}/textes/${hall.text}`)).body);
  expect([...printed.values()]).toEqual(["1", "2", "3"]);
  await submit(hall, "tanneries", "engage les communes", "n’engage que nous");
  const first = await submit(hall, "kerloch", "    p1", "    n1: Les forêts ne se vendent pas.\n    p1");
  const before = numbers((await sheafOf(hall)).body);
  await adoptOne(hall, first);
  const after = await sheafOf(hall);
  expect(after.body).toContain("Adopté");
  expect(numbers(after.body)).toEqual(before);
  for (const [start, number] of before) expect([start, printed.get(start)]).toEqual([start, number]);
  expect(before.size).toBe(3);
  const now = numbers((await getPage(hall.app, `/r/${hall.gathering}/textes/${hall.text}`)).body);
  expect(now.size).toBe(4);
});

test("AMD-110 a draft and a text that is not there have no sheaf; one without amendments says so", async () => {
  await using hall = await openHall(sheet(words));
  expect((await sheafOf(hall)).body).toContain("Aucun amendement sur ce texte.");
  await hall.storage.act(async (tx) => {
    await tx.db.update(tx.tables.texts).set({ state: "draft" });
    return ok(null);
  });
  for (const end of ["", ".json", ".csv"]) expect((await sheafOf(hall, end)).statusCode).toBe(404);
});

test("AMD-111 the file is read alone: each change set gives a valid text on the version that it holds, and has its hash", async () => {
  await using hall = await openHall(sheet(words));
  await submit(hall, "kerloch", "peut ouvrir", "doit ouvrir", "=1+1");
  const adopted = await submit(hall, "tanneries", "engage les communes", "n’engage que nous", "");
  await adoptOne(hall, adopted);
  const file = (await sheafOf(hall, ".json")).json();
  expect(file).toMatchObject({ format: "cahier-sheaf", version: 1, text: { id: "t1" } });
  expect(file.amendments.map(({ number, author, state }: Record<string, unknown>) => [number, author, state])).toEqual([
    [1, "De kerloch", "submitted"],
    [2, "De tanneries", "adopted"],
  ]);
  expect(file.amendments[0].rationale).toBe("=1+1");
  expect("rationale" in file.amendments[1]).toBe(false);
  for (const amendment of file.amendments) {
    const base = file.bases.find(({ version }: { version: number }) => version === amendment.base.version);
    expect(base.head).toBe(amendment.base.head);
    const document = parseText(base.document);
    if (!document.ok) throw new Error(document.code);
    expect(textHash(document.value)).toBe(base.hash);
    const changes = parseChangeSet(JSON.stringify(amendment.changes));
    expect(changeSetHash(changes)).toBe(amendment.hash);
    expect(apply(document.value, changes, 99).ok).toBe(true);
  }
});

test("AMD-111 the table has a line an amendment, and no cell that a spreadsheet would run", async () => {
  await using hall = await openHall(sheet(words));
  await submit(hall, "kerloch", "peut ouvrir", "doit ouvrir", "=1+1");
  const table = await sheafOf(hall, ".csv");
  expect(table.headers["content-type"]).toBe("text/csv; charset=utf-8");
  const [heads, line, ...none] = table.body.replaceAll(/[\u00a0\u202f]/gu, " ").split("\r\n");
  expect(heads).toContain('"Amendement","Auteur","Cosignataires","Article","Alinéa","Lignes"');
  expect(line).toContain('"1","De kerloch","","1","2","3","","","Déposé"');
  expect(line).toContain("[supprimé : peut][inséré : doit]");
  expect(line).toContain(`"'=1+1"`);
  expect(none).toEqual([""]);
});

test("AMD-115 the printed text has the lines that amendments name, and keeps them when others are adopted", async () => {
  const base = words.replace("L’eau ne se vend pas.", `L’eau ne se vend pas${", ni la terre".repeat(9)}.`);
  await using hall = await openHall(sheet(base));
  const paper = () => getPage(hall.app, `/r/${hall.gathering}/textes/${hall.text}/papier`);
  const printed = await paper();
  expect([...printed.body.matchAll(/class="line"/gu)]).toHaveLength(5);
  expect(printed.body).toContain('data-line="5"');
  const document = sheet(base.replace("engage les communes", "n’engage que nous")).toJSON();
  const wish = { delegation: "kerloch", text: hall.text, version: 1, document, rationale: "" };
  await hall.act("kerloch", "amendment.submit", wish);
  const longer = sheet(base.replace("    p2", "    n1: Nouvel alinéa.\n    p2")).toJSON();
  const other = await hall.act("orvelles", "amendment.submit", { ...wish, delegation: "orvelles", document: longer });
  const named = async () => (await sheafOf(hall)).body.match(/(?:après la )?lignes? [\d à]+/gu);
  expect(await named()).toEqual(["après la ligne 3", "ligne 5"]);
  await adoptOne(hall, other.json().amendment);
  expect(await named()).toEqual(["après la ligne 3", "ligne 5"]);
  const articleOf = (page: string) => /<article.*<\/article>/su.exec(page)?.[0] ?? page;
  expect(articleOf((await paper()).body)).toBe(articleOf(printed.body));
  const since = await getPage(hall.app, `/r/${hall.gathering}/textes/${hall.text}/papier?version=2`);
  expect([...since.body.matchAll(/class="line"/gu)]).toHaveLength(6);
  for (const version of ["0", "3", "x"])
    expect(
      (await getPage(hall.app, `/r/${hall.gathering}/textes/${hall.text}/papier?version=${version}`)).statusCode,
    ).toBe(404);
});
