import { posix } from "node:path";

import { targetOf, type Source } from "./source.ts";

/** The rooms in their line: a room imports only from rooms on its left. */
const line = ["journal", "people", "texts", "ballots", "amendments", "plenary", "declarations"];

/** What `shared` may use of others: pure code that runs in a browser as well. */
const packagesOfShared = /^(?:prosemirror-(?:model|transform|state|collab)|@noble\/hashes(?:\/.*)?|#sha256)$/;

/** The one door from the server to the client: the templates of the pages (docs/adr/0001). */
const door = { from: "server/http/draw.ts", to: "client/pages/index.ts" };

/** What the verifier loads when it is asked to redo the acts, and only then. */
const replay = "scripts/verify-replay.ts";

/** What is wrong with one file's imports, one sentence each. */
export function importViolations(source: Source): readonly string[] {
  return source.imports.flatMap((imported) => {
    const target = targetOf(source.path, imported);
    const wrong = target === null ? wrongPackage(source.path, imported) : wrongTarget(source.path, target);
    return wrong === null ? [] : [`${source.path} imports ${imported}: ${wrong}`];
  });
}

function wrongPackage(path: string, name: string): string | null {
  const side = sideOf(path);
  if (side === "shared" && !packagesOfShared.test(name)) return "shared has no I/O and no browser, only pure packages";
  if (side === "client" && name.startsWith("node:")) return "a browser has no node: modules";
  if (path === "scripts/verify.ts" && !name.startsWith("node:")) return "the verifier stands alone";
  return null;
}

function wrongTarget(path: string, target: string): string | null {
  if (path === "scripts/verify.ts") return target === replay ? null : "the verifier stands alone";
  const from = sideOf(path);
  const to = sideOf(target);
  if (from === null || to === null) return from === null ? null : "leads out of shared, server and client";
  if (path === door.from && target === door.to) return null;
  if (from !== to && to !== "shared") return `client → shared ← server, and ${from} does not reach into ${to}`;
  if (isInside(target, folderOf(path))) return null;
  if (from === "client" && target.endsWith(".css")) return null;
  if (folderOf(target) !== to && posix.basename(target) !== "index.ts") {
    return `neighbours go through ${folderOf(target)}/index.ts`;
  }
  return wrongRoom(path, target);
}

function wrongRoom(path: string, target: string): string | null {
  if (isView(target) && sideOf(path) !== "shared") return null;
  const from = placeInLine(path);
  const to = placeInLine(target);
  if (from === null || to === null || to <= from) return null;
  return `a room imports only from rooms on its left (${line.join(" ← ")})`;
}

/** What pages show is typed in shared, on the right of its rooms; every room of server and client gives or draws its own. */
const isView = (path: string): boolean => folderOf(path) === "shared/views";

/** Null for what stands beside the rooms. */
function placeInLine(path: string): number | null {
  const folder = folderOf(path);
  if (isView(path)) return line.length;
  const place = line.indexOf(posix.basename(folder));
  return place === -1 ? null : place;
}

/** `server/people` for a file in it or below; `server` for a file that stands directly in server/. */
function folderOf(path: string): string {
  const [side = "", folder = "", ...rest] = path.split("/");
  return rest.length === 0 ? side : `${side}/${folder}`;
}

/** Within one folder files know each other; those that stand directly in a side are nobody's inside. */
function isInside(target: string, folder: string): boolean {
  return folder.includes("/") && folderOf(target) === folder;
}

function sideOf(path: string): "shared" | "server" | "client" | null {
  const side = path.split("/")[0];
  return side === "shared" || side === "server" || side === "client" ? side : null;
}

/** Files that a journey reaches and must not: it touches only pages, as people do. */
export function journeyViolations(sources: ReadonlyMap<string, Source>): readonly string[] {
  const violations: string[] = [];
  const seen = new Set<string>();
  const visit = (path: string, by: string): void => {
    if (sideOf(path) !== null) violations.push(`${by} imports ${path}: a journey touches only pages`);
    if (sideOf(path) !== null || seen.has(path)) return;
    seen.add(path);
    for (const imported of sources.get(path)?.imports ?? []) {
      const target = targetOf(path, imported);
      if (target !== null) visit(target, path);
    }
  };
  for (const path of sources.keys()) {
    if (path.startsWith("tests/journeys/")) visit(path, path);
  }
  return violations;
}
