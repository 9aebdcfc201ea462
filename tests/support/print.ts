import type { Page } from "playwright-core";

/** What is between the margins of a paper on A4: 210 − 2 × 26 mm, at 96 dots an inch. */
export const paperSheet = { width: 597, height: 945 };

/** Words that stand outside the sheet or inside a box that hides part of them. (A cross that is turned has empty corners.) */
const cutOff = `[...document.querySelectorAll("#page *")].filter((box) => {
  const { left, right, width } = box.getBoundingClientRect();
  const style = getComputedStyle(box);
  if (width === 0 || box.closest(".vh, .skip, svg, .shape")) return false;
  const hides = style.overflowX !== "visible" && box.scrollWidth > box.clientWidth + 1;
  const clips = style.overflowY !== "visible" && box.scrollHeight > box.clientHeight + 1;
  return left < -1 || right > window.innerWidth + 1 || hides || clips;
}).map((box) => "cut off: " + box.outerHTML.slice(0, 120))`;

const pressed = `[...document.querySelectorAll("button, select, textarea, summary, .btn, nav")]
  .filter((box) => box.getBoundingClientRect().width > 0).map((box) => "pressed: " + box.outerHTML.slice(0, 120))`;

/** What would be wrong on paper: words cut off, things to press. The page is as wide as the sheet and emulates print. */
export const faultsOnPaper = async (page: Page): Promise<readonly string[]> => [
  ...(await page.evaluate<readonly string[]>(cutOff)),
  ...(await page.evaluate<readonly string[]>(pressed)),
];

interface Printed {
  readonly leaves: number;
  /** Points: 594 or 595 is A4. */
  readonly width: number;
}

/** The page as the browser prints it. */
export async function print(page: Page): Promise<Printed> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  const leaves = pdf.match(/\/Type\s*\/Page\b/gu)?.length ?? 0;
  return { leaves, width: Number(pdf.match(/\/MediaBox\s*\[0 0 (\d+)/u)?.[1] ?? 0) };
}

/** On which leaf of the printed page each element of these selectors begins, as the browser breaks it. */
export async function leavesOf(page: Page, selectors: readonly string[]): Promise<readonly (readonly string[])[]> {
  const counts: readonly number[] = await page.evaluate(`${JSON.stringify(selectors)}.map((selector, s) => {
    const found = [...document.querySelectorAll(selector)];
    found.forEach((element, i) => {
      element.id = "at-" + s + "-" + i;
      const link = document.createElement("a");
      link.href = "#" + element.id;
      link.textContent = ".";
      link.style.cssText = "position:absolute;inset-block-start:0";
      document.getElementById("page").append(link);
    });
    return found.length;
  })`);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  return counts.map((count, s) =>
    Array.from(
      { length: count },
      (_, i) => new RegExp(`/at-${s}-${i}\\s*\\[(\\d+) 0 R`, "u").exec(pdf)?.[1] ?? "nowhere",
    ),
  );
}
