import type { Token } from "./change.ts";
import { parseMarks } from "./tokens.ts";

const forms = ["strong", "unstrong", "em", "unem", "link", "unlink", "relink"] as const;

/** What words become: bold or no more so, in italics or not, with a link, without, or with another one. */
export type Form = (typeof forms)[number];

/** Of two spellings of the same words: each form that changes somewhere among them, once, in one order. */
export function formsOf(was: readonly Token[], is: readonly Token[]): readonly Form[] {
  const [before, after] = [was.flatMap(looksOfSigns), is.flatMap(looksOfSigns)];
  const found = new Set(after.flatMap((look, k) => between(before[k] ?? plain, look)));
  return forms.filter((form) => found.has(form));
}

interface Look {
  readonly strong: boolean;
  readonly em: boolean;
  readonly href: string | null;
}

const plain: Look = { strong: false, em: false, href: null };

/** The look of each of its signs; an inline atom is one. */
function looksOfSigns({ text, marks, node }: Token): readonly Look[] {
  const found = parseMarks(marks);
  const href: unknown = found.find(({ type }) => type.name === "link")?.attrs["href"];
  const look = {
    strong: found.some(({ type }) => type.name === "strong"),
    em: found.some(({ type }) => type.name === "em"),
    href: typeof href === "string" ? href : null,
  };
  return Array.from({ length: node ? 1 : text.length }, () => look);
}

function between(was: Look, is: Look): readonly Form[] {
  const changed: Form[] = [];
  if (was.strong !== is.strong) changed.push(is.strong ? "strong" : "unstrong");
  if (was.em !== is.em) changed.push(is.em ? "em" : "unem");
  if (was.href !== is.href) changed.push(was.href === null ? "link" : is.href === null ? "unlink" : "relink");
  return changed;
}
