import { html, type Html } from "./html.ts";

/**
 * A shape always stands beside a word: disc for, cross against, ring abstention, bar not taking part, triangle right live,
 * square to come, triangle down fallen, two bars satisfied, triangle up warning.
 */
export type ShapeName = "for" | "against" | "abstain" | "npp" | "live" | "wait" | "fallen" | "satisfied" | "warn";

export const shape = (name: ShapeName): Html => html`<i class="shape shape--${name}" aria-hidden="true"></i>`;

type Tone = "for" | "against" | "neutral" | "warn" | "ink";

const tones: Readonly<Record<ShapeName, Tone>> = {
  for: "for",
  against: "against",
  abstain: "neutral",
  npp: "neutral",
  live: "ink",
  wait: "ink",
  fallen: "neutral",
  satisfied: "neutral",
  warn: "warn",
};

/** A state: its shape and its word. */
export const state = (name: ShapeName, words: string): Html =>
  html`<span class="state state--${tones[name]}">${shape(name)}<span>${words}</span></span>`;
