import "../ui/styles/base.css";
import "../ui/styles/ballot.css";
import "../ui/styles/result.css";
import "../ui/styles/desk.css";

import { assembly, desk, people, roll } from "../../shared/i18n/fr/index.ts";
import { askTwice, sendFormsLive, startLivePage } from "../enhance/index.ts";
import { handCounts, rollPage } from "../pages/ballots/index.ts";
import { liveDeskPages } from "../pages/people/index.ts";

/** Who organises and keeps the desk: rows follow what the other desks mark. */
const page = startLivePage({
  templates: [...liveDeskPages, handCounts, rollPage],
  words: { fr: { ...assembly, ...desk, ...people, ...roll } },
});
if (page) {
  sendFormsLive(page);
  askTwice((words) => page.say(words));
}
