import { dayAndTime, weekdayAndTime, type Translate } from "../../../shared/i18n/index.ts";
import type { AmendingDeadline, Shell } from "../../../shared/views/index.ts";
import { actForm, placeOf } from "../../page/index.ts";
import { button, field, html, type Html } from "../../ui/index.ts";

interface OfText {
  readonly id: string;
  readonly deadline: AmendingDeadline | null;
  /** Whether this person sets it. */
  readonly setsDeadline: boolean;
}

/** Until when amendments may be submitted, or since when no longer; and the chair's form to say so. */
export function deadline(text: OfText, shell: Shell, t: Translate): Html {
  const until = text.deadline;
  return html`${until === null ? null : html`<p>${t(until.past ? "amendments.closed-since" : "amendments.open-until", { when: weekdayAndTime(until.untilMs, placeOf(shell)) })}</p>`}
    ${text.setsDeadline ? setting(text, shell, t) : null}`;
}

function setting({ id, deadline: until }: OfText, shell: Shell, t: Translate): Html {
  const [day, time] = until === null ? ["", ""] : dayAndTime(until.untilMs, placeOf(shell));
  const inside = html`<p class="small">${t("amendments.deadline-hint")}</p>
    ${field({ id: `day-${id}`, name: "day", label: t("amendments.deadline-day"), type: "date", value: day })}
    ${field({ id: `time-${id}`, name: "time", label: t("amendments.deadline-time"), type: "time", value: time })}
    ${button({ words: t("amendments.deadline-set") })}`;
  return html`<details class="give"><summary class="btn btn--bare">${t(until === null ? "amendments.deadline-open" : "amendments.deadline-change")}</summary>
    ${actForm(shell, { action: "amendment.deadline", hidden: { text: id }, layout: "opining" }, inside)}
    ${until === null ? null : actForm(shell, { action: "amendment.deadline", hidden: { text: id, day: "", time: "" }, layout: "acts" }, button({ words: t("amendments.deadline-lift"), bare: true, twice: t("amendments.deadline-lift-twice") }))}</details>`;
}
