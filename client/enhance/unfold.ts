/** What is unfolded below the edge of its pane is brought into it: a key would seem to have done nothing. */
export function showUnfolded(): void {
  document.addEventListener(
    "toggle",
    ({ target }) => {
      if (!(target instanceof HTMLDetailsElement) || !target.open) return;
      const pane = paneOf(target)?.getBoundingClientRect() ?? { bottom: innerHeight, height: innerHeight };
      const { top, bottom } = target.getBoundingClientRect();
      if (bottom > pane.bottom) target.scrollIntoView({ block: bottom - top > pane.height ? "start" : "end" });
    },
    true,
  );
}

/** The nearest element around it that scrolls; null when that is the page. */
function paneOf(element: Element): Element | null {
  for (let pane = element.parentElement; pane; pane = pane.parentElement) {
    if (pane.scrollHeight > pane.clientHeight && /auto|scroll/u.test(getComputedStyle(pane).overflowY)) return pane;
  }
  return null;
}
