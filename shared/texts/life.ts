import { ok, refuse, type Result } from "../refusals.ts";

/** A version of a text, fixed: its number, the head of its commits and the hash of its words. */
export interface FrozenVersion {
  readonly version: number;
  readonly head: string;
  readonly hash: string;
}

/** Handing over is a mark on the chair's console, not an act of the assembly: the draft can still be written. */
export type TextLife =
  | { readonly state: "draft"; readonly handedOver: boolean }
  | { readonly state: "tabled"; readonly tabled: FrozenVersion }
  | {
      readonly state: "adopted";
      readonly tabled: FrozenVersion;
      readonly voted: FrozenVersion;
      readonly ballot: string;
    }
  | {
      readonly state: "rejected";
      readonly tabled: FrozenVersion;
      readonly voted: FrozenVersion;
      readonly ballot: string;
    }
  | {
      readonly state: "published";
      readonly tabled: FrozenVersion;
      readonly voted: FrozenVersion;
      readonly ballot: string;
    }
  | { readonly state: "withdrawn"; readonly tabled: FrozenVersion | null };

export type TextState = TextLife["state"];

type Lives = { readonly [S in TextState]: Extract<TextLife, { state: S }> };

/** A tabled text changes by amendments only; what was withdrawn or decided changes no more. */
export function mayBeWritten(life: TextLife): Result<Lives["draft"]> {
  if (life.state === "draft") return ok(life);
  return life.state === "tabled" ? refuse("text-tabled") : refuse("wrong-state", `text-${life.state}`);
}

export function handOver(life: TextLife): Result<Lives["draft"]> {
  const draft = mayBeWritten(life);
  return draft.ok ? ok({ state: "draft", handedOver: true }) : draft;
}

export function tableText(life: TextLife, tabled: FrozenVersion): Result<Lives["tabled"]> {
  const draft = mayBeWritten(life);
  return draft.ok ? ok({ state: "tabled", tabled }) : draft;
}

/** `everSubmitted`: an amendment was once submitted on it; from then on another text is tabled beside it. */
export function untableText(life: TextLife, everSubmitted: boolean): Result<Lives["draft"]> {
  if (life.state !== "tabled") return refuse("wrong-state", `text-${life.state}`);
  return everSubmitted ? refuse("wrong-state", "text-amended") : ok({ state: "draft", handedOver: false });
}

export function withdrawText(life: TextLife): Result<Lives["withdrawn"]> {
  if (life.state === "draft") return ok({ state: "withdrawn", tabled: null });
  return life.state === "tabled"
    ? ok({ state: "withdrawn", tabled: life.tabled })
    : refuse("wrong-state", `text-${life.state}`);
}

/** What the final ballot made of a tabled text. `voted` is the version that was put to the vote. */
export function concludeText(
  life: TextLife,
  outcome: "adopted" | "rejected",
  voted: FrozenVersion,
  ballot: string,
): Result<Lives["adopted"] | Lives["rejected"]> {
  if (life.state !== "tabled") return refuse("wrong-state", `text-${life.state}`);
  return ok({ state: outcome, tabled: life.tabled, voted, ballot });
}

export function publishText(life: TextLife): Result<Lives["published"]> {
  return life.state === "adopted" ? ok({ ...life, state: "published" }) : refuse("wrong-state", `text-${life.state}`);
}
