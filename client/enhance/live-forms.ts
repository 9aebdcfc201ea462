import { fieldsOf, sendForm } from "./forms.ts";
import { parseView } from "./fetch-view.ts";
import type { LivePage } from "./live-page.ts";

/** Sends an act's form in another way than at once: the vote keeps it on the phone. True: it has taken the form over. */
export type FormTaker = (form: HTMLFormElement, submitter: HTMLElement | null) => boolean;

export interface LiveFormFacts {
  readonly taker?: FormTaker;
  /** The page is never left: wherever the answer leads, it shows itself anew. */
  readonly stay?: boolean;
}

/**
 * Forms of acts are sent without leaving the page. Once at a time; a refusal is shown where the form stands and what was
 * typed stays; without network the words stay too, and it is said.
 */
export function sendFormsLive(page: LivePage, { taker = () => false, stay = false }: LiveFormFacts = {}): void {
  let pressed: HTMLElement | null = null;
  document.addEventListener(
    "click",
    (event) => {
      const button = event.target instanceof Element ? event.target.closest<HTMLElement>("button") : null;
      if (button) pressed = button;
    },
    true,
  );
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !form.hasAttribute("data-act")) return;
    event.preventDefault();
    if (form.getAttribute("aria-busy") === "true") return;
    // Safari 14 does not know the submitter.
    const submitter = event.submitter ?? (pressed && form.contains(pressed) ? pressed : null);
    if (!taker(form, submitter)) void send(page, form, submitter, stay);
  });
}

async function send(
  page: LivePage,
  form: HTMLFormElement,
  submitter: HTMLElement | null,
  stay: boolean,
): Promise<void> {
  form.setAttribute("aria-busy", "true");
  page.say(page.t("form.sending"));
  const sent = await sendForm(form.action, fieldsOf(form, submitter));
  form.removeAttribute("aria-busy");
  switch (sent.kind) {
    case "elsewhere":
      if (stay) return page.refresh();
      return location.assign(sent.url);
    case "no-network":
      notice(form, page.t("form.offline"));
      return page.say(page.t("form.offline"));
    case "page": {
      const view = parseView(sent.view);
      const here =
        view?.page === page.view().page && (sent.refused || sent.path === location.pathname + location.search);
      if (!here && stay && !sent.refused) return page.refresh();
      if (!view || !here) return sent.refused ? location.reload() : location.assign(sent.path);
      if (!sent.refused) form.reset();
      page.show(view);
      if (view.shell.refused) page.say(view.shell.refused.words);
    }
  }
}

/** Words at the head of the form; the next drawing takes them away. */
function notice(form: HTMLFormElement, words: string): void {
  form.querySelector(":scope > .notice")?.remove();
  const element = document.createElement("p");
  element.className = "refused notice";
  element.textContent = words;
  form.prepend(element);
}
