/**
 * Brings an element's children to newer markup, touching only what differs. Attributes are changed, never what somebody
 * typed, chose or unfolded (that lives in the element); focus, selection and scroll stay where they are. An element whose
 * `id` or `data-is` is found again is the same element wherever it moved; one with another is another, made anew.
 * Inside an element that bears `data-own` nothing is touched: a script owns it. It bears an `id` too, or it would be made
 * anew when something comes to stand before it. What is the same in both is passed over at once, however much it is.
 */
export function morph(target: Element, markup: string): void {
  const template = document.createElement("template");
  template.innerHTML = markup;
  morphChildren(target, template.content);
}

function morphChildren(target: Node, wanted: Node): void {
  let standing = target.firstChild;
  for (const next of wanted.childNodes) {
    const match = standing && findMatch(standing, next);
    if (!match) {
      target.insertBefore(document.importNode(next, true), standing);
      continue;
    }
    while (standing !== match) {
      const passed: ChildNode | null = standing;
      standing = standing?.nextSibling ?? null;
      passed?.remove();
    }
    morphNode(match, next);
    standing = match.nextSibling;
  }
  while (standing) {
    const passed: ChildNode = standing;
    standing = standing.nextSibling;
    passed.remove();
  }
}

/** The next standing node that may become `next`: itself, or one further on that has its id; none across another's id. */
function findMatch(standing: ChildNode, next: Node): ChildNode | null {
  if (isSame(standing, next)) return standing;
  const id = idOf(next);
  if (id === null) {
    const { nextSibling } = standing;
    return idOf(standing) === null && nextSibling && isSame(nextSibling, next) ? nextSibling : null;
  }
  for (let later = standing.nextSibling; later; later = later.nextSibling) if (isSame(later, next)) return later;
  return null;
}

function isSame(a: Node, b: Node): boolean {
  return a.nodeType === b.nodeType && a.nodeName === b.nodeName && idOf(a) === idOf(b);
}

/** What an element is among its siblings: by its id, or by what it `data-is`. */
const idOf = (node: Node): string | null =>
  node instanceof Element ? (node.getAttribute("id") ?? node.getAttribute("data-is")) : null;

function morphNode(standing: Node, next: Node): void {
  if (standing.isEqualNode(next)) return;
  if (standing instanceof Element && next instanceof Element) {
    morphAttributes(standing, next);
    if (!standing.hasAttribute("data-own")) morphChildren(standing, next);
  } else if (standing.nodeValue !== next.nodeValue) {
    standing.nodeValue = next.nodeValue;
  }
}

/** `open` of a `<details>` is the reader's; `data-asked` says that a button waits for its second press; see `once` of a form. */
function morphAttributes(standing: Element, next: Element): void {
  for (const name of standing.getAttributeNames()) {
    if (!next.hasAttribute(name) && !isReaders(standing, name)) standing.removeAttribute(name);
  }
  for (const { name, value } of next.attributes) {
    if (standing.getAttribute(name) !== value && !isReaders(standing, name)) standing.setAttribute(name, value);
  }
}

const isReaders = (element: Element, name: string): boolean =>
  name === "data-asked" ||
  (name === "value" && element.hasAttribute("data-kept")) ||
  (name === "open" && element.nodeName === "DETAILS");
