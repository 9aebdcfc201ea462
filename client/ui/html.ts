/** What a template gives: markup that is already safe. Only `html` makes one, so a string from outside is never markup. */
export class Html {
  readonly markup: string;
  constructor(markup: string) {
    this.markup = markup;
  }
}

/** What may stand in a hole of a template. Nothing is shown for null, undefined and false; a list is shown in order. */
export type Hole = Html | string | number | boolean | null | undefined | readonly Hole[];

/**
 * The one tag of every page, on the server and in the browser: a pure function from values to markup. Words are escaped
 * wherever they stand. An attribute is quoted (`href="${x}"`); when its whole value is null, undefined or false, it is left
 * out. `?name="${x}"` writes the bare attribute `name` when x is true.
 */
export function html(strings: TemplateStringsArray, ...holes: readonly Hole[]): Html {
  const parts = withoutIndents(strings);
  let markup = parts[0] ?? "";
  for (let index = 0; index < holes.length; index += 1) {
    const hole = holes[index];
    const next = parts[index + 1] ?? "";
    const whole = next.startsWith('"') ? wholeAttribute.exec(markup) : null;
    if (whole?.[1] === "?") {
      markup = markup.slice(0, whole.index) + (hole ? ` ${whole[2]}` : "") + next.slice(1);
    } else if (whole && (hole === null || hole === undefined || hole === false)) {
      markup = markup.slice(0, whole.index) + next.slice(1);
    } else {
      markup += draw(hole) + next;
    }
  }
  return new Html(markup);
}

const known = new WeakMap<TemplateStringsArray, readonly string[]>();

/** The indentation of the source is not sent: a line's end and what follows it is one line feed. */
function withoutIndents(strings: TemplateStringsArray): readonly string[] {
  const before = known.get(strings);
  if (before) return before;
  const parts = strings.map((part) => part.replace(/\s*\n\s*/gu, "\n"));
  known.set(strings, parts);
  return parts;
}

const wholeAttribute = /\s(\??)([a-z-]+)="$/u;

function draw(hole: Hole): string {
  if (hole === null || hole === undefined || typeof hole === "boolean") return "";
  if (hole instanceof Html) return hole.markup;
  if (isList(hole)) return hole.map(draw).join("");
  return escapeWords(String(hole));
}

const isList = (hole: Hole): hole is readonly Hole[] => Array.isArray(hole);

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escapeWords = (words: string): string => words.replace(/[&<>"']/gu, (sign) => escapes[sign] ?? sign);

/** A value for the browser to read, inside `<script type="application/json">`: `<` is written so that no tag can end it. */
export const jsonForScript = (value: unknown): Html =>
  new Html(
    JSON.stringify(value).replace(
      /[<\u2028\u2029]/gu,
      (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
    ),
  );
