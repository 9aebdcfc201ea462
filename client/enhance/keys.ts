/**
 * A page whose buttons bear `data-key` is driven from the keyboard: the key presses the button that shows it. Never while
 * somebody types, never with a modifier (those belong to the browser and to screen readers), never while it repeats.
 */
export function listenToKeys(): void {
  document.addEventListener("keydown", (event) => {
    if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const key = event.key.toLowerCase();
    const pressed = [...document.querySelectorAll<HTMLElement>("[data-key]")].find(
      (element) => element.dataset["key"] === key && !element.matches(":disabled") && !isFolded(element),
    );
    if (!pressed) return;
    event.preventDefault();
    pressed.focus();
    pressed.click();
  });
}

/** Nobody sees what stands in a folded `<details>`; its summary stands out of it. */
const isFolded = (element: HTMLElement): boolean =>
  element.nodeName !== "SUMMARY" && element.closest("details:not([open])") !== null;

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches("input:not([type=radio]):not([type=checkbox]), textarea, select"));
