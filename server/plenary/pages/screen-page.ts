import { screenShows } from "../../../shared/plenary/index.ts";
import { assertNever, ok, type Result } from "../../../shared/refusals.ts";
import { textHash } from "../../../shared/texts/index.ts";
import type { Scene, ScreenView } from "../../../shared/views/index.ts";
import { readBallot } from "../../ballots/index.ts";
import type { PageContext, PageDefinition } from "../../http/index.ts";
import { readDocument } from "../../texts/index.ts";
import { turnoutOf } from "./ballot-card.ts";
import { ballotFacts } from "./ballot-facts.ts";
import { ballotStage } from "./ballot-stage.ts";
import { readEnding } from "./ending.ts";
import { readHall, waitingOn, type Hall } from "./hall.ts";
import { agendaLine, calledAmendment, calledBlock, nextItem } from "./lines.ts";

/** `/ecran`: the hall's screen. Nothing private, no name of a person, no tendency, whoever's session opened it. */
export const screenPage: PageDefinition = {
  path: "/ecran",
  async read(context): Promise<Result<ScreenView>> {
    const asPublic = { ...context, shell: { ...context.shell, me: null } };
    const hall = await readHall(asPublic);
    return ok({
      page: "screen",
      shell: context.shell,
      scene: (await sceneOf(asPublic, hall)) ?? joinScene(asPublic, hall),
      join: { url: `${context.origin}/r/${context.gathering.slug}/` },
    });
  },
};

/** Null when there is nothing of it any more. */
async function sceneOf(context: PageContext, hall: Hall): Promise<Scene | null> {
  const { tx, gathering } = context;
  const counted = hall.ballots.findLast(({ state }) => state !== "open" && state !== "cancelled");
  const text = hall.text && hall.text.life.state !== "draft" ? hall.text : null;
  const shows = screenShows(hall.screen, hall.moment, { text: text?.id ?? null, lastResult: counted?.id ?? null });
  switch (shows.kind) {
    case "ballot": {
      const ballot = await readBallot(tx, gathering.id, shows.ballot);
      if (ballot?.state !== "open") return null;
      const { lastCall, step } = ballot;
      const facts = await ballotFacts(context, hall, ballot);
      return { kind: "ballot", facts, turnout: await turnoutOf(context, ballot), lastCall, step };
    }
    case "result": {
      const ballot = await readBallot(tx, gathering.id, shows.ballot);
      const stage = ballot && (await ballotStage(context, hall, ballot, { names: false }));
      return stage && stage.stage !== "open"
        ? { kind: "result", stage, published: publishedBy(context, hall, shows.ballot) }
        : null;
    }
    case "amendments": {
      const items = await calledBlock(context, hall);
      if (items) return { kind: "block", items };
      const amendment = await calledAmendment(hall);
      return amendment && { kind: "amendment", amendment };
    }
    case "text": {
      if (!text) return null;
      const { id, title, version } = text;
      const { doc } = await readDocument(tx, id, version);
      return { kind: "text", text: { id, title, version, hash: textHash(doc) }, waiting: waitingOn(hall, id) };
    }
    case "item":
      return hall.item && { kind: "item", item: agendaLine(context, hall, hall.item) };
    case "join":
      return null;
    case "closed":
      return { kind: "closed", ending: await readEnding(context) };
    default:
      return assertNever(shows);
  }
}

/** The declaration that this ballot made of a text, once it is published. */
function publishedBy({ origin, gathering }: PageContext, { texts }: Hall, ballot: string) {
  const text = texts.find(({ life }) => life.state === "published" && life.ballot === ballot);
  return text ? { title: text.title, url: `${origin}/r/${gathering.slug}/declarations/${text.id}` } : null;
}

function joinScene(context: PageContext, hall: Hall): Scene {
  const next = nextItem(hall);
  return { kind: "join", next: next && agendaLine(context, hall, next) };
}
