import { describe, expect, it } from "vitest";

import { recordContents } from "../../../shared/declarations/index.ts";
import { textSchema } from "../../../shared/texts/index.ts";
import { aRecord } from "../../support/record-story.ts";
import { recordWriter } from "../../support/record.ts";

describe("what a record holds", () => {
  it("DCL-19 follows from what the journal names", () => {
    const story = aRecord();
    const contents = recordContents(story.entries);
    expect([...contents.texts]).toEqual([["t1", { versions: new Set([2, 3]), upTo: null }]]);
    const submitted = ["a1", "a2", "a3", "a4", "a5"].map((amendment) => ({ amendment, revision: 1 }));
    expect(contents.revisions).toEqual([...submitted, { amendment: "a2", revision: 2 }]);
    expect(contents.ballots.map(({ ballot, closed }) => [ballot, closed])).toEqual([
      ["b1", true],
      ["b2", true],
      ["b3", true],
    ]);
    expect(contents.words).toEqual(new Set(story.words.map(({ hash }) => hash)));
    expect(contents.signatures).toEqual(story.signatures);
  });

  it("DCL-20 is nothing of a draft never tabled, and of one taken back only what was tabled", () => {
    const { file, record, text } = recordWriter("g", []);
    record("text.created", { text: "t1" });
    record("text.created", { text: "t2" });
    const { write, standing } = text("t2");
    write("t2", (transform) => transform.insert(1, textSchema.text("Un")));
    record("text.tabled", standing());
    record("text.untabled", { text: "t2" });
    expect([...recordContents(file.entries).texts]).toEqual([["t2", { versions: new Set([1]), upTo: 1 }]]);
    write("t2", (transform) => transform.insert(1, textSchema.text("Un")));
    record("text.tabled", standing());
    expect([...recordContents(file.entries).texts]).toEqual([["t2", { versions: new Set([1, 2]), upTo: null }]]);
  });

  it("DCL-21 is no vote of a ballot that is open or was cancelled", () => {
    const { file, record, text, putToVote } = recordWriter("g", ["kerloch"]);
    putToVote(1, "simple", { kind: "text", ...text("t1").standing() }, ["kerloch"]);
    expect(recordContents(file.entries).ballots).toEqual([{ ballot: "b1", closed: false }]);
    record("ballot.cancelled", { ballot: "b1" });
    expect(recordContents(file.entries).ballots).toEqual([{ ballot: "b1", closed: false }]);
  });
});
