import type { Translate, WordKey } from "../../../shared/i18n/index.ts";
import type { RefusalView } from "../../../shared/views/index.ts";
import { html, linkButton, shape } from "../../ui/index.ts";
import { definePage, frame, gatheringPath } from "../../page/index.ts";
import { codeForm } from "./code-form.ts";

/** Instead of the page that was asked: the refusal in words, above the code form when a code would open it. */
export const refusal = definePage<RefusalView>({
  page: "refusal",
  entry: "join",
  title: (view, t) => heading(view, t),
  body(view, beside) {
    const { t } = beside;
    const { shell } = view;
    const form = codeForm({ token: shell.token, code: "", next: view.next, fault: null }, t);
    const back = { words: t(shell.gathering ? "refusal.back" : "refusal.home"), href: gatheringPath(shell, "/") };
    return frame(
      { ...shell, refused: null },
      beside,
      { layout: "leaf narrow" },
      html`<h1>${heading(view, t)}</h1>
        <p class="refused">${shape("warn")}<span>${view.words}</span></p>
        ${view.withCode ? form : null}
        <p>${linkButton(back)}</p>`,
    );
  },
});

const titles: Readonly<Record<string, WordKey & `refusal.title${string}`>> = {
  "not-found": "refusal.title-not-found",
  "not-signed-in": "refusal.title-code",
  "seat-moved": "refusal.title-code",
  "code-unknown": "refusal.title-code",
  "code-revoked": "refusal.title-code",
  "try-again": "refusal.title-again",
  "too-many": "refusal.title-again",
};

const heading = (view: RefusalView, t: Translate): string => t(titles[view.code] ?? "refusal.title");
