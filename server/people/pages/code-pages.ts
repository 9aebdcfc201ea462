import { allow, isEnrolled } from "../../../shared/people/index.ts";
import { ok } from "../../../shared/refusals.ts";
import type { CodeCard, CodeSheetView, CodesView } from "../../../shared/views/index.ts";
import type { Key, PageDefinition } from "../../http/index.ts";
import { readDelegations } from "../delegations.ts";
import type { SeatFacts } from "../seats.ts";
import type { TextsInWriting } from "../texts-in-writing.ts";
import { codeCard, readSeatBook, seatLine } from "./seat-lines.ts";

/** Who has a code and who entered it; one delegation's seats when `?delegation=` names it. */
export const codesPage = (textsInWriting: TextsInWriting): PageDefinition => ({
  path: "/codes",
  async read(context) {
    const { actor, gathering, shell, tx, query } = context;
    const allowed = allow(actor, "code.issue", { gathering: gathering.id });
    if (!allowed.ok) return allowed;
    const book = await readSeatBook(context, textsInWriting);
    const enrolled = (await readDelegations(tx, gathering.id)).filter((one) => isEnrolled(one.state));
    const seatsOf = (id: string): SeatFacts[] => book.facts.filter((seat) => seat.delegation === id);
    const opened = enrolled.find((one) => one.id === query["delegation"]);
    const view: CodesView = {
      page: "codes",
      shell,
      delegations: enrolled.map(({ id, name, delegates, observers }) => ({
        id,
        name,
        places: delegates + observers,
        seats: seatsOf(id).length,
        used: seatsOf(id).filter((seat) => seat.code?.used === true).length,
      })),
      opened: opened
        ? { id: opened.id, name: opened.name, seats: seatsOf(opened.id).map((seat) => seatLine(seat, book)) }
        : null,
      seats: book.facts.filter((seat) => seat.delegation === null).map((seat) => seatLine(seat, book)),
      texts: book.texts,
    };
    return ok(view);
  },
});

/** The sheet to print: every seat of a delegation, one seat, or all that have a code. */
export const codeSheetPage = (key: Key, textsInWriting: TextsInWriting): PageDefinition => ({
  path: "/codes/feuille",
  async read(context) {
    const { actor, gathering, shell, query, origin } = context;
    const allowed = allow(actor, "code.issue", { gathering: gathering.id });
    if (!allowed.ok) return allowed;
    const book = await readSeatBook(context, textsInWriting);
    const wanted = book.facts
      .filter((seat) => query["delegation"] === undefined || seat.delegation === query["delegation"])
      .filter((seat) => query["place"] === undefined || seat.participant === query["place"])
      .toSorted((a, b) => place(a, book.delegations) - place(b, book.delegations));
    const cards = wanted.map((seat) => codeCard(seat, book, key, origin));
    const view: CodeSheetView = {
      page: "code-sheet",
      shell,
      cards: cards.filter((card): card is CodeCard => card !== null),
    };
    return ok(view);
  },
});

/** Seats of one delegation lie together on the sheet, in the order of the delegations; those of none come first. */
function place(seat: SeatFacts, delegations: ReadonlyMap<string, string>): number {
  return seat.delegation === null ? -1 : [...delegations.keys()].indexOf(seat.delegation);
}
