import { parseSync, Visitor } from "oxc-parser";

/** What a phone of 2020 would not have: Chrome 87, Safari 14.0 and Firefox 102 are the floor. */

/** Since when: `.name()` is a method of whatever it is called on, `Object.name` one of that object, a name alone a global. */
const newInScripts: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ".at()": "Chrome 92, Safari 15.4",
    ".attachInternals()": "Safari 16.4",
    ".checkVisibility()": "Chrome 105, Safari 17.4",
    ".closeWatcher()": "Chrome 126",
    ".difference()": "Chrome 122, Safari 17",
    ".findLast()": "Chrome 97, Safari 15.4, Firefox 104",
    ".findLastIndex()": "Chrome 97, Safari 15.4, Firefox 104",
    ".formatRange()": "Safari 14.1",
    ".hidePopover()": "Chrome 114, Safari 17",
    ".intersection()": "Chrome 122, Safari 17",
    ".isDisjointFrom()": "Chrome 122, Safari 17",
    ".isSubsetOf()": "Chrome 122, Safari 17",
    ".isSupersetOf()": "Chrome 122, Safari 17",
    ".isWellFormed()": "Chrome 111, Safari 16.4",
    ".randomUUID()": "Chrome 92, Safari 15.4, and never over plain HTTP",
    ".requestSubmit()": "Safari 16",
    ".setHTMLUnsafe()": "Chrome 124, Safari 17.4",
    ".showModal()": "Safari 15.4",
    ".showPicker()": "Chrome 99, Safari 16",
    ".showPopover()": "Chrome 114, Safari 17",
    ".startViewTransition()": "Chrome 111, Safari 18",
    ".throwIfAborted()": "Chrome 100, Safari 15.4",
    ".toBase64()": "Chrome 140, Safari 18.2",
    ".toHex()": "Chrome 140, Safari 18.2",
    ".toReversed()": "Chrome 110, Safari 16, Firefox 115",
    ".toSorted()": "Chrome 110, Safari 16, Firefox 115",
    ".toSpliced()": "Chrome 110, Safari 16, Firefox 115",
    ".toWellFormed()": "Chrome 111, Safari 16.4",
    ".transferControlToOffscreen()": "Safari 16.4",
    ".union()": "Chrome 122, Safari 17",
    ".with()": "Chrome 110, Safari 16, Firefox 115",
    "AbortSignal.any": "Chrome 116, Safari 17.4",
    "AbortSignal.timeout": "Chrome 103, Safari 16",
    "Array.fromAsync": "Chrome 121, Safari 16.4",
    BroadcastChannel: "Safari 15.4",
    CompressionStream: "Safari 16.4",
    CSSLayerBlockRule: "Chrome 99, Safari 15.4",
    DecompressionStream: "Safari 16.4",
    FinalizationRegistry: "Safari 14.1",
    "Intl.DisplayNames": "Safari 14.1",
    "Intl.DurationFormat": "Chrome 129, Safari 16.4",
    "Intl.ListFormat": "Safari 14.1",
    "Intl.Segmenter": "Safari 14.1, Firefox 125",
    "Intl.supportedValuesOf": "Chrome 99, Safari 15.4",
    Iterator: "Chrome 122, Safari 18.4",
    "Map.groupBy": "Chrome 117, Safari 17.4",
    "Object.groupBy": "Chrome 117, Safari 17.4",
    "Object.hasOwn": "Chrome 93, Safari 15.4",
    "Promise.try": "Chrome 128, Safari 18.2",
    "Promise.withResolvers": "Chrome 119, Safari 17.4",
    "RegExp.escape": "Chrome 136, Safari 18.2",
    "Response.json": "Chrome 105, Safari 17",
    Sanitizer: "Chrome 146",
    SharedWorker: "Safari 16",
    Temporal: "Chrome 144",
    "URL.canParse": "Chrome 120, Safari 17",
    "URL.parse": "Chrome 126, Safari 18",
    URLPattern: "Chrome 95, Safari 26",
    WeakRef: "Safari 14.1",
    requestIdleCallback: "not in Safari",
    scheduler: "Chrome 94, not in Safari",
    structuredClone: "Chrome 98, Safari 15.4",
  }),
);

/** Properties whose mere reading says that something is hoped for which the floor does not give. */
const newProperties: ReadonlyMap<string, string> = new Map(
  Object.entries({
    adoptedStyleSheets: "Safari 16.4",
    clipboard: "never over plain HTTP",
    inert: "Chrome 102, Safari 15.5",
    serviceWorker: "never over plain HTTP",
    submitter: "Safari 15.4",
    subtle: "never over plain HTTP",
    wakeLock: "Safari 16.4, and never over plain HTTP",
  }),
);

/** Settings that an older browser passes over in silence. */
const newSettings: ReadonlyMap<string, string> = new Map(
  Object.entries({
    dateStyle: "Safari 14.1",
    dayPeriod: "Chrome 92, Safari 14.1",
    notation: "Safari 14.1",
    signDisplay: "Safari 14.1",
    timeStyle: "Safari 14.1",
  }),
);

/** Everything in a script that the floor cannot run or read, once each, sorted. */
export function tooNewInScript(text: string): readonly string[] {
  const found = new Set<string>();
  const { program, errors } = parseSync("bundle.js", text);
  if (errors[0]) found.add(errors[0].message);
  const look = (name: string): void => {
    const since = newInScripts.get(name);
    if (since) found.add(`${name} (${since})`);
  };
  let functions = 0;
  const enter = (): void => void functions++;
  const leave = (): void => void functions--;
  new Visitor({
    StaticBlock: () => void found.add("a static block (Chrome 94, Safari 16.4)"),
    PropertyDefinition: () => void found.add("a class field (Safari 14.1)"),
    PrivateIdentifier: () => void found.add("a private name (Safari 14.1)"),
    Decorator: () => void found.add("a decorator"),
    FunctionDeclaration: enter,
    "FunctionDeclaration:exit": leave,
    FunctionExpression: enter,
    "FunctionExpression:exit": leave,
    ArrowFunctionExpression: enter,
    "ArrowFunctionExpression:exit": leave,
    AwaitExpression: () => void (functions === 0 && found.add("a top-level await (Chrome 89, Safari 15)")),
    CallExpression({ callee, arguments: given }) {
      if (callee.type !== "MemberExpression" || callee.property.type !== "Identifier" || callee.computed) return;
      look(`.${callee.property.name}()`);
      if (callee.property.name === "addEventListener" && has(given[2], "signal"))
        found.add("a signal that ends a listener (Chrome 88, Safari 15)");
    },
    MemberExpression({ object, property, computed }) {
      if (property.type !== "Identifier" || computed) return;
      if (object.type === "Identifier") look(`${object.name}.${property.name}`);
      const since = newProperties.get(property.name);
      if (since) found.add(`.${property.name} (${since})`);
    },
    Property({ key, computed }) {
      const since = key.type === "Identifier" && !computed ? newSettings.get(key.name) : undefined;
      if (since && key.type === "Identifier") found.add(`${key.name}: (${since})`);
    },
    Identifier: ({ name }) => look(name),
    Literal(literal) {
      if ("regex" in literal)
        expressionFaults(literal.regex.pattern, literal.regex.flags).forEach((one) => found.add(one));
    },
    NewExpression({ callee, arguments: [pattern, flags] }) {
      if (callee.type !== "Identifier" || callee.name !== "RegExp") return;
      expressionFaults(valueOf(pattern), valueOf(flags)).forEach((one) => found.add(one));
    },
  }).visit(program);
  return [...found].toSorted();
}

/** Whether it is written as an object with a property of that name. */
const has = (node: unknown, name: string): boolean =>
  JSON.stringify(node ?? null).includes(`"key":{"type":"Identifier","name":"${name}"`);

const valueOf = (node: unknown): string => {
  const value: unknown = typeof node === "object" && node !== null ? Reflect.get(node, "value") : null;
  return typeof value === "string" ? value : "";
};

/** Safari 14 cannot parse a lookbehind: the whole script is lost with it. */
function expressionFaults(pattern: string, flags: string): readonly string[] {
  return [
    ...(/\(\?<[=!]/.test(pattern) ? ["a lookbehind (Safari 16.4)"] : []),
    ...(/\(\?[ims]*-?[ims]*:/.test(pattern.replaceAll("(?:", "")) ? ["a modifier in an expression (Chrome 125)"] : []),
    ...(flags.includes("v") ? ["the flag v (Chrome 112, Safari 17)"] : []),
    ...(flags.includes("d") ? ["the flag d (Chrome 90, Safari 15)"] : []),
  ];
}
