import { describe, expect, it } from "vitest";

import { limits } from "../../../shared/limits.ts";
import { parseSteps, parseText, textHash } from "../../../shared/texts/index.ts";
import { doc, list, item, paragraph, quote, title } from "../../support/texts/text-of.ts";

const words = (text: string, marks?: unknown): unknown => ({
  stepType: "replace",
  from: 1,
  to: 1,
  slice: { content: [{ type: "text", text, ...(marks ? { marks } : {}) }] },
});

const link = (href: unknown): unknown => words("ici", [{ type: "link", attrs: { href } }]);

describe("what a push may hold", () => {
  const refused: readonly (readonly [string, unknown, string])[] = [
    ["no list", {}, "bad-step"],
    ["nothing", [], "bad-step"],
    ["a step of an unknown kind", [{ stepType: "magic" }], "bad-step"],
    ["a step on the document itself", [{ stepType: "docAttr", attr: "x", value: 1 }], "bad-step"],
    ["a mark on a block", [{ stepType: "addNodeMark", pos: 1, mark: { type: "em" } }], "bad-step"],
    ["a name of Object's own", [{ stepType: "constructor" }], "bad-step"],
    ["a place between two places", [{ stepType: "replace", from: 1.5, to: 2 }], "bad-step"],
    ["a place before the beginning", [{ stepType: "replace", from: -1, to: 2 }], "bad-step"],
    [
      "a slice open by half",
      [{ stepType: "replace", from: 1, to: 1, slice: { openStart: 0.5, content: [] } }],
      "bad-step",
    ],
    ["an unknown node", [{ stepType: "replace", from: 1, to: 1, slice: { content: [{ type: "image" }] } }], "bad-step"],
    ["an unknown mark", [words("a", [{ type: "underline" }])], "bad-step"],
    ["an attribute that is not edited", [{ stepType: "attr", pos: 0, attr: "style", value: "x" }], "bad-step"],
    [
      "an id of a wrong form",
      [{ stepType: "replace", from: 0, to: 0, slice: { content: [{ type: "paragraph", attrs: { id: "+0" } }] } }],
      "bad-step",
    ],
    [
      "a nested set of other steps",
      [{ stepType: "markSet", steps: [{ stepType: "replace", from: 0, to: 1 }] }],
      "bad-step",
    ],
    ["a link to javascript:", [link("javascript:alert(1)")], "bad-link"],
    ["a link to data:", [link("data:text/html,x")], "bad-link"],
    ["a link hidden by a tab", [link("java\tscript:alert(1)")], "bad-link"],
    ["a link that is no text", [link(7)], "bad-link"],
    [
      "a mark step to javascript:",
      [{ stepType: "addMark", from: 1, to: 2, mark: { type: "link", attrs: { href: "javascript:x" } } }],
      "bad-link",
    ],
    ["U+0000", [words("a\u0000b")], "malformed"],
    ["half a surrogate pair", [words("a\ud83c")], "malformed"],
    ["one step too many", Array.from({ length: limits.stepsPerPush + 1 }, () => words("a")), "too-large"],
  ];

  it.each(refused)("TXT-3 a push with %s is refused", (_, input, code) => {
    expect(parseSteps(input)).toMatchObject({ ok: false, code });
  });

  it.each(["https://exemple.invalid/a", "http://exemple.invalid", "mailto:nous@exemple.invalid"])(
    "TXT-3 a link to %s is taken",
    (href) => {
      expect(parseSteps([link(href)]).ok).toBe(true);
    },
  );

  it("TXT-3 as many steps as the limit are taken", () => {
    expect(parseSteps(Array.from({ length: limits.stepsPerPush }, () => words("a"))).ok).toBe(true);
  });

  it("TXT-3 a message nested without end is refused, and does not break the server", () => {
    let nested: unknown = { type: "paragraph" };
    for (let level = 0; level < 20_000; level++) nested = { type: "quote", content: [nested] };
    expect(parseSteps([{ stepType: "replace", from: 1, to: 1, slice: { content: [nested] } }])).toMatchObject({
      ok: false,
    });
  });
});

describe("a whole text", () => {
  const good = doc(title("a", "Titre"), paragraph("b", "Des mots"), list("c", item("d", paragraph("e"))));

  it("TXT-4 a text goes through JSON and back unchanged", () => {
    const parsed = parseText(good.toJSON());
    expect(parsed.ok && parsed.value.eq(good)).toBe(true);
  });

  it("TXT-4 two runs of words with the same marks become one: equal texts have one hash", () => {
    const runs = ["Ti", "tre"].map((text) => ({ type: "text", text }));
    const parsed = parseText({ type: "doc", content: [{ type: "title", attrs: { id: "a" }, content: runs }] });
    expect(parsed.ok && textHash(parsed.value)).toBe(textHash(doc(title("a", "Titre"))));
  });

  const refused: readonly (readonly [string, unknown, string])[] = [
    ["no title", { type: "doc", content: [] }, "bad-step"],
    ["two blocks of one id", doc(title("a"), paragraph("a")).toJSON(), "bad-step"],
    ["a block without id", doc(title("a"), paragraph("")).toJSON(), "bad-step"],
    ["a paragraph alone", paragraph("a").toJSON(), "bad-step"],
    [
      "a paragraph above the limit",
      doc(title("a"), paragraph("b", "a".repeat(limits.paragraphCharacters + 1))).toJSON(),
      "too-large",
    ],
    [
      "more than the limit in all",
      doc(title("a"), ...Array.from({ length: 30 }, (_, i) => paragraph(`p${i}`, "a".repeat(20_000)))).toJSON(),
      "too-large",
    ],
    [
      "U+0000",
      { type: "doc", content: [{ type: "title", attrs: { id: "a" }, content: [{ type: "text", text: "\u0000" }] }] },
      "malformed",
    ],
  ];

  it.each(refused)("TXT-4 a text with %s is refused", (_, input, code) => {
    expect(parseText(input)).toMatchObject({ ok: false, code });
  });

  it("TXT-4 a paragraph of exactly the limit is taken, and blocks as deep as the limit", () => {
    expect(parseText(doc(title("a"), paragraph("b", "a".repeat(limits.paragraphCharacters))).toJSON()).ok).toBe(true);
    const nested = (levels: number) => {
      let block = paragraph("p", "a");
      for (let level = 0; level < levels; level++) block = quote(`q${level}`, block);
      return parseText(doc(title("a"), block).toJSON()).ok;
    };
    expect(nested(limits.nestingLevels - 2)).toBe(true);
    expect(nested(limits.nestingLevels - 1)).toBe(false);
  });
});
