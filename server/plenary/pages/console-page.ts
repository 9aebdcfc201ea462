import { translator } from "../../../shared/i18n/index.ts";
import { allow } from "../../../shared/people/index.ts";
import { ok, type Result } from "../../../shared/refusals.ts";
import type { ConsoleSubject, ConsoleText, ConsoleView } from "../../../shared/views/index.ts";
import { favourableOn, readOwnOrder, type AmendmentFacts } from "../../amendments/index.ts";
import type { PageContext, PageDefinition } from "../../http/index.ts";
import type { TextFacts } from "../../texts/index.ts";
import { consoleActs } from "./console-acts.ts";
import { consoleBallot, lastAnnulled, lastResult } from "./console-ballot.ts";
import { consoleText } from "./console-texts.ts";
import { followUp } from "./follow-up.ts";
import { readHall, type Hall } from "./hall.ts";
import { agendaDays, calledBlock, nextItem } from "./lines.ts";

/** `/tribune`: the chair conducts, the secretary reads. */
export const consolePage: PageDefinition = {
  path: "/tribune",
  async read(context): Promise<Result<ConsoleView>> {
    const { gathering, actor, shell } = context;
    const allowed = allow(actor, "ballot.prepare", { gathering: gathering.id });
    if (!allowed.ok) return allowed;
    const hall = await readHall(context);
    const text = hall.text && (await consoleText(context, hall, hall.text));
    const subject = await subjectOf(context, hall, text);
    const callOrder = hall.text === null ? [] : await hall.shower.lines(hall.text, amendmentsOn(hall.text, hall));
    const ballot = await consoleBallot(context, hall, subject);
    const waits = ballot.stage === "none" || ballot.stage === "prepared";
    const before = {
      lastResult: waits ? await lastResult(context, hall) : null,
      lastAnnulled: ballot.stage === "none" ? await lastAnnulled(context, hall) : null,
    };
    return ok({
      page: "console",
      shell,
      closed: gathering.state === "closed",
      days: agendaDays(context, hall),
      today: (hall.item ?? nextItem(hall) ?? hall.agenda.at(-1))?.day ?? null,
      text,
      callOrder,
      favourable:
        hall.text === null ? [] : await favourableOn(context.tx, hall.text, amendmentsOn(hall.text, hall), callOrder),
      ordered: hall.text !== null && (await readOwnOrder(context.tx, hall.text.id)).length > 0,
      subject,
      ballot,
      ...before,
      next: followUp({ ballot, ...before }, translator(gathering.language)),
      screen: hall.screen,
      may: consoleActs(context, hall, { subject, ballot, ...before }),
      texts: await Promise.all(hall.texts.map((one) => consoleText(context, hall, one))),
    });
  },
};

const amendmentsOn = (text: TextFacts, { amendments }: Hall): readonly AmendmentFacts[] =>
  amendments.filter((one) => one.text === text.id);

/** What would be put to the vote: the amendment called last; or the whole, when no amendment of the text waits. */
async function subjectOf(context: PageContext, hall: Hall, text: ConsoleText | null): Promise<ConsoleSubject> {
  const { called, shower } = hall;
  const items = await calledBlock(context, hall);
  if (items) return { kind: "block", items, sinceMs: called[0]?.calledAtMs ?? 0 };
  const [first, ...others] = called;
  if (!first) return text?.state === "tabled" && text.alive === 0 ? { kind: "whole", text } : { kind: "none" };
  const identical = [];
  for (const other of others) identical.push(await shower.name(other));
  const effects = (await shower.effects(first)).flatMap(({ kind, amendment }) =>
    kind === "stays" ? [] : [{ kind, amendment }],
  );
  return { kind: "amendment", sheet: await shower.sheet(first), identical, effects, sinceMs: first.calledAtMs ?? 0 };
}
