import type { EnterView } from "../../../shared/views/index.ts";
import { html } from "../../ui/index.ts";
import { definePage, frame } from "../../page/index.ts";
import { codeForm } from "./code-form.ts";

/** `/entrer` and `/entrer/:code`. A refused code is said beside the field. */
export const enter = definePage<EnterView>({
  page: "enter",
  entry: "join",
  title: (_view, t) => t("enter.title"),
  body(view, beside) {
    const { t } = beside;
    const { token, refused } = view.shell;
    const form = codeForm({ token, code: view.code, next: view.next, fault: refused?.words ?? null }, t);
    return frame(
      { ...view.shell, refused: null },
      beside,
      { layout: "leaf narrow" },
      html`<h1>${t("enter.title")}</h1>${form}
        <p class="small">${t("enter.without")} <a href="/">${t("enter.public")}</a></p>`,
    );
  },
});
