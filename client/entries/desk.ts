import "../ui/styles/base.css";
import "../ui/styles/ballot.css";
import "../ui/styles/desk.css";

import { assembly, desk, people } from "../../shared/i18n/fr/index.ts";
import { askTwice, sendFormsLive, startLivePage } from "../enhance/index.ts";
import { handCounts } from "../pages/ballots/index.ts";
import { liveDeskPages } from "../pages/people/index.ts";

/** Who organises and keeps the desk: rows follow what the other desks mark. */
const page = startLivePage({
  templates: [...liveDeskPages, handCounts],
  words: { fr: { ...assembly, ...desk, ...people } },
});
if (page) {
  sendFormsLive(page);
  askTwice((words) => page.say(words));
}
