import { LitElement, nothing, type TemplateResult } from "lit";

import type { Translate } from "../../shared/i18n/index.ts";

/** How a property of an element is given: by the entry, never in markup. */
export const given = { attribute: false } as const;

/** Each element adds the names of its wishes here. */
type Wishes = GlobalEventHandlersEventMap;
type Wish<K extends keyof Wishes> = Wishes[K] extends CustomEvent<infer Detail> ? Detail : never;

/**
 * What lives only on a device: it renders the state that it is given and reports wishes by events, and knows no address and
 * no message. It draws into the page's own tree, so that the page's styles and its Content-Security-Policy hold for it.
 * Nothing is drawn before the entry has given it words.
 */
export abstract class LightElement extends LitElement {
  static override readonly properties: Readonly<Record<string, { readonly attribute: false }>> = { t: given };
  declare t: Translate | null;

  constructor() {
    super();
    this.t = null;
  }

  protected abstract draw(t: Translate): TemplateResult | typeof nothing;

  protected override render(): unknown {
    return this.t ? this.draw(this.t) : nothing;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected report<K extends keyof Wishes>(name: K, detail: Wish<K>): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
  }
}
