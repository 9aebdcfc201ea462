/** Who wrote what of a text, and its versions: kept up to date with every act; naming and restoring without leaving the page. */
import "../ui/styles/base.css";
import "../ui/styles/text.css";
import "../ui/styles/redline.css";
import "../ui/styles/sheet-page.css";
import "../ui/styles/history.css";

import { assembly, history, texts } from "../../shared/i18n/fr/index.ts";
import { goThrough } from "../history/index.ts";
import { askTwice, sendFormsLive, startLivePage } from "../enhance/index.ts";
import { historyPages } from "../pages/history/index.ts";

const page = startLivePage({ templates: historyPages, words: { fr: { ...assembly, ...texts, ...history } } });
if (page) {
  sendFormsLive(page);
  askTwice((words) => page.say(words));
  goThrough(page);
}
