/** How the second verifier reads JSON: as a tree of anything, from which nothing throws. */
import { createHash } from "node:crypto";

export type Tree = null | boolean | number | string | Tree[] | { [key: string]: Tree };
export type Node = { [key: string]: Tree };

export const digest = (text: string): string => createHash("sha256").update(Buffer.from(text, "utf8")).digest("hex");
const sortedKeys = (_: string, value: Tree): Tree =>
  isNode(value)
    ? Object.fromEntries(
        Object.keys(value)
          .sort()
          .map((key) => [key, value[key] ?? null]),
      )
    : value;
export const write = (value: Tree): string => JSON.stringify(value, sortedKeys);
const isNode = (value: Tree | undefined): value is Node =>
  typeof value === "object" && value !== null && !Array.isArray(value);
export const node = (value: Tree | undefined): Node => (isNode(value) ? value : {});
export const nodes = (value: Tree | undefined): Node[] => (Array.isArray(value) ? value.map(node) : []);
export const plain = (value: Tree | undefined): string => (typeof value === "string" ? value : write(value ?? null));
export const read = (text: Tree | undefined): Tree => {
  try {
    return typeof text === "string" ? JSON.parse(text) : null;
  } catch {
    return null;
  }
};
export const same = (a: Tree | undefined, b: Tree | undefined): boolean => write(a ?? null) === write(b ?? null);

export const present = (line: Node): boolean => ["present", "represented"].includes(plain(line["presence"]));

/** Of what may be divided, before and after, and on the same version of the text. */
export const isDivision = (before: Node, now: Node): boolean =>
  [before, now].every((fact) => fact["divisible"] === true) && before["version"] === now["version"];
