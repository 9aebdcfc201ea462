import type { Translate } from "../../../shared/i18n/index.ts";
import type { BallotFacts, Shell } from "../../../shared/views/index.ts";
import { gatheringPath } from "../../page/index.ts";
import { html, type Html } from "../../ui/index.ts";

/** Of a ballot in the place of an annulled one. */
export const replacesLine = ({ replaces }: BallotFacts, shell: Shell, t: Translate): Html | null =>
  replaces === null
    ? null
    : html`<p class="about"><a href="${gatheringPath(shell, `/scrutins/${replaces}`)}">${t("ballot.replaces", { number: replaces })}</a></p>`;
