import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, it } from "vitest";

import { html, jsonForScript } from "../../../client/ui/index.ts";

const root = join(import.meta.dirname, "../../..");

describe("the tag of every page", () => {
  it("UI-5 words are escaped wherever they stand, markup made by the tag is not", () => {
    const hostile = `<script>alert("1")</script>&'`;
    expect(html`<p title="${hostile}">${hostile}${html`<b>${1}</b>`}</p>`.markup).toBe(
      `<p title="&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;">` +
        `&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;<b>1</b></p>`,
    );
  });

  it("UI-5 an attribute without a value is left out, a bare one is there when it is true", () => {
    const input = (checked: boolean, label: string | null) =>
      html`<input ?checked="${checked}" aria-label="${label}" class="a ${null}">`.markup;
    expect(input(true, "x")).toBe(`<input checked aria-label="x" class="a ">`);
    expect(input(false, null)).toBe(`<input class="a ">`);
  });

  it("UI-5 lists are drawn in order, and nothing for null, undefined and false", () => {
    expect(html`${[1, [html`<i></i>`, "b"]]}${null}${undefined}${false}${0}`.markup).toBe("1<i></i>b0");
  });

  it("UI-5 JSON inside a script cannot end it", () => {
    const value = { words: "</script><script>alert(1)</script>\u2028" };
    const { markup } = jsonForScript(value);
    expect(markup).not.toContain("</");
    expect(JSON.parse(markup)).toEqual(value);
  });

  it("UI-6 every attribute that has a hole is quoted, and no page bears a style or a handler", () => {
    const files = globSync("client/{ui,pages}/**/*.ts", { cwd: root });
    expect(files.length).toBeGreaterThan(8);
    const faults = files.flatMap((file) => {
      const source = readFileSync(join(root, file), "utf8");
      return [/\s[a-z-]+=\$\{/u, /\sstyle="/u, /\son[a-z]+="/u, /="[^"`]*'\$\{/u]
        .filter((fault) => fault.test(withoutCode(source)))
        .map((fault) => `${file}: ${fault.source}`);
    });
    expect(faults).toEqual([]);
  });
});

it("UI-43 a place of a page that a script owns has an id, so that no drawing makes it anew", () => {
  const owned = globSync("client/pages/**/*.ts", { cwd: root }).flatMap(
    (file) => readFileSync(join(root, file), "utf8").match(/<[a-z-]+(?: [^<>]*)? data-own[^<>]*>/gu) ?? [],
  );
  expect(owned.length).toBeGreaterThan(6);
  expect(owned.filter((tag) => !/ id="/u.test(tag))).toEqual([]);
});

/** Only what stands in templates: a line of code such as `const x =${` does not exist in formatted source. */
const withoutCode = (source: string): string => source.replace(/\/\*[\s\S]*?\*\//gu, "");
