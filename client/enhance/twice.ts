const againWithinMs = 6_000;

/**
 * A button that bears `data-twice` sends at its second press: the first one shows the question that stands in it, and a
 * few seconds later it is as before. A slip of the finger closes nothing.
 */
export function askTwice(say: (words: string) => void): void {
  document.addEventListener(
    "click",
    (event) => {
      const button = event.target instanceof Element ? event.target.closest("[data-twice]") : null;
      if (!button) return;
      if (button.hasAttribute("data-asked")) {
        button.removeAttribute("data-asked");
        return;
      }
      event.preventDefault();
      event.stopPropagation();
      button.setAttribute("data-asked", "");
      say(button.querySelector(".again")?.textContent ?? "");
      setTimeout(() => button.removeAttribute("data-asked"), againWithinMs);
    },
    true,
  );
}
