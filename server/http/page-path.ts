import type { PageDefinition } from "./page.ts";

export interface FoundPage {
  readonly definition: PageDefinition;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
}

/**
 * Finds the page that a path within the gathering names (`/textes/3?version=2`), as the router would: a fixed segment
 * outranks a named one. Null when there is none.
 */
export function findPage(pages: readonly PageDefinition[], path: string): FoundPage | null {
  const [bare = "", ...queries] = path.split("?");
  const wanted = segments(bare);
  const found = pages
    .map((definition) => ({ definition, params: matchSegments(segments(definition.path), wanted) }))
    .filter(
      (candidate): candidate is { definition: PageDefinition; params: Record<string, string> } =>
        candidate.params !== null,
    )
    .sort((a, b) => Object.keys(a.params).length - Object.keys(b.params).length)[0];
  if (!found) return null;
  return { ...found, query: Object.fromEntries(new URLSearchParams(queries.join("?"))) };
}

const segments = (path: string): readonly string[] => path.split("/").filter((segment) => segment !== "");

function matchSegments(pattern: readonly string[], path: readonly string[]): Record<string, string> | null {
  if (pattern.length !== path.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const given = decodeSegment(path[index] ?? "");
    if (given === null) return null;
    if (part.startsWith(":")) params[part.slice(1)] = given;
    else if (part !== given) return null;
  }
  return params;
}

function decodeSegment(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}
