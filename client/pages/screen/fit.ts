import type { ProseBlock, ProseRun } from "../../../shared/views/index.ts";

/** A redline as the hall can read it: at most eight lines, in the largest of three sizes that holds it. */
export interface Fitted {
  readonly blocks: readonly ProseBlock[];
  /** 84, 64 or 52 px on a screen of 1080 lines. */
  readonly size: "large" | "medium" | "small";
  /** Something is left out: the screen then says where the whole is read. */
  readonly cut: boolean;
}

/** Characters that fit on a line, and lines, in each size: measured with DejaVu Serif, the widest face that is met. */
const rooms = [
  { size: "large", line: 34, lines: 4 },
  { size: "medium", line: 44, lines: 6 },
  { size: "small", line: 54, lines: 7 },
] as const;

/** The line that says where the whole is read takes the room of one. */
const noticeLines = 1;

const aroundCharacters = 70;

/** Whole when it fits; else the changes with the words around them; else as much of these as fits. */
export function fitForHall(redline: readonly ProseBlock[]): Fitted {
  const changed = redline.filter((block) => block.change !== "context");
  const whole = roomFor(changed, 0);
  if (whole) return { blocks: changed, size: whole.size, cut: false };
  const near = changed.map((block) => ({ ...block, runs: aroundChanges(block.runs) }));
  const room = roomFor(near, noticeLines);
  if (room) return { blocks: near, size: room.size, cut: true };
  return { blocks: firstOf(near, rooms[2].line * (rooms[2].lines - noticeLines - 1)), size: "small", cut: true };
}

/** Characters that a question may have in each size, so that the count of those who voted stays whole beneath it. */
const questionRooms = [
  { size: "large", characters: 36 },
  { size: "medium", characters: 84 },
  { size: "small", characters: 190 },
] as const;

/** A question in the largest size that leaves room for the turnout; a very long one is cut at a blank. */
export function fitQuestion(question: string): { readonly words: string; readonly size: Fitted["size"] } {
  const room = questionRooms.find(({ characters }) => question.length <= characters);
  if (room) return { words: question, size: room.size };
  return { words: `${upToBlank(question, questionRooms[2].characters)} …`, size: "small" };
}

/** The space between two blocks counts as a third of a line. */
const roomFor = (blocks: readonly ProseBlock[], reserved: number) =>
  rooms.find(({ line, lines }) => {
    const gaps = Math.max(0, blocks.length - 1) / 3;
    return blocks.reduce((sum, block) => sum + linesOf(block, line), gaps) <= lines - reserved;
  });

const linesOf = (block: ProseBlock, line: number): number =>
  Math.max(1, Math.ceil(block.runs.reduce((sum, run) => sum + run.text.length, 0) / line));

/** Long runs that nothing touches give way to `…`, at a blank. */
function aroundChanges(runs: readonly ProseRun[]): readonly ProseRun[] {
  return runs.map((run, index) => {
    if (run.change !== null || run.text.length <= 2 * aroundCharacters) return run;
    const first = index === 0;
    const last = index === runs.length - 1;
    const before = first ? "" : upToBlank(run.text, aroundCharacters);
    const after = last ? "" : fromBlank(run.text, aroundCharacters);
    return { ...run, text: `${before} … ${after}` };
  });
}

const upToBlank = (text: string, length: number): string => text.slice(0, length).replace(/\S*$/u, "").trimEnd();
const fromBlank = (text: string, length: number): string => text.slice(-length).replace(/^\S*/u, "").trimStart();

function firstOf(blocks: readonly ProseBlock[], characters: number): readonly ProseBlock[] {
  let left = characters;
  return blocks.flatMap((block) => {
    if (left <= 0) return [];
    const runs = block.runs.flatMap((run) => {
      const room = left;
      left -= run.text.length;
      if (room <= 0) return [];
      return run.text.length <= room ? [run] : [{ ...run, text: `${upToBlank(run.text, room)} …` }];
    });
    return [{ ...block, runs }];
  });
}
