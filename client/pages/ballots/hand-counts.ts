import { assertNever } from "../../../shared/refusals.ts";
import type { Translate } from "../../../shared/i18n/index.ts";
import type { HandCountsView, StationView } from "../../../shared/views/index.ts";
import { actForm, definePage, frame, gatheringPath } from "../../page/index.ts";
import { button, code, field, html, linkButton, state, type Html } from "../../ui/index.ts";

const answers = ["for", "against", "abstention", "notTakingPart"] as const;

/** `/scrutins/:n/mains`: two tellers count each zone, each for themselves. */
export const handCounts = definePage<HandCountsView>({
  page: "hand-counts",
  entry: "desk",
  title: (_view, t) => t("counts.title"),
  body(view, beside) {
    const { t } = beside;
    const { facts, shell, stations } = view;
    return frame(
      shell,
      beside,
      { layout: "leaf", tab: "now" },
      html`<h1>${t("counts.title")}</h1><p dir="auto">${facts.question}</p>
        <p class="small">${t("ballot.title", { number: facts.number })} · ${code(facts.code)}</p>
        <p>${t(view.open ? "counts.hint" : "counts.closed")}</p>
        ${stations.length === 0 ? html`<p class="empty">${t("counts.none")}</p>` : stations.map((one) => station(view, one, t))}
        <div class="row-acts">${linkButton({ words: t("papers.print"), href: gatheringPath(shell, `/scrutins/${facts.number}/bulletins`) })}
        ${linkButton({ words: t("counts.table"), href: gatheringPath(shell, `/scrutins/${facts.number}/emargement`), bare: true })}</div>`,
    );
  },
});

function station(view: HandCountsView, one: StationView, t: Translate): Html {
  const name = `counts-${one.channel}-${one.zone}`;
  return html`<section class="station" aria-labelledby="${name}">
    <h2 id="${name}">${t(`counts.${one.channel}`, { zone: one.zone })}</h2>
    <p class="small num">${t("counts.present", { count: one.present })}</p>
    <p>${standing(one, t)}</p>${differing(one, t)}${counting(view, one, t)}</section>`;
}

function standing(one: StationView, t: Translate): Html {
  switch (one.state) {
    case "awaited":
    case "mine-awaited":
      return state("wait", t(`counts.${one.state}`));
    case "other-awaited":
      return state("live", t("counts.other-awaited"));
    case "differing":
      return state("warn", t("counts.differing"));
    case "agreed":
      return state("for", t("counts.agreed"));
    default:
      return assertNever(one.state);
  }
}

/** Both counts side by side, once both were given and are not the same. */
function differing({ mine, others, state: standing }: StationView, t: Translate): Html | null {
  if (standing !== "differing" || mine === null) return null;
  const columns = [
    { head: t("counts.mine"), tally: mine },
    ...others.map((tally) => ({ head: t("counts.other"), tally })),
  ];
  return html`<table class="figures"><caption class="vh">${t("counts.differing")}</caption><thead><tr><td></td>${columns.map(({ head }) => html`<th scope="col">${head}</th>`)}</tr></thead>
    <tbody>${answers.map(
      (answer) => html`<tr><th scope="row">${t(`choice.${answer}`)}</th>
        ${columns.map(({ tally }) => html`<td class="num">${tally[answer]}</td>`)}</tr>`,
    )}</tbody></table>`;
}

/** One thing to do now: the first station that waits for this teller. */
const next = ({ stations }: HandCountsView): StationView | undefined =>
  stations.find(({ state: at }) => at === "mine-awaited" || at === "differing" || at === "awaited");

/** Where the two agree the form is folded: counting again is possible as long as the ballot is open. */
function counting(view: HandCountsView, one: StationView, t: Translate): Html | null {
  if (!view.open) return null;
  const { channel, zone } = one;
  const refused = view.shell.refused?.fields;
  const typed = refused?.["channel"] === channel && refused["zone"] === String(zone) ? refused : {};
  const form = actForm(
    view.shell,
    { action: "vote.count", hidden: { ballot: view.facts.id, channel, zone: String(zone) }, layout: "counting" },
    html`<div class="counts">${answers.map((answer) =>
      field({
        id: `${channel}-${zone}-${answer}`,
        name: answer,
        label: t(`choice.${answer}`),
        value: typed[answer] ?? "",
        type: "number",
        inputmode: "numeric",
      }),
    )}</div>${button({ words: t("counts.enter"), now: one === next(view) })}`,
  );
  return one.state === "agreed" || one.state === "other-awaited"
    ? html`<details><summary class="btn btn--bare">${t("counts.again")}</summary>${form}</details>`
    : form;
}
