/** Runs in a page of the gallery: presses and keys do what they do on a live page, and what is sent is only counted. */
import { askTwice, listenToKeys, showUnfolded } from "../../../client/enhance/index.ts";
import { morph } from "../../../client/enhance/morph.ts";

const sent: string[] = [];
document.addEventListener("submit", (event) => {
  event.preventDefault();
  if (event.target instanceof HTMLFormElement) sent.push(event.target.dataset["act"] ?? "");
});
const said: string[] = [];
askTwice((words) => said.push(words));
listenToKeys();
showUnfolded();

/** Brings the page to this markup, as a newer view does, and gives the lines in which anything was touched. */
function bring(markup: string): readonly string[] {
  const page = document.getElementById("page");
  if (!page) throw new Error("No page");
  const watched = new MutationObserver(() => undefined);
  watched.observe(page, { subtree: true, childList: true, attributes: true, characterData: true });
  morph(page, markup);
  const touched = watched
    .takeRecords()
    .flatMap(({ target, addedNodes, removedNodes }) => [target, ...addedNodes, ...removedNodes]);
  watched.disconnect();
  return [...new Set(touched.flatMap((node) => lineOf(node) ?? []))];
}

const lineOf = (node: Node): string | null | undefined =>
  (node instanceof Element ? node : node.parentElement)?.closest("li[data-is]")?.getAttribute("data-is");

Object.assign(globalThis, { listening: { bring, sent: () => sent.splice(0), said: () => said.splice(0) } });
