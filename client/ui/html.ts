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
 * wherever they stand. An attribute's hole must be quoted (`href="${x}"`), and `?name="${x}"` writes the attribute `name`
 * when x is true and nothing when it is not.
 */
export function html(strings: TemplateStringsArray, ...holes: readonly Hole[]): Html {
  let markup = strings[0] ?? "";
  for (let index = 0; index < holes.length; index += 1) {
    const next = strings[index + 1] ?? "";
    const optional = optionalAttribute.exec(markup);
    if (optional && next.startsWith('"')) {
      markup = markup.slice(0, optional.index) + (holes[index] ? ` ${optional[1]}` : "") + next.slice(1);
    } else {
      markup += draw(holes[index]) + next;
    }
  }
  return new Html(markup);
}

const optionalAttribute = /\s\?([a-z-]+)="$/u;

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
