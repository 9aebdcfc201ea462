import type { CreateView } from "../../../shared/views/index.ts";
import { definePage, frame } from "../../page/index.ts";
import { button, html } from "../../ui/index.ts";
import { gatheringFields } from "./gathering-fields.ts";

/** `/organiser/:jeton`. What was typed and refused is shown again. */
export const create = definePage<CreateView>({
  page: "create",
  entry: "join",
  title: (_view, t) => t("create.title"),
  body(view, beside) {
    const { t } = beside;
    const typed = view.shell.refused?.fields ?? {};
    const facts = {
      name: typed["name"] ?? "",
      place: typed["place"] ?? "",
      firstDay: typed["firstDay"] ?? "",
      timeZone: typed["timeZone"] ?? view.timeZones[0] ?? "",
    };
    return frame(
      view.shell,
      beside,
      { layout: "leaf narrow" },
      html`<h1>${t("create.title")}</h1><p>${t("create.intro")}</p>
        <form method="post" action="${view.shell.path}">
          <input type="hidden" name="token" value="${view.shell.token}">
          ${gatheringFields(facts, view.timeZones, t)}
          ${button({ words: t("create.submit"), now: true })}
        </form>`,
    );
  },
});
