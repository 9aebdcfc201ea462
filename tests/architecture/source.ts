import { globSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";

import { parseSync } from "oxc-parser";

/** Files by their path from the root of the project, `server/http/draw.ts`. */
export type Sources = ReadonlyMap<string, string>;

/** What the rules look at in one TypeScript file. */
export interface Source {
  readonly path: string;
  readonly lines: number;
  /** Each module that is named by an import, an export-from, an `import()` or an `import()` type, as it was written. */
  readonly imports: readonly string[];
  /** Every node of the syntax tree, with its type. */
  readonly nodes: readonly SyntaxNode[];
}

export interface SyntaxNode {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** Every TypeScript file of the house as it lies there, whether committed or not. */
export function sourcesOfTheHouse(root: string): Sources {
  const patterns = ["{shared,server,client,scripts,tests}/**/*.ts", "*.ts"];
  const paths = globSync(patterns, { cwd: root }).map((path) => path.replaceAll("\\", "/"));
  return new Map(paths.toSorted().map((path) => [path, readFileSync(join(root, path), "utf8")]));
}

/** Throws when the file cannot be parsed: a file that was not understood was not checked. */
export function parseSource(path: string, text: string): Source {
  const { program, errors } = parseSync(path, text);
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`);
  const nodes: SyntaxNode[] = [];
  collect(program, nodes);
  return { path, lines: text.trimEnd().split("\n").length, imports: nodes.flatMap(importedBy), nodes };
}

const importing = new Set([
  "ImportDeclaration",
  "ExportNamedDeclaration",
  "ExportAllDeclaration",
  "ImportExpression",
  "TSImportType",
]);

function importedBy(node: SyntaxNode): readonly string[] {
  if (!importing.has(node.type)) return [];
  const named = isNode(node["source"]) ? node["source"]["value"] : undefined;
  return typeof named === "string" ? [named] : [];
}

function collect(value: unknown, nodes: SyntaxNode[]): void {
  if (Array.isArray(value)) {
    for (const item of value) collect(item, nodes);
    return;
  }
  if (!isObject(value)) return;
  if (isNode(value)) nodes.push(value);
  for (const child of Object.values(value)) collect(child, nodes);
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

const isNode = (value: unknown): value is SyntaxNode => isObject(value) && typeof value["type"] === "string";

/** The path of the file that a relative import leads to; null for a package. */
export function targetOf(path: string, imported: string): string | null {
  return imported.startsWith(".") ? posix.normalize(posix.join(posix.dirname(path), imported)) : null;
}
