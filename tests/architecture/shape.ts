import type { Source, SyntaxNode } from "./source.ts";

const longestFileLines = 400;

/** The verifier is to be read whole by somebody who trusts nobody. */
const longestVerifierLines = 300;

/** Only what reads the world from outside may have these; the shared model gets time and chance as arguments. */
const worldly = new Set([
  "process",
  "console",
  "fetch",
  "window",
  "document",
  "navigator",
  "localStorage",
  "setTimeout",
  "setInterval",
  "setImmediate",
  "queueMicrotask",
  "crypto",
  "performance",
]);

/** What is wrong with one file's form, one sentence each. */
export function shapeViolations(source: Source): readonly string[] {
  const longest = source.path === "scripts/verify.ts" ? longestVerifierLines : longestFileLines;
  const tooLong = source.lines > longest ? [`has ${source.lines} lines, more than ${longest}`] : [];
  const found = source.nodes.flatMap((node) => {
    const wrong = wrongNode(source.path, node);
    return wrong === null ? [] : [wrong];
  });
  return [...new Set([...tooLong, ...found])].map((wrong) => `${source.path} ${wrong}`);
}

function wrongNode(path: string, node: SyntaxNode): string | null {
  if (node.type === "ExportDefaultDeclaration" && !path.endsWith(".config.ts")) return "has a default export";
  if (node.type === "ExportAllDeclaration") return "exports everything of another file (name each export)";
  if (node.type === "TSEnumDeclaration") return "has an enum";
  if (node.type === "Decorator") return "has a decorator (the bundler does not lower them: a blank page)";
  if (!path.startsWith("tests/") && makesWarrant(node) && path !== "shared/plenary/warrant.ts") {
    return "makes a warrant: only plenary does, from a conclusion";
  }
  if (path.startsWith("client/") && namesHost(node)) return "names another host: nothing is loaded from elsewhere";
  if (path.startsWith("shared/")) return worldlyNode(node);
  return null;
}

/** What adopts or rejects an amendment comes from a ballot alone. */
const makesWarrant = (node: SyntaxNode): boolean =>
  node.type === "NewExpression" && nameOf(node["callee"]) === "Warrant";

/** The names of XML namespaces look like addresses and are never fetched. */
function namesHost(node: SyntaxNode): boolean {
  const text = textOf(node);
  return (
    text !== null && /(?:\b(?:https?|wss?):)?\/\/[a-z0-9-]+\.[a-z]/i.test(text.replaceAll("http://www.w3.org/", ""))
  );
}

export function textOf(node: SyntaxNode): string | null {
  if (node.type === "Literal" && typeof node["value"] === "string") return node["value"];
  if (node.type !== "TemplateElement") return null;
  const { value } = node;
  const raw: unknown = typeof value === "object" && value !== null ? Reflect.get(value, "raw") : null;
  return typeof raw === "string" ? raw : null;
}

function worldlyNode(node: SyntaxNode): string | null {
  if (node.type === "CallExpression" && isGlobal(node["callee"])) return `calls ${nameOf(node["callee"])}`;
  if (node.type === "NewExpression" && nameOf(node["callee"]) === "Date" && isEmpty(node["arguments"])) {
    return "reads the clock (new Date())";
  }
  if (node.type !== "MemberExpression") return null;
  const name = `${nameOf(node["object"])}.${nameOf(node["property"])}`;
  if (name === "Date.now" || name === "Math.random") return `uses ${name}: time and chance come as arguments`;
  return isGlobal(node["object"]) ? `uses ${name}: shared has no clock, no chance, no I/O` : null;
}

const isGlobal = (node: unknown): boolean => worldly.has(nameOf(node));
const isEmpty = (list: unknown): boolean => Array.isArray(list) && list.length === 0;

function nameOf(node: unknown): string {
  if (typeof node !== "object" || node === null || Reflect.get(node, "type") !== "Identifier") return "";
  const name: unknown = Reflect.get(node, "name");
  return typeof name === "string" ? name : "";
}
