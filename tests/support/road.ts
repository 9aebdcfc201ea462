import { readDocument } from "../../server/texts/index.ts";
import { canonicalJson } from "../../shared/journal/index.ts";
import { plainJson } from "../../shared/texts/index.ts";
import { freshApp, getPage, type FreshApp } from "./app.ts";
import { openAssembly, type Assembly, type Seated } from "./assembly.ts";
import type { FreshStorage } from "./storage.ts";
import { castFor, putToVote, startFirstItem } from "./open-ballot.ts";

/** The road of a text through the real app: created, tabled, amended, voted, signed, published. */
export interface Road extends AsyncDisposable {
  readonly fresh: FreshApp;
  readonly assembly: Assembly;
  readonly three: readonly [Voter, Voter, Voter];
  /** A text of this title, tabled. */
  table(title: string): Promise<string>;
  /** Submits an amendment of its title, and gives its id. */
  amend(text: string, who: Voter, from: string, to: string): Promise<string>;
  call(amendment: string): Promise<void>;
  /** Puts it to the vote and concludes with these choices, one a delegation. */
  decide(subject: string, choices: readonly string[]): Promise<void>;
  /** An act that must be accepted. */
  act(who: string, action: string, body: object): Promise<void>;
  /** The view of a page. */
  view<T>(path: string, who?: string): Promise<T>;
  record(): Promise<string>;
}

type Voter = Seated & { readonly delegation: string };

/** On SQLite unless a store is given, which then is the test's to let go of. */
export async function openRoad(store?: FreshStorage): Promise<Road> {
  const fresh = await freshApp({}, store);
  const assembly = await openAssembly(fresh);
  const chair = assembly.chair.cookie;
  const three = [
    await assembly.delegation("Brémont"),
    await assembly.delegation("Kerloc’h"),
    await assembly.delegation("Orvelles"),
  ] as const;
  await startFirstItem(assembly);

  const act = async (who: string, action: string, body: object) => {
    const answer = await assembly.act(who, action, body);
    if (answer.statusCode !== 200) throw new Error(`${action}: ${answer.body}`);
    return answer.json();
  };
  return {
    fresh,
    assembly,
    three,
    act,
    async table(title) {
      const { text } = await act(chair, "text.create", { title });
      await act(chair, "text.table", { text });
      return text;
    },
    async amend(text, who, from, to) {
      const { version, doc } = await fresh.storage.read(async (tx) => {
        const [row] = (await tx.db.select().from(tx.tables.texts)).filter(({ id }) => id === text);
        return readDocument(tx, text, row?.version ?? 0);
      });
      const document: unknown = JSON.parse(canonicalJson(plainJson(doc.toJSON())).replace(from, to));
      const asked = { delegation: who.delegation, text, version, document, rationale: `Plutôt « ${to} ».` };
      return (await act(who.cookie, "amendment.submit", asked)).amendment;
    },
    async call(amendment) {
      await act(chair, "amendment.call", { amendment });
    },
    async decide(subject, choices) {
      const [kind, id = ""] = subject.split(":");
      const opened = kind === "text" ? await putToVote(assembly, id) : await act(chair, "ballot.open", { subject });
      for (const [i, choice] of choices.entries()) {
        const who = three[i];
        if (who) await castFor({ assembly, text: id, ...opened }, who, choice);
      }
      await act(chair, "ballot.conclude", { ballot: opened.ballot });
    },
    async view(path, who) {
      const page = `/r/${assembly.slug}/etat.json?page=${encodeURIComponent(path)}`;
      const answer = await getPage(fresh.app, page, { cookie: who });
      if (answer.statusCode !== 200) throw new Error(`${path}: ${answer.body}`);
      return answer.json();
    },
    async record() {
      return (await getPage(fresh.app, `/r/${assembly.slug}/registre.json`)).body;
    },
    [Symbol.asyncDispose]: () => fresh[Symbol.asyncDispose](),
  };
}
