/** Redoes each adoption, and each undoing, from what was submitted (docs/record-format.md, "What must hold", 9). */
import {
  adoptionCommit,
  adoptionEffects,
  changeSetHash,
  divide,
  makeAgain,
  rebase,
  type Move,
  type Waiting,
  type WaitingSub,
} from "../shared/amendments/index.ts";
import { textHash, type TextNode } from "../shared/texts/index.ts";
import { Families } from "./verify-sub-amendments.ts";
import { canonical, expect, integer, string, type CheckedRecord, type Entry, type Fields } from "./verify.ts";
import { partsOf, strings } from "./verify-subjects.ts";

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
  const families = new Families(record);
  const lifeOf = (text: string): TextLife => {
    const life = lives.get(text) ?? { versions: texts.get(text) ?? [], tabled: 0, version: 0, moves: [] };
    lives.set(text, life);
    return life;
  };
  const all = (ids: unknown): readonly Amendment[] => strings(ids).flatMap((id) => amendments.get(id) ?? []);
  const leave = (ids: unknown): void => {
    for (const one of all(ids)) one.waits = false;
    families.forget(strings(ids));
  };

  const submit = (data: Fields): void => {
    const [id, text] = [string(data, "amendment"), string(data, "text")];
    const life = lifeOf(text);
    const base = life.versions[integer(data, "version")];
    expect(base !== undefined, "le registre n’a pas ce qu’il amende.");
    const changes = families.changesOf(data);
    families.revise(data, base, life.versions[life.version]);
    amendments.set(id, { id, text, base, changes, since: life.version, waits: true, fate: null });
  };
  /** Of what had fallen all that can still enter the text as it stands, found again from what was asked. */
  const split = (data: Fields): void => {
    const [before] = all([data["amendment"]]);
    const head = before && lifeOf(before.text).versions[lifeOf(before.text).version];
    expect(head !== undefined && before?.fate === "fallen", "il n’était pas tombé.");
    const left = divide(before.changes, before.base, head);
    const right = left.ok && changeSetHash(left.value) === data["hash"];
    expect(right, "ce n’est pas ce qui en tenait encore.");
    submit(data);
  };
  /** Under another author, as it was worded last. */
  const retake = (data: Fields): void => {
    const [before] = all([data["amendment"]]);
    expect(before !== undefined, "le registre n’a pas ce qu’il reprend.");
    const since = lifeOf(before.text).version;
    amendments.set(before.id, { ...before, since, waits: true, fate: null });
  };
  const adopt = (data: Fields): void => {
    const decided = all(data["amendments"]).filter(({ waits, fate }) => waits && fate === null);
    const subject = record.ballots.get(string(data, "ballot"))?.subject ?? {};
    const text = string(subject, "text");
    const life = lifeOf(text);
    if (subject["kind"] === "subAmendment") {
      families.adopt(data, subject, strings(data["amendments"]), life.versions[life.version]);
      const [parent] = all([data["amendment"]]);
      if (parent) amendments.set(parent.id, { ...parent, changes: families.changesOf(data), since: life.version });
      return;
    }
    leave(data["amendments"]);
    const waiting = [...amendments.values()].filter((one) => one.text === text && one.waits && one.fate === null);
    const others = [...waiting, ...families.waitingOn(text)];
    // Of a block, the part that this act adopts.
    const part = partsOf(subject).find(
      ({ amendments }) => canonical([...strings(amendments)].sort()) === canonical(data["amendments"]),
    );
    adoptAgain(data, part ?? {}, decided, others, life.versions);
    for (const fate of ["fallen", "satisfied"] as const) for (const one of all(data[fate])) one.fate = fate;
    families.forget([...strings(data["fallen"]), ...strings(data["satisfied"])]);
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
    else if (act === "amendment.submitted" && "parent" in data) families.submitSub(data);
    else if (act === "amendment.submitted" || act === "amendment.revised") submit(data);
    else if (act === "amendment.divided") split(data);
    else if (act === "amendment.takenOver") retake(data);
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
  others: readonly (Waiting | WaitingSub)[],
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
