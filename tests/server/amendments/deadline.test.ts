import { describe, expect, test } from "vitest";

import { dayAndTime, momentOf, refusalWords, translator, weekdayAndTime } from "../../../shared/i18n/index.ts";
import { openHall, type Hall, type Who } from "../../support/amendments/hall.ts";
import { sheet } from "../../support/amendments/sheet.ts";
import { getPage } from "../../support/app.ts";

const words = `
  p1: L’eau ne se vend pas.
  p2: Chaque commune peut ouvrir une maison du peuple.`;

const wish = (hall: Hall, to: string) => ({
  version: hall.version,
  document: sheet(words.replace("peut ouvrir", to)).toJSON(),
  rationale: "",
});

const submit = (hall: Hall, who: Who, to: string) =>
  hall.act(who, "amendment.submit", { delegation: who, text: hall.text, ...wish(hall, to) });

const set = (hall: Hall, day: string, time: string, who: Who = "chair") =>
  hall.act(who, "amendment.deadline", { text: hall.text, day, time });

const page = async (hall: Hall, path: string, who: Who) =>
  (await getPage(hall.app, `/r/${hall.gathering}${path}`, hall.seat(who))).body;

test("AMD-76 after the deadline no amendment is submitted, it is said since when, and what was submitted is still revised", async () => {
  await using hall = await openHall(sheet(words));
  const first = (await submit(hall, "kerloch", "ouvre")).json();
  expect((await set(hall, "2001-02-03", "18:30", "kerloch")).json().code).toBe("not-allowed");
  expect((await set(hall, "2001-02-03", "18:30")).statusCode).toBe(200);
  expect((await hall.entries()).at(-1)).toMatchObject({ act: "amendment.deadlineSet", data: { text: hall.text } });
  const late = (await submit(hall, "orvelles", "doit ouvrir")).json();
  const said = refusalWords(translator("fr"), late.code, late.detail);
  expect(said).toBe("Ce n’est plus possible\u202f: le dépôt est clos depuis samedi 18\u00a0h\u00a030.");
  expect(await page(hall, "/amendements", "orvelles")).toContain("Le dépôt est clos depuis samedi");
  expect(await page(hall, "/amendements", "orvelles")).not.toContain("Proposer un amendement");
  const read = await page(hall, `/textes/${hall.text}`, "orvelles");
  expect(read).toContain("Le dépôt est clos depuis samedi");
  expect(read).not.toContain(`/textes/${hall.text}/amender`);
  // The very wish whose answer was lost is answered, whatever the hour.
  expect((await submit(hall, "kerloch", "ouvre")).json()).toEqual(first);
  const revised = await hall.act("kerloch", "amendment.revise", {
    amendment: first.amendment,
    revision: 1,
    ...wish(hall, "ouvrira"),
  });
  expect(revised.statusCode).toBe(200);
});

test("AMD-76 the chair extends the deadline, then lifts it; the minutes say each", async () => {
  await using hall = await openHall(sheet(words));
  await set(hall, "2001-02-03", "18:30");
  expect((await set(hall, "2999-02-03", "18:30")).statusCode).toBe(200);
  expect((await submit(hall, "kerloch", "ouvre")).statusCode).toBe(200);
  expect(await page(hall, "/amendements", "kerloch")).toContain("Dépôt jusqu’à dimanche 18\u00a0h\u00a030.");
  const read = await page(hall, `/textes/${hall.text}`, "kerloch");
  expect(read).toContain("Dépôt jusqu’à dimanche 18\u00a0h\u00a030.");
  expect(read).toContain(`/textes/${hall.text}/amender`);
  expect((await set(hall, "", "")).statusCode).toBe(200);
  expect((await hall.entries()).at(-1)).toEqual(
    expect.objectContaining({ act: "amendment.deadlineSet", data: { text: hall.text } }),
  );
  const before = (await hall.entries()).length;
  expect((await set(hall, "", "")).statusCode).toBe(200);
  expect((await hall.entries()).length).toBe(before);
  for (const [day, time] of [
    ["2001-02-30", "18:30"],
    ["2001-02-03", ""],
    ["demain", "18:30"],
  ] as const)
    expect((await set(hall, day, time)).json().code).toBe("malformed");
  const minutes = await page(hall, "/proces-verbal", "nobody");
  expect(minutes).toContain("se déposent jusqu’à");
  expect(minutes).toContain("n’a plus d’heure limite");
});

describe("a day and a time in the gathering's zone", () => {
  const paris = { language: "fr", timeZone: "Europe/Paris" };

  test("AMD-76 are the moment at which clocks there show them, in winter and in summer", () => {
    expect(momentOf("2020-01-18", "18:30", paris)).toBe(Date.UTC(2020, 0, 18, 17, 30));
    expect(momentOf("2020-07-18", "00:15", paris)).toBe(Date.UTC(2020, 6, 17, 22, 15));
    expect(momentOf("2020-01-18", "18:30", { ...paris, timeZone: "Pacific/Noumea" })).toBe(
      Date.UTC(2020, 0, 18, 7, 30),
    );
    expect(weekdayAndTime(Date.UTC(2020, 0, 18, 17, 30), paris)).toBe("samedi 18\u00a0h\u00a030");
    for (const time of ["00:00", "03:00", "23:59"])
      expect(dayAndTime(momentOf("2020-03-29", time, paris) ?? 0, paris)).toEqual(["2020-03-29", time]);
  });

  test("AMD-76 are none where no clock shows them", () => {
    // The night on which clocks go from 2 to 3.
    expect(momentOf("2020-03-29", "02:30", paris)).toBeNull();
    for (const [day, time] of [
      ["2020-02-30", "10:00"],
      ["2020-01-18", "24:30"],
      ["", "10:00"],
    ] as const)
      expect(momentOf(day, time, paris)).toBeNull();
  });
});
