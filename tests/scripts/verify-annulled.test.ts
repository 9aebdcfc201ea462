import { describe, expect, it } from "vitest";

import { replayRecord } from "../../scripts/verify-replay.ts";
import { checkRecord, Fault } from "../../scripts/verify.ts";
import type { RecordFile } from "../support/forge.ts";
import { recordWriter } from "../support/record.ts";
import { faultsOf } from "../support/second-verifier.ts";

const all = ["brigne", "kerloch", "orvelles"] as const;
const question = { kind: "question", item: "i1" } as const;

/** A tabled text, then a question whose ballot is annulled. `then` goes on: number 2 is the next ballot. */
function story(then: (writer: ReturnType<typeof recordWriter> & Told) => void, annulled = true): RecordFile {
  const writer = recordWriter("g1", all);
  const { file, record, typed, putToVote, close } = writer;
  record("gathering.created", { template: "commune-des-communes" });
  for (const delegation of all) record("delegation.admitted", { delegation });
  for (const delegation of all) record("delegation.arrived", { delegation });
  record("agenda.added", { item: "i1", fieldsHash: typed("Où se retrouver") });
  record("agenda.started", { item: "i1" });
  record("text.created", { text: "t1" });
  const text = writer.text("t1");
  text.write("brigne", (transform) => transform.insert(1, transform.doc.type.schema.text("Déclaration")));
  const standing = text.standing();
  record("text.tabled", standing);
  const annul = (ballot: string) => record("ballot.annulled", { ballot, reasonHash: typed("Mauvaise règle") });
  const again = (number: number, replaces: string) =>
    putToVote(number, ">=2/3 expressed", question, all, "public", replaces);
  close(putToVote(1, "simple", question, all), [
    ["brigne", "for"],
    ["kerloch", "against"],
  ]);
  if (annulled) annul("b1");
  then({ ...writer, annul, again, whole: { kind: "text", ...standing } });
  return file;
}
interface Told {
  readonly annul: (ballot: string) => void;
  readonly again: (number: number, replaces: string) => ReturnType<ReturnType<typeof recordWriter>["putToVote"]>;
  readonly whole: { readonly kind: "text"; text: string; version: number; head: string; hash: string };
}

function firstFault(file: RecordFile): string {
  try {
    replayRecord(checkRecord(JSON.stringify(file)));
    return "";
  } catch (error) {
    if (error instanceof Fault) return `${error.where} ${error.message}`;
    throw error;
  }
}
const both = (file: RecordFile) => [firstFault(file), faultsOf(JSON.stringify(file)).length > 0] as const;

describe("the record of an annulled ballot", () => {
  it.each([
    ["annulled and left", story(() => undefined)],
    ["replaced", story(({ again, close }) => close(again(2, "b1"), [["brigne", "for"]]))],
    [
      "replaced again once the second was cancelled",
      story(({ again, record }) => {
        record("ballot.cancelled", { ballot: again(2, "b1").id });
        again(3, "b1");
      }),
    ],
    [
      "replaced in a row",
      story(({ again, close, annul }) => {
        close(again(2, "b1"), []);
        annul("b2");
        again(3, "b2");
      }),
    ],
    [
      "closed without result on a text, annulled, then another put",
      story(({ putToVote, close, annul, whole }) => {
        close(putToVote(2, "simple", whole, all), []);
        annul("b2");
        putToVote(3, "simple", whole, all, "public", "b2");
      }),
    ],
  ])("DCL-7 is accepted by both verifiers: %s", (_, file) => {
    expect(both(file)).toEqual(["", false]);
    expect(checkRecord(JSON.stringify(file)).votes).toBeGreaterThan(0);
  });

  it.each([
    [
      "annulled before closing",
      "n’en était pas là",
      story(({ putToVote, annul }) => {
        annul(putToVote(2, "simple", question, all).id);
      }),
    ],
    [
      "put to the vote while another ballot on the same text is not proclaimed",
      "n’était pas proclamé",
      story(({ putToVote, whole }) => {
        putToVote(2, "simple", whole, all);
        putToVote(3, "simple", whole, all);
      }),
    ],
    ["annulled twice", "n’en était pas là", story(({ annul }) => annul("b1"))],
    [
      "annulled once it had adopted a text",
      "n’en était pas là",
      story(({ putToVote, close, record, annul, whole }) => {
        close(putToVote(2, "simple", whole, all), [["brigne", "for"]]);
        const { kind: _, ...voted } = whole;
        record("text.adopted", { ...voted, ballot: "b2" });
        annul("b2");
      }),
    ],
    [
      "declared once annulled",
      "ce n’est pas l’issue",
      story(({ record }) => {
        record("ballot.declared", { ballot: "b1", outcome: "rejected" });
      }),
    ],
    ["replacing one that is not annulled", "n’est pas annulé", story(({ again }) => void again(2, "b1"), false)],
    ["replacing one that never was", "n’est pas annulé", story(({ again }) => void again(2, "b9"))],
    [
      "replacing one that is replaced",
      "l’est déjà",
      story(({ again, close }) => {
        close(again(2, "b1"), []);
        again(3, "b1");
      }),
    ],
    [
      "replacing one on something else",
      "portait sur autre chose",
      story(({ putToVote, whole }) => {
        putToVote(2, "simple", whole, all, "public", "b1");
      }),
    ],
  ])("DCL-7 is refused by both verifiers: %s", (_, why, file) => {
    const [fault, seen] = both(file);
    expect(fault).toContain(why);
    expect(seen).toBe(true);
  });
});
