import type { Gone } from "./gone.ts";
import type { Provenance, Source } from "./provenance.ts";
import type { Run } from "./runs.ts";

/** A map as it is kept: runs as `length, number, length, number…`, and only the sources that are still of use. */
export function packProvenance(map: Provenance): string {
  const { sources, runs, looks, gone } = withoutUnused(map);
  const packed: Packed = {
    version: map.version,
    sources: sources.map(({ author, version, atMs, ballot }) => [author, version, atMs, ballot ?? null]),
    runs: flat(runs),
    looks: flat(looks),
    gone: gone.map((one) => [
      one.at,
      one.written.signs,
      flat(one.runs),
      one.written.blocks.map((block) => [block.id, block.from, block.to]),
    ]),
  };
  return JSON.stringify(packed);
}

export function unpackProvenance(json: string): Provenance {
  const packed: Packed = JSON.parse(json);
  return {
    version: packed.version,
    sources: packed.sources.map(([author, version, atMs, ballot]) =>
      ballot === null ? { author, version, atMs } : { author, version, atMs, ballot },
    ),
    runs: unflat(packed.runs),
    looks: unflat(packed.looks),
    gone: packed.gone.map(([at, signs, runs, blocks]) => ({
      at,
      written: { signs, blocks: blocks.map(([id, from, to]) => ({ id, from, to })) },
      runs: unflat(runs),
    })),
  };
}

interface Packed {
  readonly version: number;
  readonly sources: readonly (readonly [string, number, number, string | null])[];
  readonly runs: readonly number[];
  readonly looks: readonly number[];
  readonly gone: readonly (readonly [
    number,
    string,
    readonly number[],
    readonly (readonly [string, number, number])[],
  ])[];
}

/** An author's last source stays: a commit of the same minute goes on with it. */
function withoutUnused({ sources, runs, looks, gone }: Provenance): Omit<Provenance, "version"> {
  const used = new Set([runs, looks, ...gone.map((one) => one.runs)].flatMap((each) => each.map(({ of }) => of)));
  const last = new Map(sources.map(({ author, ballot }, i) => [ballot === undefined ? author : "", i]));
  for (const [author, i] of last) if (author !== "") used.add(i);
  const kept: Source[] = [];
  const place = new Map<number, number>();
  for (const [i, source] of sources.entries()) if (used.has(i)) place.set(i, kept.push(source) - 1);
  const renumber = (each: readonly Run[]): readonly Run[] =>
    each.map(({ length, of }) => ({ length, of: place.get(of) ?? of }));
  return {
    sources: kept,
    runs: renumber(runs),
    looks: renumber(looks),
    gone: gone.map((one): Gone => ({ ...one, runs: renumber(one.runs) })),
  };
}

const flat = (runs: readonly Run[]): readonly number[] => runs.flatMap(({ length, of }) => [length, of]);

function unflat(numbers: readonly number[]): readonly Run[] {
  const runs: Run[] = [];
  for (let i = 0; i < numbers.length; i += 2) runs.push({ length: numbers[i] ?? 0, of: numbers[i + 1] ?? 0 });
  return runs;
}
