import "../ui/styles/base.css";
import "../ui/styles/text.css";
import "../ui/styles/redline.css";
import "../ui/styles/ballot.css";
import "../ui/styles/result.css";
import "../ui/styles/moment.css";
import { assembly } from "../../shared/i18n/fr/index.ts";
import { askTwice, sendFormsLive, startLivePage } from "../enhance/index.ts";
import { ballot } from "../pages/ballots/index.ts";
import { now } from "../pages/plenary/index.ts";
import { keepVotes } from "../voting/index.ts";

const page = startLivePage({ templates: [now, ballot], words: { fr: assembly } });
if (page) {
  sendFormsLive(page, { taker: keepVotes(page) });
  askTwice((words) => page.say(words));
}
