/** The programme, amendments, declarations, minutes, journal: kept up to date; signing and withdrawing without leaving the page. */
import "../ui/styles/base.css";
import "../ui/styles/text.css";
import "../ui/styles/redline.css";
import "../ui/styles/result.css";
import "../ui/styles/order.css";
import "../ui/styles/programme.css";
import "../ui/styles/papers.css";
import "../ui/styles/sheet-page.css";
import "../ui/styles/sheaf.css";

import { assembly, declarations, minutes, programme, sheaf, sheets, texts } from "../../shared/i18n/fr/index.ts";
import { askTwice, sendFormsLive, startLivePage } from "../enhance/index.ts";
import { amendmentPages } from "../pages/amendments/index.ts";
import { paperPages } from "../pages/declarations/index.ts";
import { agenda } from "../pages/programme/index.ts";

const page = startLivePage({
  templates: [agenda, ...amendmentPages, ...paperPages],
  words: { fr: { ...assembly, ...sheets, ...sheaf, ...texts, ...programme, ...declarations, ...minutes } },
});
if (page) {
  sendFormsLive(page);
  askTwice((words) => page.say(words));
}
