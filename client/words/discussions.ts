import type { Translate } from "../../shared/i18n/index.ts";
import type { AmendmentLine } from "../../shared/views/index.ts";
import { html, type Html } from "../ui/index.ts";

/** The lines of a running order, `draw` for each; those that are discussed together stand in one item, which says so. */
export function discussions<L extends Pick<AmendmentLine, "joint">>(
  lines: readonly L[],
  list: string,
  draw: (line: L) => Html,
  t: Translate,
): readonly Html[] {
  const drawn: Html[] = [];
  for (let from = 0; from < lines.length;) {
    const joint = lines[from]?.joint ?? null;
    const end = joint === null ? from + 1 : from + lines.slice(from).filter((line) => line.joint === joint).length;
    const items = lines.slice(from, end).map(draw);
    const heading = `joint-${joint ?? ""}`;
    drawn.push(
      ...(joint === null
        ? items
        : [
            html`<li class="joint" data-is="${heading}"><p class="small" id="${heading}">${t("amendments.joint")}</p><ol class="${list}" aria-labelledby="${heading}">${items}</ol></li>`,
          ]),
    );
    from = end;
  }
  return drawn;
}

/** That it is called with another, of which it asks the very same. */
export const sameWords = (line: AmendmentLine, t: Translate): Html | null =>
  line.same === null ? null : html`<span class="small">${t("amendments.same", { number: line.same })}</span>`;

/** What its adoption would do to others: `Si adopté : fait tomber 14 et 15`. */
export function aheadWords({ ahead }: AmendmentLine, t: Translate): Html | null {
  if (ahead === null) return null;
  const list = (numbers: readonly number[]): string => {
    const last = numbers[numbers.length - 1] ?? "";
    return numbers.length < 2 ? `${last}` : t("amendment.and", { first: numbers.slice(0, -1).join(", "), last });
  };
  const told = [
    ahead.falls.length === 0 ? [] : [t("amendments.ahead-falls", { list: list(ahead.falls) })],
    ahead.satisfied.length === 0 ? [] : [t("amendments.ahead-satisfied", { list: list(ahead.satisfied) })],
  ].flat();
  return html`<small class="ahead">${t("amendments.ahead", { effects: told.join("\u202f; ") })}</small>`;
}

/** `1 sur 3 soutiens`, where co-signatures are required. */
export const supportersWords = ({ supporters }: AmendmentLine, t: Translate): Html | null =>
  supporters === null ? null : html`<span class="small">${t("amendments.supporters", supporters)}</span>`;

/** It can be called as far as its co-signatures go. */
export const isSupported = ({ supporters }: AmendmentLine): boolean =>
  supporters === null || supporters.count >= supporters.required;
