import { parseText, type TextNode } from "../../../shared/texts/index.ts";

type NodeJson = { type: string; attrs?: object; content?: NodeJson[]; text?: string; marks?: object[] };

/**
 * A text as a test writes it, one block a line, indented by two spaces inside its parent:
 * `p1: words`, `a1 article: title` (its title is a1t), `h1 heading: words`, `pre preamble`, `q1 quote`, `l1 list`,
 * `i1 item: words` (its paragraph is i1p, or the one written in it). `*em*`, `**strong**`, `/` a line break. The title `t` is added unless written.
 */
export function sheet(lines: string): TextNode {
  const rows = lines.split("\n").filter((line) => line.trim() !== "");
  const indent = Math.min(...rows.map((row) => row.search(/\S/u)));
  const blocks = nest(rows.map((row) => ({ depth: (row.search(/\S/u) - indent) / 2, row: row.trim() })));
  const title = { type: "title", attrs: { id: "t" }, content: inline("Déclaration") };
  const content = blocks[0]?.type === "title" ? blocks : [title, ...blocks];
  const doc = parseText({ type: "doc", content });
  if (!doc.ok) throw new Error(`Not a text: ${doc.code}\n${lines}`);
  return doc.value;
}

type Row = { readonly depth: number; readonly row: string };

function nest(rows: readonly Row[]): NodeJson[] {
  const blocks: NodeJson[] = [];
  for (let i = 0; i < rows.length;) {
    const row = rows[i];
    if (!row) break;
    let end = i + 1;
    while ((rows[end]?.depth ?? -1) > row.depth) end++;
    blocks.push(block(row.row, nest(rows.slice(i + 1, end))));
    i = end;
  }
  return blocks;
}

function block(row: string, children: NodeJson[]): NodeJson {
  const match = /^(?<id>[\w.]+)(?: (?<type>\w+))?(?:: ?(?<words>.*))?$/u.exec(row);
  const { id = "", type = "paragraph", words = "" } = match?.groups ?? {};
  const attrs = { id };
  switch (type) {
    case "article":
      return {
        type,
        attrs,
        content: [{ type: "articleTitle", attrs: { id: `${id}t` }, content: inline(words) }, ...children],
      };
    case "item":
      return {
        type,
        attrs,
        content:
          words === "" && children[0]?.type === "paragraph"
            ? children
            : [{ type: "paragraph", attrs: { id: `${id}p` }, content: inline(words) }, ...children],
      };
    case "list":
      return { type, attrs: { id, ordered: words === "ordered" }, content: children };
    case "quote":
    case "preamble":
      return { type, attrs, content: children };
    default:
      return { type, attrs, content: inline(words) };
  }
}

let atoms = 0;

function inline(words: string): NodeJson[] {
  const nodes: NodeJson[] = [];
  for (const part of words.split(/(\*\*[^*]+\*\*|\*[^*]+\*|\/)/u)) {
    if (part === "/") nodes.push({ type: "lineBreak", attrs: { id: `br${atoms++}` } });
    else if (part.startsWith("**")) nodes.push({ type: "text", text: part.slice(2, -2), marks: [{ type: "strong" }] });
    else if (part.startsWith("*")) nodes.push({ type: "text", text: part.slice(1, -1), marks: [{ type: "em" }] });
    else if (part !== "") nodes.push({ type: "text", text: part });
  }
  return nodes;
}

/** The words of a text, a line a block, without ids: to compare what people would read. */
export function readAloud(doc: TextNode): string {
  const lines: string[] = [];
  doc.descendants((node) => {
    if (node.isTextblock) lines.push(`${node.type.name}: ${spoken(node)}`);
    return !node.isTextblock;
  });
  return lines.join("\n");
}

function spoken(node: TextNode): string {
  let words = "";
  node.forEach((child) => {
    const sign = child.marks
      .map((mark) => (mark.type.name === "strong" ? "**" : mark.type.name === "em" ? "*" : "_"))
      .join("");
    words += child.isText ? `${sign}${child.text}${sign.split("").reverse().join("")}` : "/";
  });
  return words;
}

/** The whole structure with no ids but those that `base` has: equal for texts that differ only in how blocks are named. */
export function shapeOf(doc: TextNode, base?: TextNode): unknown {
  const known = new Set<unknown>();
  base?.descendants((node) => {
    if (!node.isText) known.add(node.attrs["id"]);
  });
  const nameless = (key: string, value: unknown): unknown => (key === "id" && !known.has(value) ? undefined : value);
  return JSON.parse(JSON.stringify(doc.toJSON(), nameless));
}
