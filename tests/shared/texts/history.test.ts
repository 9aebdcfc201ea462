import { Step } from "prosemirror-transform";
import { describe, expect, it } from "vitest";

import { hashText, noHash } from "../../../shared/journal/index.ts";
import { limits } from "../../../shared/limits.ts";
import {
  acceptPush,
  commitAtHead,
  emptyHistory,
  emptyText,
  extendHistory,
  historyFrom,
  sealCommit,
  textHash,
  textSchema,
  type TextHistory,
} from "../../../shared/texts/index.ts";
import { doc, idsOf, paragraph, title } from "../../support/texts/text-of.ts";

const insert = (at: number, text: string): Step =>
  Step.fromJSON(textSchema, { stepType: "replace", from: at, to: at, slice: { content: [{ type: "text", text }] } });
const erase = (from: number, to: number): Step => Step.fromJSON(textSchema, { stepType: "replace", from, to });

const from = historyFrom("t", 0, noHash, doc(title("t", "Titre"), paragraph("a", "Un deux"), paragraph("b", "Trois")));

const push = (history: TextHistory, base: number, steps: readonly Step[], client = "x", sequence = 1) =>
  acceptPush(history, { client, sequence, base, steps }, { author: "kerloch" }, 61_000);

function committed(history: TextHistory, base: number, ...steps: readonly Step[]): TextHistory {
  const outcome = push(history, base, steps);
  if (!outcome.ok || outcome.value.kind !== "commit") throw new Error(JSON.stringify(outcome));
  return extendHistory(history, outcome.value.commit, 3);
}

describe("a push at the head of the text", () => {
  it("TXT-7 what was typed on an older version lands where its words are now", () => {
    const one = committed(from, 0, insert(1, "Le "));
    const two = committed(one, 0, insert(6, " commun"));
    expect(two.doc.child(0).textContent).toBe("Le Titre commun");
    expect(two.version).toBe(2);
  });

  it("TXT-7 words typed where everything was erased meanwhile are dropped, and there is no version", () => {
    const one = committed(from, 0, erase(8, 15));
    expect(push(one, 0, [insert(11, "beau")])).toEqual({ ok: true, value: { kind: "dropped" } });
  });

  it("TXT-7 steps that do not apply to their own base are refused, even when the text has moved on", () => {
    expect(push(from, 0, [insert(99, "a")])).toMatchObject({ ok: false, code: "bad-step" });
    expect(push(committed(from, 0, insert(1, "a")), 0, [insert(99, "a")])).toMatchObject({
      ok: false,
      code: "bad-step",
    });
    expect(
      push(
        from,
        0,
        [
          insert(6, "between blocks").map({
            map: () => 7,
            mapResult: () => ({
              pos: 7,
              deleted: false,
              deletedBefore: false,
              deletedAfter: false,
              deletedAcross: false,
            }),
          }),
        ].filter((step) => step !== null),
      ),
    ).toMatchObject({ ok: false, code: "bad-step" });
  });

  it("TXT-7 a base that does not exist yet is refused; one older than the window gives the words back", () => {
    expect(push(from, 1, [insert(1, "a")])).toMatchObject({ ok: false, code: "bad-step" });
    let history = from;
    for (let version = 0; version < 4; version++) history = committed(history, version, insert(1, "a"));
    expect(push(history, 0, [insert(1, "b")])).toEqual({ ok: true, value: { kind: "dropped" } });
    expect(push(history, 1, [insert(1, "b")])).toMatchObject({ ok: true, value: { kind: "commit" } });
  });

  it("TXT-7 a paragraph grows to its limit and not beyond", () => {
    const room = limits.paragraphCharacters - "Trois".length;
    expect(push(from, 0, [insert(17, "a".repeat(room))]).ok).toBe(true);
    expect(push(from, 0, [insert(17, "a".repeat(room + 1))])).toMatchObject({ ok: false, code: "too-large" });
  });

  it("TXT-7 half a surrogate pair cannot be left behind", () => {
    const flower = committed(from, 0, insert(17, "🌻"));
    expect(push(flower, 1, [erase(17, 18)])).toMatchObject({ ok: false, code: "bad-step" });
    expect(push(flower, 1, [erase(17, 19)]).ok).toBe(true);
  });

  it("TXT-6 a split block is repaired in the same commit, and the repair is told apart from the pusher's steps", () => {
    const split = Step.fromJSON(textSchema, {
      stepType: "replace",
      from: 11,
      to: 11,
      slice: {
        openStart: 1,
        openEnd: 1,
        content: [
          { type: "paragraph", attrs: { id: "a" } },
          { type: "paragraph", attrs: { id: "a" } },
        ],
      },
    });
    const outcome = push(from, 0, [split]);
    if (!outcome.ok || outcome.value.kind !== "commit") throw new Error("Not a commit");
    expect(idsOf(outcome.value.commit.doc)).toEqual(["t", "a", "1.1", "b"]);
    expect(outcome.value.commit.own).toHaveLength(1);
    expect(outcome.value.commit.repairs).toHaveLength(1);
  });
});

describe("what an act of the assembly writes", () => {
  it("TXT-8 its steps apply as a whole or not at all", () => {
    const name = { client: "adoption", sequence: 1 };
    const origin = { author: "amendment-1", ballot: "ballot-1" };
    const commit = commitAtHead(from, [insert(1, "Le ")], name, origin, 0);
    expect(JSON.parse(commit?.sealed.body ?? "")).toMatchObject({
      author: "amendment-1",
      ballot: "ballot-1",
      version: 1,
    });
    expect(commitAtHead(from, [insert(1, "Le "), insert(99, "x")], name, origin, 0)).toBeNull();
  });
});

describe("the chain of commits", () => {
  it("TXT-9 each commit names the hash of the one before, the first sixty-four zeros", () => {
    const one = committed(from, 0, insert(1, "a"));
    const two = committed(one, 1, insert(1, "b"));
    const bodies = two.recent.map(({ sealed }) => JSON.parse(sealed.body));
    expect(bodies.map((body) => body.previous)).toEqual([noHash, one.head]);
    expect(two.recent.map(({ sealed }) => hashText(sealed.body))).toEqual([one.head, two.head]);
  });

  it("TXT-9 the commit of docs/record-format.md is made so, byte by byte", () => {
    const steps = [insert(1, "L’eau")];
    const sealed = sealCommit({
      text: "t1",
      version: 1,
      previous: noHash,
      author: "kerloch",
      atMs: 1_579_361_400_000,
      steps,
      repairs: [],
    });
    expect(sealed.hash).toBe("1eae3c0000447ccb1ca02904c64b7e119cacbc0c322cc227df81c2d40359859b");
  });

  it("TXT-9 its time is rounded down to the minute: a finer one would tell how a person types", () => {
    expect(JSON.parse(committed(from, 0, insert(1, "a")).recent[0]?.sealed.body ?? "").atMs).toBe(60_000);
  });

  it("TXT-9 the empty text, version 0, is the one of docs/record-format.md", () => {
    expect(textHash(emptyText())).toBe("faf022dce7da97a5bbcfeb5402d518b578a6da0410f40502fedf2ca541b6544f");
    expect(emptyHistory("t1")).toMatchObject({ version: 0, head: noHash });
  });
});
