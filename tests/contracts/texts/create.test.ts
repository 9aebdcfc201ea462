import { describe, expect, test } from "vitest";

import { freshApp } from "../../support/app.ts";
import { everyRowCount, openAssembly } from "../../support/assembly.ts";
import { engines } from "../storage/engines.ts";

describe.each(engines)("opening a text on $name", ({ fresh }) => {
  test("TXT-37 one wish, sent again and again and at once, makes one text; another wish makes another", async () => {
    await using store = await fresh();
    await using hall = await freshApp({}, store);
    const assembly = await openAssembly(hall);
    const wish = { title: "Des lieux communs", requestKey: "key-of-the-form" };
    const open = async (who: string, body: object): Promise<string> => {
      const answer = await assembly.act(who, "text.create", body);
      expect(answer.statusCode).toBe(200);
      return answer.json().text;
    };
    const chair = assembly.chair.cookie;
    const made = new Set(await Promise.all(Array.from({ length: 6 }, () => open(chair, wish))));
    expect(made.size).toBe(1);
    const before = await everyRowCount(hall);
    const again = await assembly.form(chair, "text.create", { ...wish, title: " Des  lieux communs" });
    expect(again.headers.location).toBe(`/r/${assembly.slug}/textes/${[...made][0]}`);
    expect(await everyRowCount(hall)).toEqual(before);

    made.add(await open(chair, { ...wish, title: "Un autre" }));
    made.add(await open(chair, { ...wish, requestKey: "key-of-another-form" }));
    made.add(await open(assembly.organiser, wish));
    made.add(await open(chair, { title: wish.title }));
    made.add(await open(chair, { title: wish.title }));
    expect(made.size).toBe(6);
  });
});
