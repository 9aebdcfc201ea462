/** Longer choices lead to their beginning: an address has an end. */
const mostCharacters = 300;

/**
 * Offers to amend the words that were chosen in the text: a link at the foot of the page, as long as they are chosen. It
 * leads where the pen beside their block leads, with the words.
 */
export function offerChosenWords(words: string): void {
  document.addEventListener("selectionchange", () => {
    const place = document.getElementById("mots-choisis");
    if (!place) return;
    const href = chosenHref(getSelection());
    const [standing] = place.getElementsByTagName("a");
    if (href === null) return standing?.remove();
    const link = standing ?? document.createElement("a");
    link.href = href;
    if (standing) return;
    link.className = "btn";
    link.textContent = words;
    // A press would take the choice away, and the link with it.
    link.addEventListener("mousedown", (event) => event.preventDefault());
    place.append(link);
  });
}

function chosenHref(selection: Selection | null): string | null {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0).cloneRange();
  const start = range.startContainer;
  const block = (start instanceof Element ? start : start.parentElement)?.closest(".to-amend > *");
  const pen = block?.querySelector<HTMLAnchorElement>(".amend-here");
  const held = block?.querySelector("p") ?? block;
  if (!pen || !held) return null;
  if (!held.contains(range.endContainer)) range.setEndAfter(held.lastChild ?? held);
  const before = document.createRange();
  before.setStart(held, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const chosen = range.toString().trim();
  if (chosen === "" || chosen.length > mostCharacters) return pen.href;
  return `${pen.href}&mots=${encodeURIComponent(chosen)}&de=${before.toString().length}`;
}
