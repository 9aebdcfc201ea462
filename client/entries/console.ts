/** The chair's console: every act by its key, closing by two presses, and it never leaves its page. */
import "../ui/styles/base.css";
import "../ui/styles/text.css";
import "../ui/styles/redline.css";
import "../ui/styles/ballot.css";
import "../ui/styles/result.css";
import "../ui/styles/order.css";
import "../ui/styles/moment.css";
import "../ui/styles/console.css";
import "../ui/styles/console-vote.css";

import { assembly, results, programme, sheets, tribune } from "../../shared/i18n/fr/index.ts";
import { askTwice, listenToKeys, sendFormsLive, showUnfolded, startLivePage } from "../enhance/index.ts";
import { consolePage } from "../pages/console/index.ts";

const page = startLivePage({
  templates: [consolePage],
  words: { fr: { ...assembly, ...results, ...sheets, ...programme, ...tribune } },
});
if (page) {
  sendFormsLive(page, { stay: true });
  listenToKeys();
  showUnfolded();
  askTwice((words) => page.say(words));
}
