import type { Translate } from "../../../shared/i18n/index.ts";
import { screenChoices } from "../../../shared/plenary/index.ts";
import type { ConsoleText, ConsoleView } from "../../../shared/views/index.ts";
import { actForm, gatheringPath } from "../../page/index.ts";
import { html, type Html } from "../../ui/index.ts";
import { textState } from "../texts/index.ts";
import { press } from "./press.ts";

/** What stands beside the debate: the hall's screen, the texts, the gathering itself. */
export const hall = (view: ConsoleView, t: Translate): Html =>
  html`${screen(view, t)}${texts(view, t)}${gathering(view, t)}`;

const keys = { auto: "s", text: "t", ballot: "b", result: "u", join: "j" } as const;

const screen = (view: ConsoleView, t: Translate): Html => html`
  <section aria-labelledby="screen"><h2 id="screen">${t("console.screen")}</h2>
  ${
    view.may.includes("screen.show")
      ? actForm(
          view.shell,
          { action: "screen.show", layout: "screens" },
          html`${screenChoices.map(
            (choice) => html`<button class="btn" name="show" value="${choice}" data-key="${keys[choice]}"
              aria-pressed="${choice === view.screen ? "true" : "false"}"><span>${t(`console.screen.${choice}`)}</span><kbd aria-hidden="true">${keys[choice].toUpperCase()}</kbd></button>`,
          )}`,
        )
      : html`<p>${t(`console.screen.${view.screen}`)}</p>`
  }
  <p class="small"><a href="${gatheringPath(view.shell, "/ecran")}">${t("console.see-screen")}</a></p></section>`;

const texts = (view: ConsoleView, t: Translate): Html | null =>
  view.texts.length === 0
    ? null
    : html`<section aria-labelledby="texts"><h2 id="texts">${t("console.texts")}</h2>
        <ul class="rows">${view.texts.map((text) => line(view, text, t))}</ul></section>`;

function line(view: ConsoleView, text: ConsoleText, t: Translate): Html {
  const handed = text.handedOver ? html`<p class="small">${t("console.handed-over")}</p>` : null;
  return html`<li><p><a href="${gatheringPath(view.shell, `/textes/${text.id}`)}" dir="auto">${text.title}</a></p>
    <p class="small">${textState(text.state, t)} ${text.alive === 0 ? null : t("console.alive", { count: text.alive })}</p>${handed}
    <div class="presses">${text.may.map((act) => textAct(view, text, act, t))}</div></li>`;
}

const textWords = {
  "text.table": "console.table",
  "text.untable": "console.untable",
  "text.withdraw": "console.withdraw",
  "declaration.publish": "console.publish",
} as const;

const twiceWords = {
  "text.untable": "console.untable-twice",
  "text.withdraw": "console.withdraw-twice",
  "declaration.publish": "console.publish-twice",
} as const;

const textKeys = { "text.table": "e", "text.untable": "v", "text.withdraw": "w", "declaration.publish": "l" } as const;

/** The key presses the act on the first text that allows it; the others are reached one by one. */
const textAct = (view: ConsoleView, text: ConsoleText, act: ConsoleText["may"][number], t: Translate): Html =>
  press(view.shell, {
    action: act,
    hidden: { text: text.id },
    words: t(textWords[act]),
    ...(view.texts.find(({ may }) => may.includes(act)) === text ? { key: textKeys[act] } : {}),
    ...(act === "text.table" ? {} : { twice: t(twiceWords[act]) }),
  });

const gathering = (view: ConsoleView, t: Translate): Html | null =>
  view.may.includes("gathering.close")
    ? html`<section aria-labelledby="gathering"><h2 id="gathering">${t("console.gathering")}</h2>
        <div class="presses">${press(view.shell, { action: "gathering.close", words: t("console.close-gathering"), key: "g", twice: t("console.close-gathering-twice") })}</div></section>`
    : null;
