import { may } from "../../../shared/people/index.ts";
import { saysSomething, textHash } from "../../../shared/texts/index.ts";
import type { ConsoleText } from "../../../shared/views/index.ts";
import type { PageContext } from "../../http/index.ts";
import { readDocument, type TextFacts } from "../../texts/index.ts";
import { aliveOn, type Hall } from "./hall.ts";
import { textLine } from "./lines.ts";

/** A text as the console shows it: where it stands, and what may be done with it now. */
export async function consoleText(context: PageContext, hall: Hall, text: TextFacts): Promise<ConsoleText> {
  const { doc } = await readDocument(context.tx, text.id, text.version);
  return {
    ...(await textLine(context, text)),
    version: text.version,
    hash: textHash(doc),
    alive: aliveOn(hall, text.id).length,
    handedOver: text.life.state === "draft" && text.life.handedOver,
    may: textActs(context, hall, text, saysSomething(doc)),
  };
}

/** An amendment once submitted keeps the tabling; an open ballot on the text keeps it as it is; an empty one is not tabled. */
function textActs(
  { gathering, actor }: PageContext,
  hall: Hall,
  text: TextFacts,
  written: boolean,
): ConsoleText["may"] {
  if (gathering.state === "closed") return [];
  const { state } = text.life;
  const amended = hall.amendments.some((one) => one.text === text.id);
  const voting = hall.moment.kind === "voting" && hall.text?.id === text.id;
  const possible: Readonly<Record<ConsoleText["may"][number], boolean>> = {
    "text.table": state === "draft" && written,
    "text.untable": state === "tabled" && !amended && !voting,
    "text.withdraw": (state === "draft" || state === "tabled") && !voting,
    "declaration.publish": state === "adopted",
  };
  const acts = ["text.table", "text.untable", "text.withdraw", "declaration.publish"] as const;
  return acts.filter((act) => possible[act] && may(actor, act, { gathering: gathering.id, text: text.id }));
}
