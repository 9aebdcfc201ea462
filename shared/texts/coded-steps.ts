/**
 * Steps as they travel (docs/protocol.md, "Steps"): most are words typed or erased, and say no more than where and which.
 * `[at, "words"]` inserts plain words, `[from, to]` erases, `[from, to, "words"]` replaces; any other step is its own JSON.
 */
export type CodedStep =
  | readonly [at: number, words: string]
  | readonly [from: number, to: number]
  | readonly [from: number, to: number, words: string]
  | object;

export const codeSteps = (steps: readonly unknown[]): readonly CodedStep[] => steps.map(codeStep);

/** What `codeSteps` made, as JSON of steps again; what is no coded step is left as it is, for the parser to refuse. */
export const decodeSteps = (coded: readonly unknown[]): readonly unknown[] => coded.map(decodeStep);

function codeStep(step: unknown): CodedStep {
  if (typeof step !== "object" || step === null) throw new Error("A step is an object");
  const { stepType, from, to, slice, ...rest } = fieldsOf(step);
  if (stepType !== "replace" || typeof from !== "number" || typeof to !== "number") return step;
  if (Object.keys(rest).length > 0) return step;
  if (slice === undefined) return [from, to];
  const words = plainWords(slice);
  if (words === null) return step;
  return from === to ? [from, words] : [from, to, words];
}

/** The words of a slice that is one run of plain words and nothing else. */
function plainWords(slice: unknown): string | null {
  const { content, ...open } = fieldsOf(slice);
  if (Object.keys(open).length > 0 || !Array.isArray(content) || content.length !== 1) return null;
  const { type, text, ...more } = fieldsOf(content[0]);
  return type === "text" && typeof text === "string" && Object.keys(more).length === 0 ? text : null;
}

function decodeStep(coded: unknown): unknown {
  if (!Array.isArray(coded)) return coded;
  const [from, second, third]: readonly unknown[] = coded;
  if (coded.length === 2 && typeof second === "string") return replaced(from, from, second);
  if (coded.length === 2) return { stepType: "replace", from, to: second };
  return coded.length === 3 && typeof third === "string" ? replaced(from, second, third) : coded;
}

const replaced = (from: unknown, to: unknown, text: string): object => ({
  stepType: "replace",
  from,
  to,
  slice: { content: [{ type: "text", text }] },
});

const fieldsOf = (value: unknown): { readonly [key: string]: unknown } =>
  typeof value === "object" && value !== null ? { ...value } : {};
