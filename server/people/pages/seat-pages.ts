import { allow, mayEver } from "../../../shared/people/index.ts";
import { ok, refuse } from "../../../shared/refusals.ts";
import type { MeView, WelcomeView } from "../../../shared/views/index.ts";
import type { Key, PageDefinition } from "../../http/index.ts";
import type { TextsInWriting } from "../texts-in-writing.ts";
import { codeCard, readSeatBook, seatLine } from "./seat-lines.ts";

/** What an organiser keeps and does first. */
export const welcomePage = (key: Key, textsInWriting: TextsInWriting): PageDefinition => ({
  path: "/bienvenue",
  async read(context) {
    const { actor, gathering, shell, origin } = context;
    const allowed = allow(actor, "gathering.set", { gathering: gathering.id });
    if (!allowed.ok) return allowed;
    const book = await readSeatBook(context, textsInWriting, actor.participant ?? "");
    const [seat] = book.facts;
    const view: WelcomeView = {
      page: "welcome",
      shell,
      card: seat === undefined ? null : codeCard(seat, book, key, origin),
    };
    return ok(view);
  },
});

/** One's own seat. */
export const mePage = (textsInWriting: TextsInWriting): PageDefinition => ({
  path: "/moi",
  async read(context) {
    const { actor, shell } = context;
    if (actor.participant === null) return refuse("not-signed-in");
    const book = await readSeatBook(context, textsInWriting, actor.participant);
    const [seat] = book.facts;
    if (!seat) return refuse("not-found");
    const view: MeView = {
      page: "me",
      shell,
      seat: seatLine(seat, book),
      mayOrganise: {
        settings: mayEver(actor, "gathering.set"),
        codes: mayEver(actor, "code.issue"),
        desk: mayEver(actor, "delegation.arrive"),
        console: mayEver(actor, "ballot.prepare"),
      },
    };
    return ok(view);
  },
});
