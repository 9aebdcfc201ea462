import { roles, showCode } from "../../../shared/people/index.ts";
import type { CodeCard, RoleLine, SeatLine } from "../../../shared/views/index.ts";
import type { Key, PageContext } from "../../http/index.ts";
import { codeOf } from "../codes.ts";
import { readDelegationNames } from "../delegations.ts";
import { readSeats, type SeatFacts } from "../seats.ts";
import type { TextsInWriting } from "../texts-in-writing.ts";

type Text = { readonly id: string; readonly title: string };

/** The seats of a gathering with what their roles belong to. */
export interface SeatBook {
  readonly facts: readonly SeatFacts[];
  readonly texts: readonly Text[];
  readonly delegations: ReadonlyMap<string, string>;
}

/** All seats, or that of one participant. */
export async function readSeatBook(
  { tx, gathering }: PageContext,
  textsInWriting: TextsInWriting,
  participant?: string,
): Promise<SeatBook> {
  const facts = (await readSeats(tx, gathering.id, participant)).filter((seat) => !seat.erased).toSorted(byRole);
  const texts = (await textsInWriting(tx, gathering.id)).map(({ id, title }) => ({ id, title }));
  const named = facts.flatMap(({ grants }) => grants.flatMap(({ delegation }) => delegation ?? []));
  const delegations = await readDelegationNames(tx, gathering.id, participant === undefined ? undefined : named);
  return { facts, texts, delegations };
}

/** The desk's roles first, then delegates, then observers; otherwise in the order in which the seats were made. */
const byRole = (a: SeatFacts, b: SeatFacts): number => rank(a) - rank(b);

const rank = (seat: SeatFacts): number => Math.min(roles.length, ...seat.grants.map(({ role }) => roles.indexOf(role)));

export const seatLine = (seat: SeatFacts, book: SeatBook): SeatLine => ({
  participant: seat.participant,
  name: seat.name,
  roles: seat.grants.map((grant) => roleLine(grant, book)),
  code: seat.code === null ? "none" : seat.code.used ? "used" : "issued",
});

/** The card of a seat that has a code. */
export function codeCard(seat: SeatFacts, book: SeatBook, key: Key, origin: string): CodeCard | null {
  if (seat.code === null) return null;
  const code = codeOf(key, seat.code.id);
  return { shown: showCode(code), address: `${origin}/entrer/${code}`, seat: seatLine(seat, book) };
}

function roleLine(grant: SeatFacts["grants"][number], book: SeatBook): RoleLine {
  const { role, delegation, text } = grant;
  return {
    role,
    delegation: delegation === undefined ? null : { id: delegation, name: book.delegations.get(delegation) ?? "" },
    text: text === undefined ? null : { id: text, title: book.texts.find((one) => one.id === text)?.title ?? "" },
  };
}
