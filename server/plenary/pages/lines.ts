import { may } from "../../../shared/people/index.ts";
import type { AgendaItem } from "../../../shared/plenary/index.ts";
import type {
  AgendaDay,
  AgendaLine,
  BlockItem,
  CalledAmendment,
  DeclarationLine,
  TextLine,
} from "../../../shared/views/index.ts";
import { gistOf, groupsOf, type AmendmentFacts } from "../../amendments/index.ts";
import type { PageContext } from "../../http/index.ts";
import { amendingOf, isPublic, mayWrite, type TextFacts } from "../../texts/index.ts";
import { beingVoted } from "../being-voted.ts";
import type { Hall } from "./hall.ts";

/** An item of the programme; the text that it is about is named to whoever may read it. */
export function agendaLine(context: PageContext, { texts }: Hall, item: AgendaItem): AgendaLine {
  const { id, title, kind, day, startMinutes, endMinutes, note, state } = item;
  const text = readable(context, texts).find((one) => one.id === item.text);
  const named = text ? { id: text.id, title: text.title } : null;
  return { id, title, kind, day, dayMs: noonOf(context, day), startMinutes, endMinutes, note, state, text: named };
}

/** In UTC: the same day in every zone where people gather. */
const noonOf = ({ gathering }: PageContext, day: number): number =>
  Date.parse(`${gathering.firstDay}T12:00:00Z`) + (day - 1) * 24 * 3600 * 1000;

/** The programme by day. */
export function agendaDays(context: PageContext, hall: Hall): readonly AgendaDay[] {
  return [...new Set(hall.agenda.map((item) => item.day))].map((day) => ({
    day,
    atMs: noonOf(context, day),
    items: hall.agenda.filter((item) => item.day === day).map((item) => agendaLine(context, hall, item)),
  }));
}

/** The item that comes after the current one, or the first to come. */
export function nextItem({ agenda, item }: Hall): AgendaItem | null {
  const from = item === null ? 0 : agenda.indexOf(item) + 1;
  return agenda.slice(from).find((one) => one.state === "planned") ?? null;
}

export const readable = ({ gathering, actor }: PageContext, texts: readonly TextFacts[]): readonly TextFacts[] => {
  const drafts = gathering.publicDrafts || may(actor, "draft.read", { gathering: gathering.id });
  return texts.filter((text) => drafts || isPublic(text));
};

export async function textLine(context: PageContext, text: TextFacts): Promise<TextLine> {
  const { gathering, actor } = context;
  return {
    id: text.id,
    title: text.title,
    state: text.life.state,
    mayWrite: gathering.state === "open" && mayWrite(actor, text),
    amending: await amendingOf(context, text, beingVoted),
  };
}

/** None of a text that was not adopted as a whole. */
export function declarationLine({ gathering, actor, shell }: PageContext, text: TextFacts): readonly DeclarationLine[] {
  const { id, title, life } = text;
  if (life.state !== "adopted" && life.state !== "published") return [];
  const delegation = shell.me?.delegation?.id;
  const signs = delegation !== undefined && may(actor, "declaration.sign", { gathering: gathering.id, delegation });
  return [{ id, title, state: life.state, maySign: signs && gathering.state === "open" && life.state === "adopted" }];
}

/** What is called together and is not one and the same: the block; null of a single amendment, or of identical ones. */
export async function calledBlock(
  context: PageContext,
  { called, shower }: Hall,
): Promise<readonly BlockItem[] | null> {
  const groups = groupsOf([...called].sort((a, b) => a.number - b.number));
  return groups.length > 1 ? blockItems(context, shower, groups) : null;
}

/** Amendments of a block, each with those identical to it. */
export async function blockItems(
  { gathering }: PageContext,
  shower: Hall["shower"],
  groups: readonly (readonly [AmendmentFacts, ...AmendmentFacts[]])[],
): Promise<readonly BlockItem[]> {
  const items: BlockItem[] = [];
  for (const group of groups) {
    const [first] = group;
    const amendments = [];
    for (const one of group) amendments.push(await shower.name(one));
    items.push({ amendments, ...gistOf(first, gathering.language) });
  }
  return items;
}

/** The amendment under discussion, with those identical to it; null when none is called. */
export async function calledAmendment({ called, shower }: Hall): Promise<CalledAmendment | null> {
  const [first, ...others] = called;
  if (!first) return null;
  const { id, number, sub = 0, label, delegation, text, place, redline, hash } = await shower.sheet(first);
  const identical = [];
  for (const other of others) identical.push(await shower.name(other));
  return { id, number, sub, label, delegation, identical, text, place, redline, hash, sinceMs: first.calledAtMs ?? 0 };
}
