import { canonicalise, type ChangeSet } from "../../../shared/amendments/index.ts";
import { parseText, type TextNode } from "../../../shared/texts/index.ts";
import { randomFrom } from "../../support/runs.ts";

type NodeJson = { type: string; attrs: { id: string }; content: (NodeJson | { type: "text"; text: string })[] };

const words =
  "la commune les communes l’assemblée décide que chacune et chacun peut doit ouvrir une maison du peuple sans argent ni chef et l’eau la terre les forêts ne se vendent pas aujourd’hui ni demain sous mandat révocable".split(
    " ",
  );

/** A tabled text of so many blocks of words, three or four to an article, about 133 characters each. */
export function longText(blocks: number, seed: number): TextNode {
  const random = randomFrom(seed);
  const content: NodeJson[] = [block("title", "t", "Déclaration des communes")];
  let article: NodeJson | null = null;
  for (let i = 0; i < blocks; i++) {
    if (article === null || random() < 0.25) {
      article = {
        type: "article",
        attrs: { id: `a${i}` },
        content: [block("articleTitle", `b${i}`, phrase(random, 6))],
      };
      content.push(article);
    } else article.content.push(block("paragraph", `b${i}`, phrase(random, 32)));
  }
  for (const node of content) {
    if (node.type === "article" && node.content.length === 1)
      node.content.push(block("paragraph", `${node.attrs.id}p`, "Ainsi soit dit."));
  }
  return parsed({ type: "doc", content });
}

/** Amendments as an assembly makes them: mostly a few words of one paragraph, some suppressions, additions, rewritings. */
export function amendmentsOn(base: TextNode, count: number, seed: number): readonly TextNode[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, (_, k) => {
    const doc: { type: string; content: NodeJson[] } = JSON.parse(JSON.stringify(base.toJSON()));
    const articles = doc.content.filter(({ type }) => type === "article");
    const article = articles[Math.floor(random() * articles.length)];
    if (!article) throw new Error("A text without articles");
    const at = 1 + Math.floor(random() * (article.content.length - 1));
    const target = article.content[at];
    if (!target || !("content" in target)) throw new Error("An article without paragraphs");
    const kind = random();
    if (kind < 0.08 && articles.length > 1) doc.content.splice(doc.content.indexOf(article), 1);
    else if (kind < 0.18 && article.content.length > 2) article.content.splice(at, 1);
    else if (kind < 0.3) article.content.splice(at + 1, 0, block("paragraph", `n${k}`, phrase(random, 20)));
    else if (kind < 0.38) target.content = [{ type: "text", text: phrase(random, 30) }];
    else changeWords(target, random, k);
    return parsed(doc);
  });
}

export function changeSetsOf(base: TextNode, amended: readonly TextNode[]): readonly ChangeSet[] {
  return amended.map((text) => {
    const changes = canonicalise(base, text);
    if (!changes.ok) throw new Error(changes.code);
    return changes.value;
  });
}

function changeWords(target: NodeJson, random: () => number, k: number): void {
  const [run] = target.content;
  if (!run || !("text" in run)) return;
  const said = run.text.split(" ");
  const from = Math.floor(random() * said.length);
  said.splice(from, 1 + Math.floor(random() * 4), ...phrase(random, 1 + Math.floor(random() * 4)).split(" "), `(${k})`);
  run.text = said.join(" ");
}

const block = (type: string, id: string, text: string): NodeJson => ({
  type,
  attrs: { id },
  content: [{ type: "text", text }],
});

const phrase = (random: () => number, count: number): string =>
  Array.from({ length: count }, () => words[Math.floor(random() * words.length)] ?? "eau").join(" ");

function parsed(json: unknown): TextNode {
  const doc = parseText(json);
  if (!doc.ok) throw new Error(doc.code);
  return doc.value;
}
