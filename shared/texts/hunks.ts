import type { Step } from "prosemirror-transform";

/** What a commit replaced at one place: `before` of the document before it, `after` of the one after it. */
export interface Hunk {
  readonly before: { readonly from: number; readonly to: number };
  readonly after: { readonly from: number; readonly to: number };
}

interface Piece {
  /** Where it stood before; null: it is new. */
  readonly from: number | null;
  readonly length: number;
}

/** All places that a commit's steps replace, in order; what stands between them is untouched, its place aside. */
export function hunksOf(steps: readonly Step[], sizeBefore: number): readonly Hunk[] {
  let pieces: readonly Piece[] = [{ from: 0, length: sizeBefore }];
  for (const step of steps) {
    step.getMap().forEach((oldStart, oldEnd, newStart, newEnd) => {
      pieces = replaced(pieces, newStart, oldEnd - oldStart, newEnd - newStart);
    });
  }
  const hunks: Hunk[] = [];
  let [before, after, fresh] = [0, 0, 0];
  const close = (until: number): void => {
    if (until > before || fresh > 0) {
      hunks.push({ before: { from: before, to: until }, after: { from: after - fresh, to: after } });
    }
    fresh = 0;
  };
  for (const { from, length } of pieces) {
    if (from === null) fresh += length;
    else {
      close(from);
      before = from + length;
    }
    after += length;
  }
  close(sizeBefore);
  return hunks;
}

function replaced(pieces: readonly Piece[], at: number, removed: number, inserted: number): readonly Piece[] {
  return [
    ...slicePieces(pieces, 0, at),
    ...(inserted > 0 ? [{ from: null, length: inserted }] : []),
    ...slicePieces(pieces, at + removed, Infinity),
  ];
}

function slicePieces(pieces: readonly Piece[], from: number, to: number): readonly Piece[] {
  const part: Piece[] = [];
  let at = 0;
  for (const piece of pieces) {
    const [start, end] = [Math.max(at, from), Math.min(at + piece.length, to)];
    if (start < end) part.push({ from: piece.from === null ? null : piece.from + start - at, length: end - start });
    at += piece.length;
  }
  return part;
}
