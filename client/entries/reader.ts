/** The texts: the list kept up to date, and a text that follows each commit without asking anybody to sign in. */
import "../ui/styles/base.css";
import "../ui/styles/text.css";
import "../ui/styles/reader.css";

import { assembly, texts } from "../../shared/i18n/fr/index.ts";
import { askTwice, sendFormsLive, startLivePage, type LivePage } from "../enhance/index.ts";
import { readerPages, type FollowedText } from "../pages/texts/index.ts";
import { proseOfText, titleOfText } from "../../shared/views/index.ts";
import type { ServerMessage } from "../../shared/protocol.ts";
import { followText, offerChosenWords, type Followed } from "../texts/reading/index.ts";

/** Readers are drawn anew a few times a second at most, however fast others type. */
const drawEveryMs = 250;
/** Away for longer, the text itself is smaller than all that was done to it. */
const resumeWithinMs = 60_000;

let followed: Followed | null = null;
let awaySinceMs: number | null = null;
let waiting = false;

const page = startLivePage({
  words: { fr: { ...assembly, ...texts } },
  templates: readerPages,
  opened: (live) => {
    const wasAway = awaySinceMs === null ? 0 : Date.now() - awaySinceMs;
    awaySinceMs = null;
    if (wasAway > resumeWithinMs) followed = null;
    open(live);
  },
  cut: () => {
    awaySinceMs = Date.now();
  },
  message: hear,
});
if (page) {
  askTwice((words) => page.say(words));
  sendFormsLive(page);
  offerChosenWords(page.t("text.amend-words"));
}

function open(live: LivePage): void {
  const text = textOf(live);
  if (text !== null) live.send({ type: "open", text, version: followed?.version ?? null, writes: false });
}

function hear(message: ServerMessage): void {
  if (!page || (message.type !== "snapshot" && message.type !== "steps") || message.text !== textOf(page)) return;
  followed = followText(followed, message);
  if (!followed) return open(page);
  if (waiting) return;
  waiting = true;
  setTimeout(draw, drawEveryMs);
}

function draw(): void {
  waiting = false;
  if (!page || !followed) return;
  const { version, doc } = followed;
  page.keep({ version, title: titleOfText(doc), blocks: proseOfText(doc) } satisfies FollowedText);
}

function textOf(live: LivePage): string | null {
  const view = live.view();
  return view.page === "text" && "text" in view ? idOf(view.text) : null;
}

const idOf = (text: unknown): string | null =>
  typeof text === "object" && text !== null && "id" in text && typeof text.id === "string" ? text.id : null;
