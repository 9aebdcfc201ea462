import { html, nothing } from "lit";

import { shape, type ShapeName } from "../ui/index.ts";
import { drawn } from "./drawn.ts";
import { given, LightElement } from "./light-element.ts";

export interface Saying {
  readonly shape: ShapeName;
  readonly words: string;
}

/** What becomes of the words typed here: kept, sent, waiting. It stands beside the title; the live region tells it. */
export class Says extends LightElement {
  static override readonly properties = { saying: given };
  declare saying: Saying | null;

  constructor() {
    super();
    this.saying = null;
  }

  protected draw() {
    const { saying } = this;
    if (!saying) return nothing;
    return html`<p class="small state says">${drawn(shape(saying.shape))}<span>${saying.words}</span></p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "cahier-says": Says;
  }
}
