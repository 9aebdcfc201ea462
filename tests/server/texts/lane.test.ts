import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { OpenText } from "../../../server/texts/open-text.ts";
import type { Frame } from "../../../server/texts/index.ts";
import {
  commitAtHead,
  emptyHistory,
  extendHistory,
  parseSteps,
  type TextHistory,
} from "../../../shared/texts/index.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] }));
afterEach(() => void vi.useRealTimers());

test("LIVE-15 who writes is told at once and commit by commit; who reads, of all that came in a pause by one frame", () => {
  const text = new OpenText("g1", emptyHistory("t"), 150);
  const [writer, reader] = [follow(text, true), follow(text, false)];
  for (const words of ["un", "deux", "trois"]) type(text, words);
  expect(writer.map(summary)).toEqual(["commits 0+0", "commits 0+1", "commits 1+1", "commits 2+1"]);
  // Whoever joins is answered; what comes right after waits for the end of the pause.
  expect(reader.map(summary)).toEqual(["steps 0-0"]);
  vi.advanceTimersByTime(149);
  expect(reader).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(reader.slice(1).map(summary)).toEqual(["steps 0-3"]);
  vi.advanceTimersByTime(1_000);
  type(text, "quatre");
  expect(reader.slice(2).map(summary)).toEqual(["steps 3-4"]);
});

test("LIVE-15 whoever joins within a pause is told nothing twice, and the others nothing late", () => {
  const text = new OpenText("g1", emptyHistory("t"), 150);
  const first = follow(text, false);
  type(text, "un");
  const second = follow(text, false);
  type(text, "deux");
  vi.advanceTimersByTime(150);
  expect(first.map(summary)).toEqual(["steps 0-0", "steps 0-1", "steps 1-2"]);
  expect(second.map(summary)).toEqual(["steps 1-1", "steps 1-2"]);
});

test("LIVE-15 a text drawn for one is told to the next with what came since, and drawn anew after some time", () => {
  const text = new OpenText("g1", emptyHistory("t"), 150);
  type(text, "un");
  const first = follow(text, false, null);
  type(text, "deux");
  const second = follow(text, false, null);
  expect(second.map(summary)).toEqual(["snapshot 1", "steps 1-2"]);
  expect(second[0]).toBe(first[0]);
  for (let i = 0; i < 60; i++) type(text, "mot");
  expect(follow(text, false, null).map(summary)).toEqual(["snapshot 62"]);
});

test("LIVE-15 what waits is told to nobody once the text was restored under it", () => {
  const text = new OpenText("g1", emptyHistory("t"), 150);
  const reader = follow(text, false);
  type(text, "un");
  text.stop();
  vi.advanceTimersByTime(1_000);
  expect(reader.map(summary)).toEqual(["steps 0-0"]);
});

function follow(text: OpenText, writes: boolean, version: number | null = text.history.version): Frame[] {
  const frames: Frame[] = [];
  text.join({ writes, tell: (frame) => void frames.push(frame) }, version);
  return frames;
}

function type(text: OpenText, words: string): void {
  const steps = parseSteps([
    { stepType: "replace", from: 1, to: 1, slice: { content: [{ type: "text", text: words }] } },
  ]);
  if (!steps.ok) throw new Error(steps.code);
  const history: TextHistory = text.history;
  const commit = commitAtHead(history, steps.value, { client: "c", sequence: 1 }, { author: "kerloch" }, 0);
  if (!commit) throw new Error("It does not apply");
  text.goOn(extendHistory(history, commit, 500), [commit]);
}

function summary({ message }: Frame): string {
  const told: { type: string; after: number; version: number; commits?: unknown[] } = JSON.parse(message);
  if (told.type === "snapshot") return `snapshot ${told.version}`;
  return told.commits ? `commits ${told.after}+${told.commits.length}` : `steps ${told.after}-${told.version}`;
}
