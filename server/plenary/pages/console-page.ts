import { allow } from "../../../shared/people/index.ts";
import { ok, type Result } from "../../../shared/refusals.ts";
import type { AmendmentLine, ConsoleSubject, ConsoleText, ConsoleView } from "../../../shared/views/index.ts";
import { inTextOrder } from "../../amendments/index.ts";
import type { PageContext, PageDefinition } from "../../http/index.ts";
import { consoleActs } from "./console-acts.ts";
import { consoleBallot } from "./console-ballot.ts";
import { consoleText } from "./console-texts.ts";
import { readHall, type Hall } from "./hall.ts";
import { agendaLine, nextItem } from "./lines.ts";

/** `/tribune`: the chair conducts, the secretary reads. */
export const consolePage: PageDefinition = {
  path: "/tribune",
  async read(context): Promise<Result<ConsoleView>> {
    const { gathering, actor, shell } = context;
    const allowed = allow(actor, "ballot.prepare", { gathering: gathering.id });
    if (!allowed.ok) return allowed;
    const hall = await readHall(context);
    const text = hall.text && (await consoleText(context, hall, hall.text));
    const subject = await subjectOf(hall, text);
    const ballot = await consoleBallot(context, hall, subject);
    return ok({
      page: "console",
      shell,
      agenda: dayOf(hall).map((item) => agendaLine(context, hall, item)),
      text,
      callOrder: await callOrder(hall),
      subject,
      ballot,
      screen: hall.screen,
      may: consoleActs(context, hall, subject, ballot),
      texts: await otherTexts(context, hall),
    });
  },
};

/** The items of the current day, or of the first to come; of the last when nothing comes. */
function dayOf(hall: Hall): Hall["agenda"] {
  const day = (hall.item ?? nextItem(hall) ?? hall.agenda.at(-1))?.day;
  return hall.agenda.filter((item) => item.day === day);
}

async function callOrder({ amendments, text, shower }: Hall): Promise<readonly AmendmentLine[]> {
  const lines: AmendmentLine[] = [];
  for (const one of inTextOrder(amendments.filter((one) => one.text === text?.id))) lines.push(await shower.line(one));
  return lines;
}

/** What would be put to the vote: the amendment called last; or the whole, when no amendment of the text waits. */
async function subjectOf({ called, shower }: Hall, text: ConsoleText | null): Promise<ConsoleSubject> {
  const [first, ...others] = called;
  if (!first) return text?.state === "tabled" && text.alive === 0 ? { kind: "whole", text } : { kind: "none" };
  const identical = [];
  for (const other of others) identical.push(await shower.name(other));
  const effects = (await shower.effects(first)).flatMap(({ kind, amendment }) =>
    kind === "stays" ? [] : [{ kind, amendment }],
  );
  return { kind: "amendment", sheet: await shower.sheet(first), identical, effects, sinceMs: first.calledAtMs ?? 0 };
}

async function otherTexts(context: PageContext, hall: Hall): Promise<readonly ConsoleText[]> {
  const others: ConsoleText[] = [];
  for (const text of hall.texts) if (text.id !== hall.text?.id) others.push(await consoleText(context, hall, text));
  return others;
}
