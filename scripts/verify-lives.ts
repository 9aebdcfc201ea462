/**
 * What may follow what, in a record whose hashes and counts hold (docs/record-format.md, "What must hold", 7 and 8): the
 * lives of the gathering, its delegations, its agenda and its ballots. Those of texts and amendments: verify-text-lives.ts.
 */
import { textLives } from "./verify-text-lives.ts";
import { canonical, expect, string, within, type CheckedRecord, type Entry, type Fields } from "./verify.ts";

type BallotState = "open" | "closed" | "declared" | "concluded" | "cancelled" | "annulled";
interface BallotLife {
  state: BallotState;
  outcome: string;
  /** What its subject is: an amendment, a text, a question. */
  readonly kind: unknown;
  /** Annulled once it had decided of amendments: the next act undoes that. */
  undoes: boolean;
  /** Whether a ballot that was not cancelled took its place. */
  replaced: boolean;
  readonly replaces: BallotLife | null;
}
/** What may still be written once the gathering is closed. */
const afterClosing = new Set(["person.erased", "clock.steppedBack", "record.restored"]);
/** Acts that move none of these lives. */
const withoutLife = new Set([
  "gathering.set",
  "role.granted",
  "role.revoked",
  "code.revoked",
  "person.erased",
  "clock.steppedBack",
  "record.restored",
]);

/** To be given the acts in their order, then told the end; what the lives do not allow throws a `Fault`. */
export function livesOf(record: CheckedRecord): { readonly act: (entry: Entry) => void; readonly end: () => void } {
  const gathering = { closed: false };
  const delegations = new Map<string, "absent" | "present" | "withdrawn">();
  const agenda = { items: new Set<unknown>(), current: null as unknown };
  const ballots = new Map<string, BallotLife>();
  const texts = textLives(record, (delegation) => (delegations.get(String(delegation)) ?? "withdrawn") !== "withdrawn");

  const gatheringActs = (act: string, sequence: number): void => {
    if (act === "gathering.created") return expect(sequence === 1, "la rencontre avait déjà commencé.");
    const open = [...ballots.values()].some(({ state }) => state === "open");
    expect(!open, "un scrutin était encore ouvert.");
    gathering.closed = true;
  };
  const delegationActs = (act: string, { delegation }: Fields): void => {
    const [id, state] = [String(delegation), delegations.get(String(delegation))];
    const may = act === "delegation.admitted" ? state === undefined : state !== undefined && state !== "withdrawn";
    expect(may, "sa délégation n’est pas admise, ou l’était déjà.");
    if (act === "delegation.admitted" || act === "delegation.left") delegations.set(id, "absent");
    if (act === "delegation.arrived") delegations.set(id, "present");
    if (act === "delegation.withdrawn") delegations.set(id, "withdrawn");
  };
  const agendaActs = (act: string, { item }: Fields): void => {
    if (act === "agenda.added") return void agenda.items.add(item);
    expect(agenda.items.has(item), "ce point n’est pas à l’ordre du jour.");
    if (act === "agenda.started") expect(agenda.current === null, "un autre point était en cours.");
    if (act === "agenda.ended") expect(agenda.current === item, "ce point n’était pas en cours.");
    if (act === "agenda.removed") agenda.items.delete(item);
    if (act === "agenda.started") agenda.current = item;
    else if (act !== "agenda.changed" && agenda.current === item) agenda.current = null;
  };
  /** By delegation: all that are admitted, and present those that the acts say are. Else, nobody of those who are not. */
  const checkRoll = (data: Fields, roll: readonly Fields[]): void => {
    const enrolled = [...delegations].filter(([, state]) => state !== "withdrawn").map(([id]) => id);
    const byDelegation = data["unit"] === "delegation";
    if (byDelegation) {
      const listed = roll.map((line) => string(line, "voter"));
      expect(canonical(enrolled.sort()) === canonical([...listed].sort()), "sa liste n’est pas celle des admises.");
    }
    for (const line of roll) {
      const [voter, id, there] = [string(line, "voter"), string(line, "delegation"), line["presence"] === "present"];
      expect(!byDelegation || voter === id, `la voix de ${voter} est donnée à une autre.`);
      expect(enrolled.includes(id), `la délégation de ${voter} n’est pas admise.`);
      const present = delegations.get(id) === "present";
      expect(
        byDelegation ? there === present : !there || present,
        `la présence de ${voter} n’est pas celle que disent les actes.`,
      );
      expect(data["weights"] === "delegates" || line["weight"] === 1, `${voter} a plus d’une voix.`);
      expect(data["unit"] !== "person" || there, `${voter} n’est pas là et se trouve sur la liste.`);
    }
    checkProxies(data, roll);
  };
  const ballotActs = (act: string, data: Fields): void => {
    const id = string(data, "ballot");
    const [life, book] = [ballots.get(id), record.ballots.get(id)];
    if (act === "ballot.opened") {
      checkRoll(data, book?.roll ?? []);
      const subject = book?.subject ?? {};
      if (subject["kind"] === "question")
        expect(subject["item"] === agenda.current, "sa question n’était pas le point en cours.");
      else texts.openBallot(id, subject);
      const replaces = "replaces" in data ? replacedBy(string(data, "replaces"), subject["kind"]) : null;
      return void ballots.set(id, {
        state: "open",
        outcome: "",
        kind: subject["kind"],
        undoes: false,
        replaced: false,
        replaces,
      });
    }
    const from: { readonly [act: string]: readonly BallotState[] } = {
      "ballot.closed": ["open"],
      "ballot.cancelled": ["open"],
      "ballot.declared": ["closed"],
      "ballot.annulled":
        life?.kind === "text" || life?.kind === "subAmendment"
          ? ["closed", "declared"]
          : ["closed", "declared", "concluded"],
    };
    expect(life !== undefined && (from[act] ?? []).includes(life.state), "ce scrutin n’en était pas là.");
    life.undoes = act === "ballot.annulled" && life.state === "concluded";
    life.state = ballotStates[act] ?? life.state;
    life.outcome = act === "ballot.declared" ? string(data, "outcome") : life.outcome;
    if (act === "ballot.cancelled" && life.replaces !== null) life.replaces.replaced = false;
    if (act !== "ballot.closed" && !isDue(id)) texts.endBallot(id);
  };
  /** The annulled ballot in whose place one opens: of the same kind, and whose place nothing took. */
  const replacedBy = (id: string, kind: unknown): BallotLife => {
    const life = ballots.get(id);
    expect(life?.state === "annulled", "celui qu’il remplace n’est pas annulé.");
    expect(life.kind === kind, "celui qu’il remplace portait sur autre chose.");
    expect(!life.replaced, "celui qu’il remplace l’est déjà.");
    life.replaced = true;
    return life;
  };
  /** Whether a ballot was declared, and what was declared not yet done. */
  const isDue = (id: string): boolean => {
    const life = ballots.get(id);
    const decides = life?.outcome === "adopted" || life?.outcome === "rejected";
    return life?.state === "declared" && decides && record.ballots.get(id)?.subject["kind"] !== "question";
  };
  const conclude = (act: string, data: Fields): void => {
    const life = ballots.get(string(data, "ballot"));
    const rightly = life?.state === "declared" && act.endsWith(`.${life.outcome}`);
    expect(rightly, "son scrutin n’a pas été proclamé ainsi, ou a déjà servi.");
  };

  let due: string | null = null;
  const check = ({ act, data, sequence }: Entry): void => {
    expect((sequence === 1) === (act === "gathering.created"), "une rencontre commence par sa création, une fois.");
    expect(!gathering.closed || afterClosing.has(act), "la rencontre était close.");
    const concludes = "ballot" in data && /\.(adopted|rejected)$/.test(act);
    const follows = concludes || act === "amendment.undone";
    expect(due === null || (follows && data["ballot"] === due), "le scrutin proclamé n’a pas eu sa suite.");
    const undoes = ballots.get(String(data["ballot"]))?.undoes ?? false;
    expect(undoes === (act === "amendment.undone") || !follows, "rien n’est à défaire de ce scrutin.");
    if (concludes) conclude(act, data);
    if (act === "gathering.set" && data["key"] === "supporters") texts.requireSupporters(Number(data["after"]));
    if (withoutLife.has(act)) return;
    const [room] = act.split(".");
    if (act === "gathering.created" || act === "gathering.closed") gatheringActs(act, sequence);
    else if (act in delegationStates) delegationActs(act, data);
    else if (agendaNames.has(act)) agendaActs(act, data);
    else if (act === "ballot.opened" || act in ballotStates) ballotActs(act, data);
    else if (room !== "ballot") texts.act(act, data);
    else expect(false, "cet acte n’existe pas.");
  };

  return {
    act(entry) {
      check(entry);
      const { act, data } = entry;
      const ballot = String(data["ballot"]);
      const concludes = /\.(adopted|rejected)$/.test(act);
      if (concludes && texts.isLeft(ballot)) return;
      const life = ballots.get(ballot);
      if (concludes && life !== undefined) life.state = "concluded";
      if (act === "amendment.undone" && life !== undefined) life.undoes = false;
      due = (act === "ballot.declared" && isDue(ballot)) || (act === "ballot.annulled" && life?.undoes) ? ballot : null;
    },
    end() {
      within("la fin du journal", () => expect(due === null, "le scrutin proclamé n’a pas eu sa suite."));
      texts.end();
      checkNothingElse(record, ballots);
    },
  };
}

const ballotStates: { readonly [act: string]: BallotState } = {
  "ballot.closed": "closed",
  "ballot.declared": "declared",
  "ballot.cancelled": "cancelled",
  "ballot.annulled": "annulled",
};
const delegationStates = Object.fromEntries(
  ["admitted", "renamed", "withdrawn", "arrived", "left"].map((name) => [`delegation.${name}`, true]),
);
const agendaNames = new Set(
  ["added", "changed", "removed", "started", "ended", "reserved"].map((name) => `agenda.${name}`),
);

/** The record holds no ballot, votes or changes that no act names. */
function checkNothingElse({ file, entries }: CheckedRecord, ballots: ReadonlyMap<string, BallotLife>): void {
  const ofList = (key: string): readonly Fields[] => (Array.isArray(file[key]) ? file[key] : []);
  for (const item of ofList("ballots")) {
    within(`le scrutin ${String(item["ballot"])}`, () => {
      const state = ballots.get(String(item["ballot"]))?.state;
      expect(state !== undefined, "aucun acte ne l’ouvre.");
      const counted = state !== "open" && state !== "cancelled";
      expect(counted || !("votes" in item || "marks" in item), "les votes d’un scrutin sans décompte restent secrets.");
    });
  }
  const submitted = new Set(
    entries.map(({ data }) => ("revision" in data ? `${String(data["amendment"])}/${String(data["revision"])}` : "")),
  );
  for (const set of ofList("changeSets")) {
    const key = `${String(set["amendment"])}/${String(set["revision"])}`;
    within(`les changements de l’amendement ${key}`, () => expect(submitted.has(key), "aucun acte ne les dépose."));
  }
}

/** Where proxies were allowed: each is carried by somebody who is there, who carries two at most; elsewhere there are none. */
function checkProxies(data: Fields, roll: readonly Fields[]): void {
  const there = new Set(roll.filter((line) => line["presence"] === "present").map((line) => line["voter"]));
  const carried = new Map<unknown, number>();
  for (const line of roll) {
    const represented = line["presence"] === "represented";
    const { voter, holder, channel } = line;
    const marked = represented === (holder !== undefined) && represented === (channel === "proxy");
    expect(marked, `la procuration de ${String(voter)} est mal écrite.`);
    if (!represented) continue;
    carried.set(holder, (carried.get(holder) ?? 0) + 1);
    const right = data["proxies"] === true && there.has(holder) && (carried.get(holder) ?? 0) <= 2;
    expect(right, `la procuration de ${String(voter)} ne vaut pas.`);
  }
}
