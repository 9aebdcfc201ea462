/**
 * The keyboard in a row of tools (WAI-ARIA Authoring Practices, toolbar): the row is one stop of the Tab key; arrows go
 * round it, Home and End to its ends. The place of the next stop, or null when the key means nothing here.
 */
export function nextStop(key: string, at: number, stops: number): number | null {
  if (stops === 0) return null;
  switch (key) {
    case "ArrowRight":
      return (at + 1) % stops;
    case "ArrowLeft":
      return (at - 1 + stops) % stops;
    case "Home":
      return 0;
    case "End":
      return stops - 1;
    default:
      return null;
  }
}
