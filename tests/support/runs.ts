/**
 * How much the random tests do. `CAHIER_TESTS` is `quick` under `npm run check`, `long` under `npm run test:long`,
 * anything else (or nothing) under `npm test`.
 */
type Depth = "quick" | "full" | "long";

const depth: Depth = parseDepth(process.env["CAHIER_TESTS"]);

/**
 * How many runs a random test makes: `short` under `npm test`, `long` under `npm run test:long`. `quick` is for
 * `npm run check`, when `short` would take more than a second or two; otherwise `short` there too.
 */
export function runs(short: number, long: number, quick: number = short): number {
  return { quick, full: short, long }[depth];
}

/**
 * The seeds of a random test: the fixed ones (a seed that failed once is added there and stays) and one fresh, which is
 * printed. `CAHIER_SEED=123` runs that seed alone. Seeds are integers from 0 to 2^32 - 1.
 */
export function seeds(fixed: readonly number[] = [1, 2, 3]): readonly number[] {
  const only = process.env["CAHIER_SEED"];
  if (only !== undefined) return [parseSeed(only)];
  const fresh = Math.floor(Math.random() * 2 ** 32);
  console.log(`fresh seed ${fresh} (again with CAHIER_SEED=${fresh})`);
  return [...fixed, fresh];
}

/** Numbers in [0, 1) from a seed, the same on every machine (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function parseDepth(value: string | undefined): Depth {
  return value === "quick" || value === "long" ? value : "full";
}

function parseSeed(value: string): number {
  const seed = Number(value);
  if (!Number.isInteger(seed) || seed < 0 || seed >= 2 ** 32) throw new Error(`CAHIER_SEED is not a seed: ${value}`);
  return seed;
}
