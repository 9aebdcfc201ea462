import { html, type Html } from "./html.ts";

/** How far: `part` of `whole`. Decoration beside the words that say it; its share is an attribute, for the strict CSP. */
export const gauge = (part: number, whole: number): Html => html`
  <svg class="gauge" aria-hidden="true" focusable="false"><rect width="${percent(part, whole)}" height="100%"/></svg>`;

export interface ScaleFacts {
  readonly for: number;
  readonly against: number;
  /** Of for + against, where the rule asks; null when the base is another or nothing was expressed. */
  readonly needed: number | null;
  readonly neededWords: string;
}

/** For, solid, and against, hatched, of what was expressed, with the bar that had to be reached. Decoration beside the tally. */
export function scale(facts: ScaleFacts): Html {
  const expressed = facts.for + facts.against;
  if (expressed === 0) return html``;
  const edge = percent(facts.for, expressed);
  const at = facts.needed === null ? null : Math.min(facts.needed / expressed, 1);
  const anchor = at === null || (at > 0.12 && at < 0.88) ? "middle" : at <= 0.12 ? "start" : "end";
  const bar = at === null ? null : `${(at * 100).toFixed(2)}%`;
  const mark = html`
    <line class="gap" x1="${bar}" x2="${bar}" y1="15" y2="47"/><line class="bar" x1="${bar}" x2="${bar}" y1="14" y2="47"/>
    <text x="${bar}" y="11" text-anchor="${anchor}">${facts.neededWords}</text>`;
  return html`<svg class="scale" aria-hidden="true" focusable="false">${hatch}
    <rect x="${edge}" y="18" width="${percent(facts.against, expressed)}" height="24" fill="url(#hatch)"/>
    <rect class="for" y="18" width="${edge}" height="24"/><line class="between" x1="${edge}" x2="${edge}" y1="18" y2="42"/>
    <rect class="box" y="18" width="100%" height="24"/>${bar === null ? null : mark}</svg>`;
}

const hatch = html`<defs><pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse"
  patternTransform="rotate(45)"><path class="hatch" d="M0 0V7"/></pattern></defs>`;

const percent = (part: number, whole: number): string => `${whole === 0 ? 0 : ((100 * part) / whole).toFixed(2)}%`;
