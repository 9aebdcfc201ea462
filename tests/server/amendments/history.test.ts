import { expect, test } from "vitest";

import { appendCommits, loadHistory, readText, saveLife, writtenByAct } from "../../../server/texts/index.ts";
import { ok } from "../../../shared/refusals.ts";
import { commitAtHead, parseSteps } from "../../../shared/texts/index.ts";
import type { HandView, ProseRun, WhoBlock } from "../../../shared/views/index.ts";
import { getPage, postForm } from "../../support/app.ts";
import { adoptOne } from "../../support/amendments/adopt-one.ts";
import { openHall, type Hall, type Who } from "../../support/amendments/hall.ts";
import { sheet } from "../../support/amendments/sheet.ts";
import { rowCounts } from "../../support/storage.ts";

const words = `
  a1 article: Des biens communs
    p1: L’eau ne se vend pas.
    p2: Chaque commune peut ouvrir une maison du peuple.
  p3: Cette déclaration engage les communes.`;

const viewOf = async (hall: Hall, path: string, who: Who = "nobody") =>
  (await getPage(hall.app, `/r/${hall.gathering}/etat.json?page=${encodeURIComponent(path)}`, hall.seat(who))).json();

async function adopt(hall: Hall, from: string, to: string): Promise<void> {
  const document = sheet(words.replace(from, to)).toJSON();
  const wish = { delegation: "kerloch", text: hall.text, version: hall.version, document, rationale: "" };
  await adoptOne(hall, (await hall.act("kerloch", "amendment.submit", wish)).json().amendment);
}

/** Back in its workshop, as if it had never been tabled. */
async function untable(hall: Hall): Promise<void> {
  await hall.storage.act(async (tx) => {
    await saveLife(tx, hall.text, { state: "draft", handedOver: false });
    return ok(null);
  });
}

async function type(hall: Hall, author: string, at: number, text: string, atMs: number): Promise<void> {
  const steps = parseSteps([{ stepType: "replace", from: at, to: at, slice: { content: [{ type: "text", text }] } }]);
  if (!steps.ok) throw new Error(steps.code);
  await hall.storage.act(async (tx) => {
    const history = await loadHistory(tx, hall.text, 0);
    const commit = commitAtHead(history, steps.value, writtenByAct, { author }, atMs);
    if (!commit) throw new Error("The words have no place");
    await appendCommits(tx, hall.text, [commit]);
    return ok(null);
  });
}

const spoken = (blocks: readonly WhoBlock[]) =>
  blocks.map(({ spans }) =>
    spans.map(({ mark, runs }) => `${mark}:${runs.map((run: ProseRun) => run.text).join("")}`).join("|"),
  );

test("HIS-10 everybody reads of a tabled text who wrote what: the workshop, delegations, amendments with their ballots", async () => {
  await using hall = await openHall(sheet(words));
  await adopt(hall, "peut ouvrir", "doit ouvrir");
  const view = await viewOf(hall, `/textes/${hall.text}/qui`);
  expect(view.hands).toEqual([
    { mark: 1, by: { kind: "workshop" }, letters: 120 },
    {
      mark: 2,
      by: { kind: "amendment", number: 1, label: "1", delegation: "De kerloch", ballot: 4 },
      letters: 4,
    },
  ]);
  expect(view.letters).toBe(124);
  expect(spoken(view.blocks)).toEqual([
    "1:Des biens communs",
    "1:L’eau ne se vend pas.",
    "1:Chaque commune |2:doit|1: ouvrir une maison du peuple.",
    "1:Cette déclaration engage les communes.",
  ]);
  expect((await viewOf(hall, `/textes/${hall.text}/qui?seul=2`)).only).toBe(2);
  expect((await viewOf(hall, `/textes/${hall.text}/qui?seul=9`)).only).toBe(null);
});

test("HIS-11 a draft's history is read by whoever may read the draft, and by nobody else", async () => {
  await using hall = await openHall(sheet(words));
  await untable(hall);
  for (const page of ["qui", "histoire", "histoire/1", "comparer?de=0&a=1"]) {
    const path = `/textes/${hall.text}/${page}`;
    expect((await viewOf(hall, path)).code).toBe("not-signed-in");
    expect((await viewOf(hall, path, "kerloch")).text).toMatchObject({ state: "draft" });
  }
});

test("HIS-12 versions are told in moments: a pause parts them, an adoption stands alone, and each says who and how much", async () => {
  await using hall = await openHall(sheet(words));
  await untable(hall);
  await type(hall, "kerloch", 1, "abc ", 3 * 60_000);
  await type(hall, "orvelles", 1, "de ", 9 * 60_000);
  await type(hall, "kerloch", 1, "f", 60 * 60_000);
  const view = await viewOf(hall, `/textes/${hall.text}/histoire`, "chair");
  const told = view.moments.map(
    (moment: { from: number; to: number; hands: { by: HandView; came: number; went: number }[] }) => [
      moment.from,
      moment.to,
      ...moment.hands.map(({ by, came, went }) => `${by.kind === "delegation" ? by.name : by.kind} ${came} ${went}`),
    ],
  );
  expect(told).toEqual([
    [4, 4, "De kerloch 1 0"],
    [1, 3, "workshop 135 0", "De kerloch 4 0", "De orvelles 3 0"],
  ]);
  expect(view.versions.map(({ version }: { version: number }) => version)).toEqual([0, 3, 4]);
});

test("HIS-13 any version is read at its address as it stood, and any two are compared, whichever is named first", async () => {
  await using hall = await openHall(sheet(words));
  await adopt(hall, "peut ouvrir", "doit ouvrir");
  const then = await viewOf(hall, `/textes/${hall.text}/histoire/1`);
  expect(JSON.stringify(then.blocks)).toContain("peut ouvrir");
  expect(then).toMatchObject({
    by: { kind: "workshop" },
    before: null,
    after: 2,
    may: { name: false, restore: false },
  });
  expect(then.stops.map(({ version }: { version: number }) => version)).toEqual([1, 2]);
  expect((await viewOf(hall, `/textes/${hall.text}/histoire/3`)).code).toBe("not-found");
  expect((await viewOf(hall, `/textes/${hall.text}/histoire/0`)).code).toBe("not-found");
  for (const order of ["de=1&a=2", "de=2&a=1"]) {
    const { redline, from, to } = await viewOf(hall, `/textes/${hall.text}/comparer?${order}`);
    expect([from.version, to.version]).toEqual([1, 2]);
    const changed = redline.flatMap(({ runs }: { runs: ProseRun[] }) => runs.filter(({ change }) => change !== null));
    expect(changed).toMatchObject([
      { text: "peut", change: "deleted" },
      { text: "doit", change: "inserted" },
    ]);
    expect(redline).toHaveLength(4);
  }
  const whole = await viewOf(hall, `/textes/${hall.text}/comparer?de=1&a=2&tout=1`);
  expect(whole.redline.length).toBeGreaterThan(4);
  expect((await viewOf(hall, `/textes/${hall.text}/comparer?de=1&a=1`)).redline).toEqual([]);
  expect((await viewOf(hall, `/textes/${hall.text}/comparer?de=0&a=1`)).redline.length).toBeGreaterThan(3);
});

test("HIS-14 a drafter, the chair or the secretary names a version and takes the name away; the journal says nothing of it", async () => {
  await using hall = await openHall(sheet(words));
  const before = await rowCounts(hall.storage);
  const named = { text: hall.text, version: 1, name: "  Avant   la plénière " };
  for (const who of ["drafter", "chair", "secretary"] as const) {
    expect((await hall.act(who, "text.nameVersion", named)).statusCode).toBe(200);
  }
  expect((await viewOf(hall, `/textes/${hall.text}/histoire/1`)).version.name).toBe("Avant la plénière");
  const [moment] = (await viewOf(hall, `/textes/${hall.text}/histoire`)).moments;
  expect(moment.milestones).toMatchObject([{ version: 1, name: "Avant la plénière" }]);
  const form = { text: hall.text, version: "1", name: "" };
  const answer = await postForm(hall.app, `/r/${hall.gathering}/actes/text.nameVersion`, form, hall.seat("chair"));
  expect(answer.headers.location).toBe(`/r/${hall.gathering}/textes/${hall.text}/histoire/1`);
  expect((await viewOf(hall, `/textes/${hall.text}/histoire/1`)).version.name).toBe(null);
  expect((await hall.act("drafter", "text.nameVersion", { ...named, version: 2 })).json().code).toBe("not-found");
  expect((await hall.act("kerloch", "text.nameVersion", named)).json().code).toBe("not-allowed");
  expect((await rowCounts(hall.storage))["journal"]).toBe(before["journal"]);
});

test("HIS-15 a drafter brings an earlier version back as a new one, whose words are again of who wrote them", async () => {
  await using hall = await openHall(sheet(words));
  await untable(hall);
  await type(hall, "kerloch", 1, "Des mots de trop ", 60_000);
  const restored = await hall.act("drafter", "text.restore", { text: hall.text, version: 1 });
  expect(restored.statusCode).toBe(200);
  const now = await viewOf(hall, `/textes/${hall.text}/histoire/3`, "drafter");
  expect(now).toMatchObject({ version: { restores: 1 }, by: { kind: "workshop" } });
  expect(now.blocks).toEqual((await viewOf(hall, `/textes/${hall.text}/histoire/1`, "drafter")).blocks);
  const again = await hall.act("drafter", "text.restore", { text: hall.text, version: 1 });
  expect(again.statusCode).toBe(200);
  const facts = await hall.storage.read((tx) => readText(tx, hall.gathering, hall.text));
  expect(facts?.version).toBe(3);
});

test("HIS-16 once the text is tabled no version is brought back, and nobody else than its drafter brings one back", async () => {
  await using hall = await openHall(sheet(words));
  await adopt(hall, "peut ouvrir", "doit ouvrir");
  const wish = { text: hall.text, version: 1 };
  expect((await hall.act("drafter", "text.restore", wish)).json().code).toBe("text-tabled");
  await untable(hall);
  for (const who of ["chair", "secretary", "kerloch"] as const) {
    expect((await hall.act(who, "text.restore", wish)).json().code).toBe("not-allowed");
  }
  const refused = await postForm(
    hall.app,
    `/r/${hall.gathering}/actes/text.restore`,
    { text: hall.text, version: "un" },
    hall.seat("drafter"),
  );
  expect(refused.statusCode).toBe(400);
});

test("HIS-17 no page of a text's history holds a person's name, or an id of one", async () => {
  await using hall = await openHall(sheet(words));
  await adopt(hall, "peut ouvrir", "doit ouvrir");
  for (const page of ["qui", "histoire", "histoire/2", "comparer?de=1&a=2"]) {
    const { body } = await getPage(hall.app, `/r/${hall.gathering}/textes/${hall.text}/${page}`, hall.seat("nobody"));
    expect(body).toContain("<h1>");
    expect(body).not.toMatch(/p-(?:kerloch|drafter|chair)/u);
  }
});
