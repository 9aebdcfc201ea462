/** Names the elements, once. Called by the entry: a file that only names would be left out of the bundle (vite.config.ts). */
export function defineElements(elements: Readonly<Record<string, CustomElementConstructor>>): void {
  for (const [name, element] of Object.entries(elements)) {
    if (!customElements.get(name)) customElements.define(name, element);
  }
}
