/** Runs in a page of the gallery: shows one element in a state, and writes down what it wishes. */
import { defineAmendingElements } from "../../../client/amendments/index.ts";
import { defineSheetElements } from "../../../client/texts/editor/index.ts";
import { translator } from "../../../shared/i18n/index.ts";

const wishes: [name: string, detail: unknown][] = [];

for (const name of [
  "cahier-tool",
  "cahier-kind",
  "cahier-link",
  "cahier-close",
  "cahier-go",
  "cahier-take",
  "cahier-leave",
  "cahier-rationale",
  "cahier-gesture",
  "cahier-cosign",
  "cahier-part",
  "cahier-submit",
  "cahier-again",
] as const) {
  document.addEventListener(name, ({ detail }: CustomEvent<unknown>) => wishes.push([name, detail]));
}

defineSheetElements();
defineAmendingElements();

const shown = {
  wishes: () => wishes.splice(0),
  /** Answers when the element of that name is drawn in this state. */
  async show(name: keyof HTMLElementTagNameMap, state: object): Promise<void> {
    const element = document.querySelector(name);
    if (!(element && "updateComplete" in element)) throw new Error(`no element ${name} here`);
    await Object.assign(element, { t: translator("fr") }, state).updateComplete;
  },
};

Object.assign(globalThis, { shown });
