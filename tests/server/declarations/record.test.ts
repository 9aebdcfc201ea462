import { describe, expect, it } from "vitest";

import { replayRecord } from "../../../scripts/verify-replay.ts";
import { checkRecord, Fault } from "../../../scripts/verify.ts";
import { shortCode } from "../../../shared/journal/index.ts";
import { getPage } from "../../support/app.ts";
import { forgeries, oneByteChanges, reseal, type RecordFile } from "../../support/forge.ts";
import { openRoad } from "../../support/road.ts";
import { faultsOf } from "../../support/second-verifier.ts";
import { wholeRoad } from "../../support/whole-road.ts";

describe("the record that the server exports", () => {
  it("DCL-27 is accepted by both verifiers and redone whole, and its head is the journal's", async () => {
    const { road } = await wholeRoad();
    await using _ = road;
    const content = await road.record();
    const { journalCode } = await road.view<{ journalCode: string }>("/proces-verbal");
    const checked = checkRecord(content, journalCode);
    expect(shortCode(checked.entries.at(-1)?.hash ?? "")).toBe(journalCode);
    expect(() => replayRecord(checked)).not.toThrow();
    expect(faultsOf(content)).toEqual([]);
    expect(checked.votes).toBe(9);
    expect(checked.erased).toEqual([]);
    expect(checked.entries.some(({ act, data }) => act === "amendment.adopted" && String(data["fallen"]) !== "")).toBe(
      true,
    );
  });

  it("DCL-27 is refused after one byte was changed in each kind of thing, and after each of the five forgeries", async () => {
    const { road } = await wholeRoad();
    await using _ = road;
    const file: RecordFile = JSON.parse(await road.record());
    expect(() => replayRecord(checkRecord(JSON.stringify(reseal(file))))).not.toThrow();
    for (const { name, file: spoilt, where } of [...oneByteChanges(file), ...forgeries(file)]) {
      expect({ name, where: faultIn(spoilt) }).toEqual({ name, where });
    }
  });

  it("DCL-28 names no person, no code, no draft never tabled, no vote of an open or cancelled ballot", async () => {
    await using road = await openRoad();
    const { assembly, three } = road;
    await road.act(assembly.chair.cookie, "text.create", { title: "Brouillon secret" });
    const text = await road.table("Texte déposé");
    const opened = await assembly.act(assembly.chair.cookie, "ballot.open", { subject: `text:${text}` });
    const { ballot } = opened.json();
    const [voter] = three;
    const vote = { ballot, delegation: voter.delegation, choice: "against", requestKey: "key-of-the-test" };
    await road.act(voter.cookie, "vote.cast", vote);
    const open = await road.record();
    expect(() => replayRecord(checkRecord(open))).not.toThrow();
    await road.act(assembly.chair.cookie, "ballot.cancel", { ballot, reason: "Erreur de texte" });
    const cancelled = await road.record();
    expect(() => replayRecord(checkRecord(cancelled))).not.toThrow();
    expect(faultsOf(cancelled)).toEqual([]);
    for (const content of [open, cancelled]) {
      expect(content).toContain("Texte déposé");
      for (const secret of ["Brouillon", "Mandat", "Animation", "key-of-the-test", "cookie"]) {
        expect({ secret, told: content.includes(secret) }).toEqual({ secret, told: false });
      }
      expect(content).not.toMatch(/"votes"|"marks"/u);
    }
    expect(cancelled).toContain("Erreur de texte");
  });

  it("DCL-28 keeps out words that were erased, and says nothing else of them", async () => {
    const { road } = await wholeRoad();
    await using _ = road;
    const { storage } = road.fresh;
    await storage.act(async ({ db, tables: { words } }) => ({
      ok: true,
      value: await db.update(words).set({ text: null }),
    }));
    const checked = checkRecord(await road.record());
    expect(checked.erased.length).toBeGreaterThan(5);
    expect(checked.erased).toContain(`la réserve de l’acte ${checked.entries.length - 3}`);
  });

  it("DCL-29 is a file to keep, for everybody; another gathering's is its own", async () => {
    await using road = await openRoad();
    const { fresh, assembly } = road;
    const answer = await getPage(fresh.app, `/r/${assembly.slug}/registre.json`);
    expect(answer.headers["content-disposition"]).toBe(`attachment; filename="registre-${assembly.slug}.json"`);
    expect(answer.headers["content-type"]).toContain("application/json");
    expect((await getPage(fresh.app, "/r/ailleurs/registre.json")).statusCode).toBe(404);
  });

  it("DCL-30 the journal is read on from a number, as it was hashed", async () => {
    await using road = await openRoad();
    const { fresh, assembly } = road;
    const all = (await getPage(fresh.app, `/r/${assembly.slug}/journal.json`)).json();
    expect(all.head.sequence).toBe(all.entries.length);
    const rest = (await getPage(fresh.app, `/r/${assembly.slug}/journal.json?apres=5`)).json();
    expect(rest.entries).toEqual(all.entries.slice(5));
    expect((await getPage(fresh.app, `/r/${assembly.slug}/journal.json?apres=x`)).statusCode).toBe(400);
    expect((await getPage(fresh.app, "/r/ailleurs/journal.json")).statusCode).toBe(404);
  });
});

function faultIn(file: RecordFile): string {
  try {
    replayRecord(checkRecord(JSON.stringify(file)));
    return "";
  } catch (error) {
    return error instanceof Fault ? error.where : String(error);
  }
}
