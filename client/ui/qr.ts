import { encode } from "uqr";

import { html, type Html } from "./html.ts";

/** A QR code as an SVG drawing: black on white whatever the page, with the quiet zone that readers need. */
export function qr(text: string, label: string): Html {
  const { data, size } = encode(text, { border: 0, ecc: "M" });
  const path = data
    .map((row, y) =>
      runsOf(row)
        .map(([x, width]) => `M${x} ${y}h${width}v1h-${width}z`)
        .join(""),
    )
    .join("");
  const box = `-3 -3 ${size + 6} ${size + 6}`;
  return html`<svg class="qr" viewBox="${box}" role="img" aria-label="${label}" shape-rendering="crispEdges">
    <path fill="#fff" d="M-3-3h${size + 6}v${size + 6}h-${size + 6}z" />
    <path fill="#000" d="${path}" />
  </svg>`;
}

/** Runs of dark modules in a row: where each begins and how long it is. */
function runsOf(row: readonly boolean[]): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  row.forEach((dark, x) => {
    const last = runs[runs.length - 1];
    if (!dark) return;
    if (last && last[0] + last[1] === x) last[1] += 1;
    else runs.push([x, 1]);
  });
  return runs;
}
