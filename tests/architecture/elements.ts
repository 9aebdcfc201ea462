import { posix } from "node:path";

import { targetOf, type Source, type SyntaxNode } from "./source.ts";
import { textOf } from "./shape.ts";

/** What an element may not know: the pages around it, the network, what travels over it (docs/adr/0010). */
const notForElements = /^(?:client\/(?:connection|enhance|entries|page|pages)\/|shared\/protocol\.ts$)/;

const isElement = (path: string): boolean => path.startsWith("client/") && posix.dirname(path).endsWith("/elements");

const isLit = (imported: string): boolean => imported === "lit" || imported.startsWith("lit/");

/** Lit draws elements and nothing else, and an element knows neither address nor message. One sentence each. */
export function elementViolations(source: Source): readonly string[] {
  const { path, imports, nodes } = source;
  if (!isElement(path)) {
    const lit = path.startsWith("tests/") ? [] : imports.filter(isLit);
    return lit.map((imported) => `${path} imports ${imported}: only an element is drawn by Lit`);
  }
  const reached = imports.filter((imported) => notForElements.test(targetOf(path, imported) ?? ""));
  return [
    ...reached.map((imported) => `${path} imports ${imported}: an element knows no page and no message`),
    ...(nodes.some(isAddress) ? [`${path} names an address: an element knows none`] : []),
  ];
}

/** `/r/…`, alone or as the value of an attribute. */
const isAddress = (node: SyntaxNode): boolean => /(?:^|=["']?)\/[a-z]/.test(textOf(node) ?? "");

/** The server draws the pages: nothing that they reach is drawn by Lit. */
export function pageViolations(sources: ReadonlyMap<string, Source>): readonly string[] {
  const violations: string[] = [];
  const seen = new Set<string>();
  const visit = (path: string): void => {
    if (seen.has(path)) return;
    seen.add(path);
    if (isElement(path)) violations.push(`${path} is reached from the pages, which the server draws without Lit`);
    for (const imported of sources.get(path)?.imports ?? []) {
      const target = targetOf(path, imported);
      if (target !== null) visit(target);
    }
  };
  visit("client/pages/index.ts");
  return violations;
}
