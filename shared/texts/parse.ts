import { Node } from "prosemirror-model";
import { Step } from "prosemirror-transform";

import { isStorableText } from "../journal/index.ts";
import { limits } from "../limits.ts";
import { ok, refuse, type Refused, type Result } from "../refusals.ts";
import { inspectText } from "./inspect.ts";
import { badLinkMessage, textSchema, type TextNode } from "./schema.ts";

/**
 * The steps of a push, out of unknown JSON. What they do to a text is not known yet: only their own form is right, their
 * links are allowed ones and their words can be stored. Refuses bad-step, bad-link, malformed (U+0000, unpaired
 * surrogates) and too-large.
 */
export function parseSteps(input: unknown): Result<readonly Step[]> {
  if (!Array.isArray(input) || input.length === 0) return refuse("bad-step");
  if (input.length > limits.stepsPerPush) return refuse("too-large");
  const steps: Step[] = [];
  for (const json of input) {
    if (!isKnownStep(json)) return refuse("bad-step");
    const step = parsed(() => Step.fromJSON(textSchema, json));
    if (!step.ok) return step;
    steps.push(step.value);
  }
  return hasOnlyStorableText(input) ? ok(steps) : refuse("malformed");
}

/** A whole text out of unknown JSON: of the schema, within the limits, every block with an id of its own. */
export function parseText(input: unknown): Result<TextNode> {
  if (!hasOnlyStorableText(input)) return refuse("malformed");
  const doc = parsed(() => Node.fromJSON(textSchema, input));
  if (!doc.ok) return doc;
  if (doc.value.type !== textSchema.topNodeType) return refuse("bad-step");
  const fault = inspectText(doc.value);
  if (fault !== null) return refuse(fault);
  return hasUniqueIds(doc.value) ? doc : refuse("bad-step");
}

const positions: ReadonlyMap<unknown, readonly string[]> = new Map([
  ["replace", ["from", "to"]],
  ["replaceAround", ["from", "to", "gapFrom", "gapTo", "insert"]],
  ["addMark", ["from", "to"]],
  ["removeMark", ["from", "to"]],
  ["attr", ["pos"]],
]);

const editableAttributes: readonly unknown[] = ["id", "ordered"];

/** `Step.fromJSON` takes any number for a position and any step ever registered: neither may enter. */
function isKnownStep(json: unknown): boolean {
  if (!isRecord(json)) return false;
  if (json["stepType"] === "markSet") return isMarkSet(json["steps"]);
  const fields = positions.get(json["stepType"]);
  if (!fields?.every((field) => isPosition(json[field]))) return false;
  if (json["stepType"] === "attr" && !editableAttributes.includes(json["attr"])) return false;
  const slice = json["slice"];
  if (slice === undefined || slice === null) return true;
  return isRecord(slice) && [slice["openStart"] ?? 0, slice["openEnd"] ?? 0].every(isPosition);
}

/** Several marks set or removed at once: what undoing a formatting makes. */
const isMarkSet = (steps: unknown): boolean =>
  Array.isArray(steps) &&
  steps.length <= limits.stepsPerPush &&
  steps.every((step) => isRecord(step) && markSteps.includes(step["stepType"]) && isKnownStep(step));

const markSteps: readonly unknown[] = ["addMark", "removeMark"];

const isPosition = (value: unknown): boolean => typeof value === "number" && Number.isSafeInteger(value) && value >= 0;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function parsed<T>(parse: () => T): Result<T> {
  try {
    return ok(parse());
  } catch (fault) {
    return faultOf(fault);
  }
}

const faultOf = (fault: unknown): Refused =>
  refuse(fault instanceof RangeError && fault.message === badLinkMessage ? "bad-link" : "bad-step");

/** Walks without recursion: a message may be nested as deep as its size allows. */
function hasOnlyStorableText(input: unknown): boolean {
  const waiting: unknown[] = [input];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value === "string" && !isStorableText(value)) return false;
    if (typeof value !== "object" || value === null) continue;
    for (const member of Object.values(value)) waiting.push(member);
  }
  return true;
}

function hasUniqueIds(doc: TextNode): boolean {
  const seen = new Set<unknown>();
  let unique = true;
  doc.descendants((node) => {
    if (node.isText) return;
    const id: unknown = node.attrs["id"];
    if (id === "" || seen.has(id)) unique = false;
    seen.add(id);
  });
  return unique;
}
