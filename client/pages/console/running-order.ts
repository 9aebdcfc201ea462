import { programmeTime, weekday, type Translate } from "../../../shared/i18n/index.ts";
import type { AgendaDay, AgendaLine, AmendmentLine, ConsoleView } from "../../../shared/views/index.ts";
import { actForm, gatheringPath, placeOf } from "../../page/index.ts";
import { button, html, type Html } from "../../ui/index.ts";
import {
  aheadWords,
  amendmentState,
  discussions,
  opinionBadge,
  isSupported,
  sameWords,
  sheetPath,
  supportersWords,
} from "../../words/index.ts";
import { press } from "./press.ts";
import { favourable, reordering } from "./reordering.ts";

/**
 * The days are folded, and any item that waits can be opened there: whoever marked nothing on Saturday still opens one
 * of Sunday. Beneath, what is under way and what comes next, each with its key: as that grows when an item is opened, it
 * never moves a list under the hand that presses.
 */
export function programme(view: ConsoleView, t: Translate): Html {
  const today = view.days.find(({ day }) => day === view.today)?.items ?? [];
  const current = today.find((item) => item.state === "current");
  const next = today.slice(current ? today.indexOf(current) + 1 : 0).find((item) => item.state === "planned");
  const near = today.filter((item) => item === current || item === next);
  return html`<h2 id="agenda">${t("console.agenda")}</h2>
    ${view.days.map((day) => wholeDay(view, day, t))}
    <ol class="order day" aria-labelledby="agenda">${near.map((item) => agendaItem(view, item, item === next, t))}</ol>
    <div class="presses">
    ${
      next && view.may.includes("agenda.start")
        ? press(view.shell, {
            action: "agenda.start",
            hidden: { item: next.id },
            words: t("console.start-next"),
            key: "i",
          })
        : null
    }
    ${
      current && view.may.includes("agenda.end")
        ? press(view.shell, {
            action: "agenda.end",
            hidden: { item: current.id },
            words: t("console.end"),
            key: "f",
            twice: t("console.end-twice"),
          })
        : null
    }
    ${
      current && view.may.includes("agenda.reserve")
        ? press(view.shell, {
            action: "agenda.reserve",
            hidden: { item: current.id },
            words: t("console.reserve-item"),
            key: "m",
          })
        : null
    }</div>`;
}

const wholeDay = (view: ConsoleView, { day, atMs, items }: AgendaDay, t: Translate): Html =>
  html`<details class="whole-day" id="day-${day}"><summary>${weekday(atMs, placeOf(view.shell))}</summary>
  <ol class="order day ${view.may.length > 0 ? "pressed" : null}">${items.map((item) => agendaItem(view, item, false, t))}</ol></details>`;

/** Any item that waits can be begun by its own button; the next one has the key. */
function agendaItem(view: ConsoleView, item: AgendaLine, isNext: boolean, t: Translate): Html {
  const time = item.startMinutes === null ? "" : programmeTime(item.startMinutes);
  const current = item.state === "current";
  const waits = (item.state === "planned" || item.state === "reserved") && !isNext && view.may.includes("agenda.start");
  return html`<li class="${item.state === "done" ? "done" : null}" aria-current="${current ? "step" : null}">
    <span class="no">${time}</span><span class="${waits ? null : "still"}" dir="auto">${current ? html`<strong>${item.title}</strong>` : item.title}
    ${item.state === "reserved" ? html`<span class="small">${t("agenda.reserved")}</span>` : null}
    ${waits ? press(view.shell, { action: "agenda.start", hidden: { item: item.id }, words: t("console.start"), bare: true }) : null}</span></li>`;
}

const lastKey = 9;

/** Amendments as they are called; the first nine that wait are called with their figure. */
export function order(view: ConsoleView, t: Translate): Html | null {
  if (view.text === null) return null;
  // One of several that ask for the very same is called, and all of them with it.
  const waiting = view.callOrder.filter(
    (line) => line.state.state === "submitted" && line.same === null && isSupported(line),
  );
  const draw = (line: AmendmentLine): Html => {
    const place = waiting.indexOf(line);
    return callLine(view, line, place >= 0 && place < lastKey ? String(place + 1) : undefined, t);
  };
  const lines = discussions(view.callOrder, "order calls", draw, t);
  return html`<h2 id="order"><span dir="auto">${view.text.title}</span><br>${t(view.ordered ? "console.own-order" : "console.order")}</h2>
    ${
      lines.length === 0
        ? html`<p class="small">${t("console.order-empty")}</p>`
        : html`<ol class="order calls" aria-labelledby="order">${lines}</ol>${favourable(view, t)}${together(view, waiting, t)}${reordering(view, t)}`
    }`;
}

/** Several at once: the server sees that each still fits after those before it. */
const together = (view: ConsoleView, waiting: readonly AmendmentLine[], t: Translate): Html | null =>
  view.may.includes("amendment.callTogether")
    ? html`<details class="together" id="together"><summary class="btn btn--bare" data-key="v"><span>${t("console.together")}</span><kbd aria-hidden="true">V</kbd></summary>
        ${actForm(
          view.shell,
          { action: "amendment.callTogether" },
          html`<fieldset class="ticks"><legend class="small">${t("console.together-hint")}</legend>${withoutSubs(
            waiting,
            view,
          ).map(
            ({ id, number, label, gist }) =>
              html`<label data-is="${id}"><input type="checkbox" name="pick-${number}" value="${id}"><span>${label}, <span dir="auto">${gist}</span></span></label>`,
          )}</fieldset>${button({ words: t("console.together-submit") })}`,
        )}</details>`
    : null;

/** Sub-amendments are voted alone, and before what they amend. */
function withoutSubs(waiting: readonly AmendmentLine[], { callOrder }: ConsoleView): readonly AmendmentLine[] {
  const amended = new Set(callOrder.flatMap(({ number, sub, state }) => (sub && waits(state) ? [number] : [])));
  return waiting.filter(({ number, sub }) => !sub && !amended.has(number));
}

const waits = ({ state }: AmendmentLine["state"]): boolean => state === "submitted" || state === "called";

function callLine(view: ConsoleView, line: AmendmentLine, key: string | undefined, t: Translate): Html {
  const { state } = line.state;
  const called = state === "called";
  const look = called ? "now" : state === "submitted" ? null : "done";
  return html`<li class="${line.sub ? `sub ${look ?? ""}` : look}" aria-current="${called ? "step" : null}"><span class="no">${line.label}</span>
    <span><a href="${gatheringPath(view.shell, sheetPath(line))}" dir="auto">${line.delegation}</a>
    <span class="small" dir="auto">${line.gist}</span> ${sameWords(line, t)} ${supportersWords(line, t)} ${opinionBadge(line, t)} ${aheadWords(line, t)}${state === "submitted" ? null : html`<span class="life">${amendmentState(line.state, t)}</span>`}${divides(view, line) ? html`<span class="small">${t("amendments.divide")}</span>` : null}</span>
    ${
      state === "submitted" && line.same === null && isSupported(line) && view.may.includes("amendment.call")
        ? press(view.shell, {
            action: "amendment.call",
            hidden: { amendment: line.id },
            words: t("console.call"),
            ...(key ? { key } : {}),
          })
        : null
    }${divide(view, line, t)}</li>`;
}

/** What still holds of one of which a part fell; the first of them has the key. */
function divide(view: ConsoleView, line: AmendmentLine, t: Translate): Html | null {
  if (!divides(view, line)) return null;
  const first = view.callOrder.find((one) => divides(view, one));
  return press(view.shell, {
    action: "amendment.divide",
    hidden: { amendment: line.id },
    words: t("console.divide"),
    ...(line === first ? { key: "d" } : {}),
  });
}

const divides = ({ may }: ConsoleView, { state, divisible }: AmendmentLine): boolean =>
  state.state === "fallen" && divisible && may.includes("amendment.divide");
