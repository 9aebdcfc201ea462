import type { RoadAct } from "./road.ts";

/** Where the road is cut: during the acts, and during somebody's push just before them, by their place. */
export interface Plan {
  readonly acts: ReadonlySet<number>;
  readonly pushes: ReadonlySet<number>;
  /** How long after the bytes of the request went by. */
  delayMs(): number;
}

const cuts = 10;
/** Half of the cuts come so soon that much is not on disk, half when the answer begins. */
const longestDelayMs = 40;
const longestAnswerMs = 30_000;

/** Ten moments drawn by chance, one at least in each kind of act that must not be lost. */
export function planCuts(acts: readonly RoadAct[], random: () => number): Plan {
  const places = acts.flatMap((act, i) => [
    { kind: act.kind, act: i },
    { kind: "push", act: i },
  ]);
  const shuffled = places
    .map((place) => ({ place, by: random() }))
    .toSorted((a, b) => a.by - b.by)
    .map(({ place }) => place);
  const must = ["push", "submission", "vote", "closing", "adoption", "publication"].map((kind) =>
    shuffled.find((place) => place.kind === kind),
  );
  const chosen = [...new Set([...must, ...shuffled])].filter((place) => place !== undefined).slice(0, cuts);
  const those = (isPush: boolean): ReadonlySet<number> =>
    new Set(chosen.filter(({ kind }) => (kind === "push") === isPush).map(({ act }) => act));
  return {
    acts: those(false),
    pushes: those(true),
    delayMs: () => (random() < 0.5 ? random() * longestDelayMs : longestAnswerMs),
  };
}
