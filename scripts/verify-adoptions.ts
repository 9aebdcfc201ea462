/** Redoes each adoption, and each undoing, from what was submitted (docs/record-format.md, "What must hold", 9). */
import {
  adoptionCommit,
  adoptionEffects,
  makeAgain,
  parseChangeSet,
  rebase,
  type Move,
  type Waiting,
} from "../shared/amendments/index.ts";
import { textHash, type TextNode } from "../shared/texts/index.ts";
import { canonical, expect, integer, string, type CheckedRecord, type Entry, type Fields } from "./verify.ts";
import { partsOf } from "./verify-text-lives.ts";

interface Amendment extends Waiting {
  readonly text: string;
  /** The version at which its text stood when it was submitted, or revised. */
  readonly since: number;
  /** Neither decided, withdrawn nor declared not moved. */
  waits: boolean;
  fate: "fallen" | "satisfied" | null;
}

/** A text as the acts lead it: the version tabled, the one at which it stands, and what moved it and still holds. */
interface TextLife {
  readonly versions: readonly TextNode[];
  tabled: number;
  version: number;
  moves: readonly Move[];
}

/** The text each adoption and each undoing gives, and what became of the amendments that waited. */
export function adoptionsOf(
  record: CheckedRecord,
  texts: ReadonlyMap<string, readonly TextNode[]>,
): (entry: Entry) => void {
  const amendments = new Map<string, Amendment>();
  const lives = new Map<string, TextLife>();
  const lifeOf = (text: string): TextLife => {
    const life = lives.get(text) ?? { versions: texts.get(text) ?? [], tabled: 0, version: 0, moves: [] };
    lives.set(text, life);
    return life;
  };
  const all = (ids: unknown): readonly Amendment[] => strings(ids).flatMap((id) => amendments.get(id) ?? []);
  const leave = (ids: unknown): void => {
    for (const one of all(ids)) one.waits = false;
  };

  const submit = (data: Fields): void => {
    const [id, text] = [string(data, "amendment"), string(data, "text")];
    const life = lifeOf(text);
    const base = life.versions[integer(data, "version")];
    const set = record.changeSets.get(`${id}/${integer(data, "revision")}`);
    expect(base !== undefined && set !== undefined, "le registre n’a pas ce qu’il amende.");
    const changes = parseChangeSet(canonical(set.value));
    amendments.set(id, { id, text, base, changes, since: life.version, waits: true, fate: null });
  };
  const adopt = (data: Fields): void => {
    const decided = all(data["amendments"]).filter(({ waits, fate }) => waits && fate === null);
    const subject = record.ballots.get(string(data, "ballot"))?.subject ?? {};
    const text = string(subject, "text");
    const life = lifeOf(text);
    leave(data["amendments"]);
    const others = [...amendments.values()].filter((one) => one.text === text && one.waits && one.fate === null);
    // Of a block, the part that this act adopts.
    const part = partsOf(subject).find(
      ({ amendments }) => canonical([...strings(amendments)].sort()) === canonical(data["amendments"]),
    );
    adoptAgain(data, part ?? {}, decided, others, life.versions);
    for (const fate of ["fallen", "satisfied"] as const) for (const one of all(data[fate])) one.fate = fate;
    life.version = integer(data, "version");
    const [first] = decided;
    const before = life.versions[life.version - 1];
    if (!first || !before) return;
    const { changes, base } = first;
    const named = { ballot: string(data, "ballot"), amendments: strings(data["amendments"]) };
    life.moves = [...life.moves, { kind: "adoption", ...named, changes, base, version: life.version, before }];
  };
  const correct = (data: Fields): void => {
    const life = lifeOf(string(data, "text"));
    life.version = integer(data, "version");
    const [before, after] = [life.versions[life.version - 1], life.versions[life.version]];
    if (before && after) life.moves = [...life.moves, { kind: "correction", version: life.version, before, after }];
  };
  /** The others made again from the tabled version give the text, and each amendment that waits stands as on that way. */
  const undo = (data: Fields): void => {
    const ballot = string(data, "ballot");
    const life = lifeOf(string(record.ballots.get(ballot)?.subject ?? {}, "text"));
    const head = life.versions[life.version];
    life.moves = life.moves.filter((move) => move.kind !== "adoption" || move.ballot !== ballot);
    life.version = integer(data, "version");
    const way = wayOf(life);
    const [last, after] = [way.at(-1)?.doc, life.versions[life.version]];
    const same = head !== undefined && last !== undefined && (after?.eq(last) ?? false);
    expect(same, "les autres adoptions, refaites depuis le dépôt, ne donnent pas ce texte.");
    const freed = new Set(strings(data["amendments"]));
    const told: { readonly [word: string]: string[] } = { live: [], fallen: [], satisfied: [], altered: [] };
    for (const one of amendments.values()) {
      if (one.text !== string(record.ballots.get(ballot)?.subject ?? {}, "text")) continue;
      if (freed.has(one.id)) Object.assign(one, { waits: true, fate: null });
      if (!one.waits) continue;
      const before = freed.has(one.id) ? "live" : (one.fate ?? rebase(one.changes, one.base, head).state);
      const now = stateOn(way, one);
      one.fate = now === "fallen" || now === "satisfied" ? now : null;
      if (now !== before) told[now]?.push(one.id);
    }
    for (const [word, ids] of Object.entries(told)) expectTold(data, word, ids);
  };

  return ({ act, data }) => {
    if (act === "text.tabled") Object.assign(lifeOf(string(data, "text")), tabledAt(integer(data, "version")));
    else if (act === "text.corrected") correct(data);
    else if (["amendment.submitted", "amendment.revised", "amendment.takenOver"].includes(act)) submit(data);
    else if (["amendment.withdrawn", "amendment.notMoved", "amendment.inadmissible"].includes(act))
      leave([data["amendment"]]);
    else if (act === "amendment.rejected") leave(data["amendments"]);
    else if (act === "amendment.adopted") adopt(data);
    else if (act === "amendment.undone") undo(data);
  };
}

const tabledAt = (version: number): Omit<TextLife, "versions"> => ({ tabled: version, version, moves: [] });

/** The tabled text, then the text after each move that holds. */
function wayOf({ versions, tabled, moves }: TextLife): readonly { readonly version: number; readonly doc: TextNode }[] {
  const first = versions[tabled];
  expect(first !== undefined, "ce texte n’a pas été déposé.");
  const way = [{ version: tabled, doc: first }];
  let doc = first;
  for (const move of moves) {
    const next = makeAgain(doc, move);
    expect(next !== null, "une adoption plus récente ne tient pas sans lui.");
    doc = next;
    way.push({ version: move.version, doc });
  }
  return way;
}

/** From where its text stood when it was submitted on: what has fallen, or is satisfied, stays so. */
function stateOn(way: ReturnType<typeof wayOf>, { changes, base, since }: Amendment) {
  const earlier = way.filter(({ version }) => version <= since).slice(-1);
  let state = rebase(changes, base, base).state;
  for (const { doc } of [...earlier, ...way.filter(({ version }) => version > since)]) {
    state = rebase(changes, base, doc).state;
    if (state === "fallen" || state === "satisfied") break;
  }
  return state;
}

function adoptAgain(
  data: Fields,
  subject: Fields,
  decided: readonly Waiting[],
  others: readonly Waiting[],
  versions: readonly TextNode[],
): void {
  const version = integer(data, "version");
  const [before, after] = [versions[version - 1], versions[version]];
  const all = decided.length > 0 && decided.length === strings(data["amendments"]).length;
  expect(all && before !== undefined && after !== undefined, "l’amendement n’attendait pas.");
  for (const one of decided) {
    const { changes, state } = rebase(one.changes, one.base, before);
    expect(state === "live" || state === "altered", "l’amendement ne s’appliquait plus au texte.");
    const redone = adoptionCommit(before, changes, version);
    expect(redone.ok && redone.value.doc.eq(after), "les changements adoptés ne sont pas ceux qui étaient déposés.");
  }
  expect(textHash(after) === subject["result"], "le texte adopté n’est pas celui qui était mis aux voix.");
  for (const [fate, ids] of Object.entries(adoptionEffects(others, before, after))) expectTold(data, fate, ids);
}

const expectTold = (data: Fields, word: string, ids: readonly string[]): void =>
  expect(
    canonical([...ids].sort()) === canonical([...strings(data[word])].sort()),
    `ce n’est pas ce qui devait devenir « ${word} ».`,
  );

const strings = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);
