import { choices } from "./choice.ts";

/**
 * A vote of several, said apart: `for*2,against*1`, in the order of the answers, each once and at least 1. Null when it
 * is not that, says one thing only, or does not add up to the votes that there are.
 */
export function readSplit(said: string, weight: number): string | null {
  const parts = new Map(said.split(",").map((part) => [part.split("*")[0] ?? "", part]));
  const written = choices.flatMap((choice) => parts.get(choice) ?? []).join(",");
  const apart = partsOf(said, 0);
  const sum = apart.reduce((total, [, votes]) => total + votes, 0);
  return isSplit(said) && said === written && apart.length > 1 && sum === weight ? said : null;
}

/** What a vote of this weight adds to the count: all of it to what it says, or what it says of each part. */
export const partsOf = (said: string, weight: number): readonly (readonly [said: string, weight: number])[] =>
  isSplit(said)
    ? said.split(",").map((part) => [part.split("*")[0] ?? "", Number(part.split("*")[1])] as const)
    : [[said, weight]];

const isSplit = (said: string): boolean => split.test(said);

const split = /^[A-Za-z]+\*[1-9]\d{0,5}(?:,[A-Za-z]+\*[1-9]\d{0,5})*$/u;
