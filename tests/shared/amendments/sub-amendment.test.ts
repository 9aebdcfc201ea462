import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  adoptionCommit,
  adoptionEffects,
  apply,
  canonicalise,
  changeSetBody,
  Parent,
  rebase,
  relation,
  subAdoptionEffects,
  type ChangeSet,
  type SubWish,
} from "../../../shared/amendments/index.ts";
import type { TextNode } from "../../../shared/texts/index.ts";
import { arbStrokes, arbText, edit } from "../../support/amendments/french.ts";
import { accepted } from "../../support/amendments/laws.ts";
import { readAloud, sheet } from "../../support/amendments/sheet.ts";
import { runs, seeds } from "../../support/runs.ts";

const words = `
  p1: L’eau ne se vend pas.
  p2: Chaque commune peut ouvrir une maison du peuple.`;
const amended = words.replace("peut ouvrir", "doit ouvrir").concat("\n  n1: Elle est gérée par ses habitants.");
const base = sheet(words);
const parent = parentOf(base, accepted(canonicalise(base, sheet(amended))));

function parentOf(text: TextNode, changes: ChangeSet): Parent {
  return new Parent([{ revision: 1, base: text, changes, made: null }]);
}

function formOf(one: Parent): TextNode {
  const form = one.form(one.last.revision);
  if (!form) throw new Error("A revision without a form");
  return form;
}

/** What somebody asks who rewrites the parent's form: one pair of words for another. */
function wish(from: string, to: string, on = parent): SubWish {
  const form = formOf(on);
  const target = JSON.parse(JSON.stringify(form.toJSON()).replace(from, to));
  return { changes: accepted(canonicalise(form, form.type.schema.nodeFromJSON(target))), onRevision: on.last.revision };
}

const read = (one: Parent): string => readAloud(accepted(apply(one.last.base, one.last.changes, 7)));

/** Text and structure, whatever the new blocks are called. */
const nameless = (doc: TextNode): unknown =>
  JSON.parse(JSON.stringify(doc.toJSON()), (key, value: unknown) => (key === "id" ? undefined : value));

describe("a sub-amendment", () => {
  it("AMD-85 is a change to its parent's text; adopted, the parent is canonical from its own base with both in it", () => {
    const sub = wish("ses habitants", "celles et ceux qui l’habitent");
    const both = accepted(parent.after(sub));
    expect(read(both)).toContain("Chaque commune doit ouvrir une maison du peuple.");
    expect(read(both)).toContain("Elle est gérée par celles et ceux qui l’habitent.");
    const outright = canonicalise(base, sheet(amended.replace("ses habitants", "celles et ceux qui l’habitent")));
    expect(changeSetBody(both.last.changes)).toBe(changeSetBody(accepted(outright)));
    expect(both.last.revision).toBe(2);
  });

  it("AMD-85 that leaves nothing of its parent is refused, and so is one that no longer fits or stands already", () => {
    const nothing = { changes: accepted(canonicalise(formOf(parent), base)), onRevision: 1 };
    expect(parent.amendedBy(nothing)).toMatchObject({ ok: false, code: "empty-amendment" });
    const sub = wish("ses habitants", "tous");
    const after = accepted(parent.after(sub));
    expect(after.amendedBy(sub)).toMatchObject({ ok: false, detail: "amendment-satisfied" });
    expect(after.amendedBy(wish("ses habitants", "la commune"))).toMatchObject({ ok: false, detail: "overlap" });
  });

  it("AMD-86 a second one follows the adoption of the first, into the blocks that its parent brings too", () => {
    const first = wish("Elle est", "Toujours elle est");
    const second = wish("ses habitants", "tous");
    const both = accepted(accepted(parent.after(first)).after(second));
    expect(read(both)).toContain("Toujours elle est gérée par tous.");
    const waiting = [
      { id: "second", wish: second, parent },
      { id: "same", wish: first, parent },
      { id: "other", wish: wish("Elle est", "Partout elle est"), parent },
    ];
    expect(subAdoptionEffects(waiting, accepted(parent.after(first)), base)).toEqual({
      fallen: ["other"],
      satisfied: ["same"],
      altered: [],
    });
  });

  it("AMD-86 is carried over a revision of its parent by the parent's author, or falls with the words that are gone", () => {
    const kept = wish("ses habitants", "tous");
    const gone = wish("doit ouvrir", "devra ouvrir");
    const revised = new Parent([
      { revision: 1, base, changes: parent.last.changes, made: null },
      {
        revision: 2,
        base,
        changes: accepted(canonicalise(base, sheet(`${words}\n  m1: Elle est bien gérée par ses habitants.`))),
        made: null,
      },
    ]);
    expect(revised.carry(kept).state).toBe("live");
    expect(read(accepted(revised.after(kept)))).toContain("Elle est bien gérée par tous.");
    expect(revised.carry(gone).state).toBe("fallen");
  });

  it("AMD-86 follows the block that it amends when another is brought before it, be the words as they may", () => {
    const form = formOf(parent);
    const before = accepted(canonicalise(form, accepted(apply(form, insertedBefore(form), 8))));
    const first = { changes: before, onRevision: 1 };
    const after = accepted(parent.after(first));
    expect(read(accepted(after.after(wish("ses habitants", "tous"))))).toMatch(/par ses habitants[\s\S]*par tous/u);
  });

  it("AMD-87 falls with its parent in the text, and when its parent with it would no longer fit", () => {
    const sub = wish("ses habitants", "tous");
    const wide = wish("L’eau ne se vend pas", "L’eau et l’air ne se vendent pas");
    const waiting = [
      { id: "sub", wish: sub, parent },
      { id: "wide", wish: wide, parent },
    ];
    const devra = sheet(words.replace("peut ouvrir", "devra ouvrir"));
    expect(adoptionEffects(waiting, base, devra).fallen).toEqual(["sub", "wide"]);
    const eau = sheet(words.replace("se vend pas", "s’achète pas"));
    expect(adoptionEffects(waiting, base, eau)).toEqual({ fallen: ["wide"], satisfied: [], altered: [] });
    expect(parent.standing(sub, eau).state).toBe("live");
  });

  it(
    "AMD-85 AMD-86 whatever is typed: adopted then voted is both applied; independent ones commute",
    { timeout: 600_000 },
    () => {
      let [told, commuted] = [0, 0];
      const law = fc.property(arbFamily, ({ text, author, a, b }) => {
        const changes = accepted(canonicalise(text, edit(text, author, "p")));
        if (changes.length === 0) return;
        const family = parentOf(text, changes);
        const form = formOf(family);
        const wanted = edit(form, a, "a");
        const one = { changes: accepted(canonicalise(form, wanted)), onRevision: 1 };
        const other = { changes: accepted(canonicalise(form, edit(form, b, "b"))), onRevision: 1 };
        if (one.changes.length === 0 || other.changes.length === 0) return;
        const after = family.after(one);
        // What undoes its parent leaves nothing to vote on.
        expect(!after.ok).toBe(JSON.stringify(nameless(wanted)) === JSON.stringify(nameless(text)));
        if (!after.ok) return;
        const { last } = after.value;
        const voted = rebase(last.changes, text, text);
        expect(nameless(accepted(adoptionCommit(text, voted.changes, 3)).doc)).toEqual(nameless(wanted));
        told++;
        expect(after.value.carry(one).state).toBe("satisfied");
        if (relation(one.changes, other.changes, form) !== "independent") return;
        const [ab, ba] = [after.value.after(other), family.after(other)];
        if (!ab.ok || !ba.ok) return;
        const both = ba.value.after(one);
        if (!both.ok) return;
        expect(nameless(formOf(ab.value))).toEqual(nameless(formOf(both.value)));
        commuted++;
      });
      for (const seed of seeds([1, 7])) fc.assert(law, { seed, numRuns: runs(100, 3_000, 20) });
      expect(told).toBeGreaterThan(15);
      expect(commuted).toBeGreaterThan(2);
    },
  );
});

/** The last block once more, before itself: another block with the same words. */
function insertedBefore(form: TextNode): ChangeSet {
  const last = form.child(form.childCount - 1);
  const previous = form.child(form.childCount - 2);
  const node = { type: last.type.name, attrs: { id: "+0" }, content: last.content.toJSON() };
  return [{ kind: "insert", parent: "doc", after: String(previous.attrs["id"]), node }];
}

const arbFamily = fc.record({ text: arbText(4, 12), author: arbStrokes(3), a: arbStrokes(2), b: arbStrokes(2) });
