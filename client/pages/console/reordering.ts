import type { Translate } from "../../../shared/i18n/index.ts";
import type { AmendmentLine, ConsoleView } from "../../../shared/views/index.ts";
import { actForm } from "../../page/index.ts";
import { button, html, type Html } from "../../ui/index.ts";
import { press } from "./press.ts";

/** What is called, and discussed, together: it changes place as a whole. */
type Together = readonly [AmendmentLine, ...AmendmentLine[]];

/** The chair's own order: each discussion up, down, or put off to the end; the minutes say it. */
export function reordering(view: ConsoleView, t: Translate): Html | null {
  const { text, may } = view;
  if (text === null || !may.includes("amendment.reorder")) return null;
  const all = discussionsOf(view.callOrder);
  return html`<details class="together" id="reorder"><summary class="btn btn--bare" data-key="0"><span>${t("console.reorder")}</span><kbd aria-hidden="true">0</kbd></summary>
    <p class="small">${t("console.reorder-hint")}</p>
    <ol class="reorder">${all.map((one, place) => discussion(view, text.id, { one, place, all }, t))}</ol>
    ${view.ordered ? press(view.shell, { action: "amendment.reorder", hidden: { text: text.id, amendment: "", before: "" }, words: t("console.reorder-undo") }) : null}</details>`;
}

function discussionsOf(lines: readonly AmendmentLine[]): readonly Together[] {
  const found: [AmendmentLine, ...AmendmentLine[]][] = [];
  for (const line of lines) {
    // A sub-amendment goes where its parent goes.
    if (line.sub || (line.state.state !== "submitted" && line.state.state !== "called")) continue;
    const last = found[found.length - 1];
    const joined = last && line.joint !== null && line.joint === last[0].joint;
    if (last && (joined || line.same !== null)) last.push(line);
    else found.push([line]);
  }
  return found;
}

function discussion(
  view: ConsoleView,
  text: string,
  { one, place, all }: { readonly one: Together; readonly place: number; readonly all: readonly Together[] },
  t: Translate,
): Html {
  const [first] = one;
  const numbers = one.map(({ label }) => label).join(", ");
  const before = (wanted: number): string => all[wanted]?.[0].id ?? "";
  const move = (way: "up" | "down" | "put-off", to: string): Html =>
    button({
      id: `${way}-${first.id}`,
      words: t(`console.${way}`),
      name: "before",
      value: to,
      bare: true,
      label: t(`console.${way}-of`, { numbers }),
    });
  const last = place === all.length - 1;
  const hidden = { text, amendment: first.id };
  return html`<li data-is="${first.id}"><span>${numbers}, <span class="small" dir="auto">${first.delegation}</span></span>
    ${actForm(
      view.shell,
      { action: "amendment.reorder", hidden, layout: "moves" },
      html`${place === 0 ? null : move("up", before(place - 1))}${last ? null : move("down", before(place + 2))}${last ? null : move("put-off", "")}`,
    )}</li>`;
}

/** In one press, those that the drafting group wants and that leave all others alone, with their list. */
export function favourable(view: ConsoleView, t: Translate): Html | null {
  if (view.favourable.length < 2 || !view.may.includes("amendment.callTogether")) return null;
  const wanted = new Set(view.favourable);
  const lines = view.callOrder.filter(({ id }) => wanted.has(id));
  const hidden = Object.fromEntries(lines.map(({ id, number }) => [`pick-${number}`, id]));
  return html`<details class="together" id="favourable"><summary class="btn btn--bare"><span>${t("console.favourable")}</span></summary>
    <p class="small">${t("console.favourable-hint")}</p>
    <ol class="reorder">${lines.map(({ id, label, delegation, gist }) => html`<li data-is="${id}"><span>${label}, <span dir="auto">${delegation}</span> <span class="small" dir="auto">${gist}</span></span></li>`)}</ol>
    ${press(view.shell, { action: "amendment.callTogether", hidden, words: t("console.favourable-submit", { count: lines.length }) })}</details>`;
}
