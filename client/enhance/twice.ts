const againWithinMs = 6_000;

/**
 * A button that bears `data-twice` sends at its second press: the first one shows the question that stands in it. It is
 * as before after a few seconds, at Escape, or as soon as anything else is pressed: one button asks at a time, and a slip
 * of the finger closes nothing.
 */
export function askTwice(say: (words: string) => void): void {
  let asking: Element | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ask = (button: Element | null): void => {
    clearTimeout(timer);
    asking?.removeAttribute("data-asked");
    asking = button;
    if (!button) return;
    button.setAttribute("data-asked", "");
    timer = setTimeout(() => ask(null), againWithinMs);
    say(button.querySelector(".again")?.textContent ?? "");
  };
  document.addEventListener(
    "click",
    (event) => {
      const button = event.target instanceof Element ? event.target.closest("[data-twice]") : null;
      const isSecond = button !== null && button === asking;
      ask(isSecond ? null : button);
      if (button === null || isSecond) return;
      event.preventDefault();
      event.stopPropagation();
    },
    true,
  );
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") ask(null);
  });
}
