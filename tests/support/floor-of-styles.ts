/** What the floor (Chrome 87, Safari 14.0, Firefox 102) does not know in a style sheet, and since when others do. */

const selectors: readonly (readonly [RegExp, string])[] = [
  [/:has\(/, ":has() (Chrome 105, Safari 15.4, Firefox 121)"],
  [/:is\(/, ":is() (Chrome 88)"],
  [/:where\(/, ":where() (Chrome 88)"],
  [/:dir\(/, ":dir() (Chrome 120, Safari 16.4)"],
  [/:not\([^()]*,/, ":not() with a list (Chrome 88)"],
  [/:nth-(?:last-)?child\([^()]* of /, ":nth-child(… of …) (Chrome 111)"],
  [/:(?:popover-open|modal|user-valid|user-invalid|open)\b/, "a state of the page that came later"],
  [/&/, "nesting (Chrome 112, Safari 16.5, Firefox 117)"],
  [/:focus-visible.*,|,.*:focus-visible/, ":focus-visible in a list, which Safari 14 drops whole (Safari 15.4)"],
];

const properties: ReadonlyMap<string, string> = new Map([
  ["accent-color", "Chrome 93, Safari 15.4"],
  ["aspect-ratio", "Chrome 88, Safari 15"],
  ["border-block", "Safari 14.1"],
  ["border-inline", "Safari 14.1"],
  ["border-start-start-radius", "Chrome 89, Safari 15"],
  ["container", "Chrome 105, Safari 16"],
  ["content-visibility", "Chrome 85, Safari 18"],
  ["field-sizing", "Chrome 123"],
  ["inset", "Safari 14.1"],
  ["inset-block", "Safari 14.1"],
  ["inset-block-end", "Safari 14.1"],
  ["inset-block-start", "Safari 14.1"],
  ["inset-inline", "Safari 14.1"],
  ["inset-inline-end", "Safari 14.1"],
  ["inset-inline-start", "Safari 14.1"],
  ["margin-block", "Safari 14.1"],
  ["margin-inline", "Safari 14.1"],
  ["padding-block", "Safari 14.1"],
  ["padding-inline", "Safari 14.1"],
  ["rotate", "Chrome 104, Safari 14.1"],
  ["scale", "Chrome 104, Safari 14.1"],
  ["scroll-timeline", "Chrome 115"],
  ["scrollbar-gutter", "Chrome 94, Safari 18.2"],
  ["translate", "Chrome 104, Safari 14.1"],
]);

/** Of a whole declaration. */
const values: readonly (readonly [RegExp, string])[] = [
  [/^text-decoration:.*\d/, "a thickness within text-decoration, which then is dropped whole (Chrome 89)"],
  [/\d(?:d|s|l)v(?:h|w|i|b|min|max)\b/, "a small, large or dynamic viewport (Chrome 108, Safari 15.4)"],
  [/\dc(?:q[whib]|qmin|qmax)\b/, "a unit of a container (Chrome 105, Safari 16)"],
  [/\d(?:lh|rlh|cap|ic)\b/, "a unit of lines (Chrome 109, Safari 16.4)"],
  [/color-mix\(|oklch\(|oklab\(|\blab\(|\blch\(|light-dark\(|color\(/, "a colour that came later"],
  [/subgrid/, "subgrid (Chrome 117, Safari 16)"],
  [/\b(?:round|mod|rem|sin|cos|sqrt|pow)\(/, "a function of numbers that came later"],
];

const rules: readonly (readonly [RegExp, string])[] = [
  [/^@layer\b/, "@layer (Chrome 99, Safari 15.4)"],
  [/^@container\b/, "@container (Chrome 105, Safari 16)"],
  [/^@property\b/, "@property (Safari 16.4)"],
  [/^@scope\b/, "@scope (Chrome 118)"],
  [/^@starting-style\b/, "@starting-style (Chrome 117)"],
  [/^@media[^{]*[<>]/, "a range of widths (Chrome 104, Safari 16.4)"],
];

interface Rule {
  readonly selector: string;
  readonly declarations: readonly (readonly [property: string, value: string])[];
}

/** Everything in a style sheet that the floor passes over, once each, sorted. What `@supports` asks for first is let through. */
export function tooNewInStyle(text: string): readonly string[] {
  const found = new Set<string>();
  const asked = withoutQuestions(text.replace(/\/\*[\s\S]*?\*\//g, ""));
  for (const [at] of asked.matchAll(/@[^{;]+/g))
    for (const [fault, since] of rules) if (fault.test(at)) found.add(since);
  for (const { selector, declarations } of rulesIn(asked)) {
    for (const [fault, since] of selectors)
      if (fault.test(withoutLanguages(selector))) found.add(`${since}: ${selector}`);
    for (const [index, [property, value]] of declarations.entries()) {
      const since = properties.get(property);
      if (since) found.add(`${property} (${since}): ${selector}`);
      const before = declarations.slice(0, index).some(([name]) => name === property);
      for (const [fault, later] of values)
        if (!before && fault.test(`${property}:${value}`)) found.add(`${later}: ${selector}`);
    }
  }
  return [...found].toSorted();
}

/** The selectors of flexible boxes with a gap: Safari 14.0 sets their parts side by side without one. */
export const gapsInFlex = (text: string): readonly string[] =>
  rulesIn(withoutQuestions(text.replace(/\/\*[\s\S]*?\*\//g, "")))
    .filter(({ declarations }) => declarations.some(([name, value]) => name === "display" && value.endsWith("flex")))
    .filter(({ declarations }) => declarations.some(([name]) => /^(?:column-|row-)?gap$/.test(name)))
    .flatMap(({ selector }) => selector.split(",").map((one) => one.trim()));

function rulesIn(text: string): readonly Rule[] {
  return [...text.matchAll(/([^{}@;]+)\{([^{}]*)\}/g)].map(([, selector = "", body = ""]) => ({
    selector: selector.trim(),
    declarations: body
      .split(";")
      .map((one) => one.split(":"))
      .flatMap(([name = "", ...value]) => (name.trim() === "" ? [] : [[name.trim(), value.join(":").trim()] as const])),
  }));
}

/** Without the blocks of `@supports`: a browser that does not know what is asked passes them over. */
function withoutQuestions(text: string): string {
  const start = text.indexOf("@supports");
  if (start === -1) return text;
  let depth = 0;
  let end = text.indexOf("{", start);
  do {
    if (text[end] === "{") depth++;
    if (text[end] === "}") depth--;
    end++;
  } while (depth > 0 && end < text.length);
  return text.slice(0, start) + withoutQuestions(text.slice(end));
}

/** The bundler writes a side of the page three times, by language; the oldest browsers read the one with `-webkit-any`. */
const withoutLanguages = (selector: string): string => selector.replace(/:is\((?::lang\([a-z]+\),?)+\)/g, "");
