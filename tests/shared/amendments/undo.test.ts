import { describe, expect, it } from "vitest";

import {
  adoptionCommit,
  canonicalise,
  makeAgain,
  rebase,
  undo,
  type ChangeSet,
  type Move,
} from "../../../shared/amendments/index.ts";
import { afterSteps, parseText, type TextNode } from "../../../shared/texts/index.ts";
import { accepted } from "../../support/amendments/laws.ts";

type Part = string | { readonly br: string };

/** A title, and paragraphs of words and line breaks. */
function text(...paragraphs: readonly (readonly [id: string, ...parts: Part[]])[]): TextNode {
  const inline = (part: Part) =>
    typeof part === "string" ? { type: "text", text: part } : { type: "lineBreak", attrs: { id: part.br } };
  const content = paragraphs.map(([id, ...parts]) => ({
    type: "paragraph",
    attrs: { id },
    content: parts.map(inline),
  }));
  const title = { type: "title", attrs: { id: "t" }, content: [inline("L’eau")] };
  return accepted(parseText({ type: "doc", content: [title, ...content] }));
}

/** Adopts one after the other, each by its own ballot, `b2`, `b3`… after the version that it makes. */
function adopted(tabled: TextNode, ...wishes: readonly (readonly [changes: ChangeSet, base: TextNode])[]) {
  let head = tabled;
  const moves: Move[] = wishes.map(([changes, base], k) => {
    const [version, before] = [k + 2, head];
    head = accepted(adoptionCommit(before, rebase(changes, base, before).changes, version)).doc;
    return { kind: "adoption", ballot: `b${version}`, amendments: [`a${version}`], changes, base, version, before };
  });
  return { tabled, head, moves };
}

const wish = (base: TextNode, amended: TextNode) => [accepted(canonicalise(base, amended)), base] as const;
const idsOf = (doc: TextNode): unknown[] => {
  const ids: unknown[] = [];
  doc.descendants((node) => {
    if (!node.isText) ids.push(node.attrs["id"]);
  });
  return ids;
};

const tabled = text(["p", "L’eau peut couler ici."], ["q", "Elle est à tous."]);

describe("undoing an adoption", () => {
  const first = wish(tabled, text(["p", "L’eau doit couler ici."], ["q", "Elle est à tous."]));

  it("AMD-60 the steps turned round are right for the last adoption only", () => {
    const longer = wish(tabled, text(["p", "L’onde vive peut couler ici."], ["q", "Elle est à tous."]));
    for (const [wishes, right] of [
      [[first], true],
      [[first, longer], false],
    ] as const) {
      const course = adopted(tabled, ...wishes);
      const [made] = course.moves;
      if (made?.kind !== "adoption") throw new Error("Nothing was adopted");
      const { steps, doc } = accepted(adoptionCommit(tabled, made.changes, 2));
      const back = steps.map((step, k) => step.invert(afterSteps(steps.slice(0, k), tabled) ?? doc)).reverse();
      const undone = undo(course, "b2");
      const turned = afterSteps(back, course.head);
      expect(undone.ok && (turned?.eq(undone.value.doc) ?? false)).toBe(right);
      expect(undone.ok && afterSteps(undone.value.steps, course.head)?.eq(undone.value.doc)).toBe(true);
    }
  });

  it("AMD-60 a paragraph and a line break brought by a later adoption keep their ids", () => {
    const brings = wish(
      tabled,
      text(["p", "L’eau peut couler ici."], ["n", "Chacune", { br: "m" }, "la garde."], ["q", "Elle est à tous."]),
    );
    const course = adopted(tabled, first, brings);
    const undone = undo(course, "b2");
    expect(idsOf(course.head)).toEqual(["t", "p", "3.1", "3.2", "q"]);
    expect(undone.ok && idsOf(undone.value.doc)).toEqual(["t", "p", "3.1", "3.2", "q"]);
    expect(undone.ok && undone.value.doc.textContent).toBe(
      "L’eauL’eau peut couler ici.Chacunela garde.Elle est à tous.",
    );
  });

  it("AMD-60 what a later adoption brings only now is named after its version", () => {
    const one = ["n", "Chacune la garde."] as const;
    const alone = wish(tabled, text(["p", "L’eau peut couler ici."], one, ["q", "Elle est à tous."]));
    const both = wish(tabled, text(["p", "L’eau peut couler ici."], one, ["q", "Elle est à toutes."]));
    const course = adopted(tabled, alone, both);
    expect(idsOf(course.head)).toEqual(["t", "p", "2.1", "q"]);
    const undone = undo(course, "b2");
    expect(undone.ok && idsOf(undone.value.doc)).toEqual(["t", "p", "3.n0", "q"]);
  });

  it("AMD-60 AMD-62 a correction of words that leave has nothing to correct any more; an adoption that stands on them is named", () => {
    const course = adopted(tabled, first);
    const after = text(["p", "L’eau devra couler ici."], ["q", "Elle est à toutes."]);
    const correction: Move = { kind: "correction", version: 3, before: course.head, after };
    const corrected = { tabled, head: after, moves: [...course.moves, correction] };
    const undone = undo(corrected, "b2");
    expect(undone.ok && undone.value.doc.textContent).toBe("L’eauL’eau peut couler ici.Elle est à toutes.");
    const [changes, base] = wish(after, text(["p", "L’eau devrait couler ici."], ["q", "Elle est à toutes."]));
    const last: Move = { kind: "adoption", ballot: "b4", amendments: ["a4"], changes, base, version: 4, before: after };
    const head = makeAgain(after, last);
    if (!head) throw new Error("It does not apply");
    const refused = undo({ tabled, head, moves: [...corrected.moves, last] }, "b2");
    expect(refused).toMatchObject({ ok: false, code: "not-adoptable", detail: "needed-by", amendment: "a4" });
  });

  it("AMD-68 moves that do not make the text undo nothing", () => {
    const course = adopted(tabled, first);
    expect(undo({ ...course, head: tabled }, "b2")).toMatchObject({ ok: false, detail: "changed" });
  });
});
