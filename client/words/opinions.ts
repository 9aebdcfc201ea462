import type { Opinion } from "../../shared/amendments/index.ts";
import type { Translate } from "../../shared/i18n/index.ts";
import type { AmendmentLine } from "../../shared/views/index.ts";
import { html, state, type Html, type ShapeName } from "../ui/index.ts";

/** The shape that stands beside each opinion. */
export const opinionShape: Readonly<Record<Opinion, ShapeName>> = {
  favourable: "for",
  unfavourable: "against",
  wisdom: "abstain",
  withdrawalAsked: "npp",
  satisfied: "satisfied",
};

/** What the drafting group thinks of it, in a list. */
export const opinionBadge = ({ opinion }: Pick<AmendmentLine, "opinion">, t: Translate): Html | null =>
  opinion === null
    ? null
    : html`<span class="opinion">${state(opinionShape[opinion], t(`opinion.badge.${opinion}`))}</span>`;
