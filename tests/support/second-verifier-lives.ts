/**
 * "What must hold", 7, of docs/record-format.md, for the second verifier: who is in which state is one table, and each
 * act a row of from and to. Knows nothing of scripts/verify-lives.ts.
 */
import { asksTheSame, nodesOf, partsOf } from "./second-verifier-subjects.ts";
import { isDivision, node, nodes, plain, present, read, same, type Node, type Tree } from "./second-verifier-tree.ts";

interface Act {
  readonly act: string;
  readonly data: Node;
}
type Key = Tree | undefined;

/** act → [the states it may come from ("" is none yet), the one it leads to ("=" stays)]. */
const moves: { readonly [act: string]: readonly [from: string, to: string] } = {
  "delegation.admitted": ["", "absent"],
  "delegation.arrived": ["absent present", "present"],
  "delegation.left": ["absent present", "absent"],
  "delegation.renamed": ["absent present", "="],
  "delegation.withdrawn": ["absent present", "withdrawn"],
  "agenda.added": ["", "planned"],
  "agenda.changed": ["planned current", "="],
  "agenda.started": ["planned", "current"],
  "agenda.ended": ["current", "planned"],
  "agenda.reserved": ["planned current", "planned"],
  "agenda.removed": ["planned current", "removed"],
  "text.created": ["", "draft"],
  "text.tabled": ["draft", "tabled"],
  "text.untabled": ["tabled", "draft"],
  "text.withdrawn": ["draft tabled", "withdrawn"],
  "text.adopted": ["tabled", "adopted"],
  "text.rejected": ["tabled", "rejected"],
  "text.corrected": ["tabled adopted", "="],
  "amendment.submitted": ["", "submitted"],
  "amendment.revised": ["submitted called", "submitted"],
  "amendment.divided": ["fallen", "submitted"],
  "amendment.called": ["submitted", "called"],
  "amendment.reserved": ["called", "submitted"],
  "amendment.withdrawn": ["submitted called", "withdrawn"],
  "amendment.takenOver": ["withdrawn", "submitted"],
  "amendment.cosigned": ["submitted called", "="],
  "amendment.uncosigned": ["submitted called", "="],
  "amendment.inadmissible": ["submitted called", "inadmissible"],
  "amendment.notMoved": ["submitted called", "notMoved"],
  "amendment.opined": ["submitted called", "="],
  "amendment.reordered": ["submitted called", "="],
  "amendment.adopted": ["called", "adopted"],
  "amendment.rejected": ["called", "rejected"],
  "amendment.undone": ["adopted rejected", "called"],
  "ballot.opened": ["", "open"],
  "ballot.closed": ["open", "closed"],
  "ballot.cancelled": ["open", "cancelled"],
  "ballot.declared": ["closed", "declared"],
  "ballot.annulled": ["closed declared concluded", "annulled"],
  "declaration.signed": ["adopted", "="],
  "declaration.declined": ["adopted", "="],
  "declaration.published": ["adopted", "published"],
};
const opinionsGiven = ["favourable", "unfavourable", "wisdom", "withdrawalAsked", "satisfied"];
const others = /^(gathering\.(created|set|closed)|role\..*|code\.revoked|person\.erased|clock\..*|record\.restored)$/;
const afterwards = /^(person\.erased|clock\.steppedBack|record\.restored)$/;
const idOf = ({ act, data }: Act): Tree[] => {
  const room = act.split(".")[0] ?? "";
  if (Array.isArray(data["amendments"])) return data["amendments"];
  return [data[{ agenda: "item", declaration: "text" }[room] ?? room] ?? null];
};

export function* livesFaults(
  story: readonly Act[],
  ballotOf: (id: Key) => Node,
  commitsOf: (text: Key) => Node[],
): Generator<string> {
  const states = new Map<string, string>();
  const standsAt = new Map<Key, number>();
  const tabledAt = new Map<Key, number>();
  const adoptedAt = new Map<Key, Node>();
  const submitted = new Map<Key, Node>();
  /** A sub-amendment waits while its parent does. */
  const waits = (id: Key): boolean => {
    const [own, parent] = [stateOf("amendment", id), submitted.get(id)?.["parent"]];
    if (own !== "submitted" && own !== "called") return false;
    return parent === undefined || ["submitted", "called"].includes(stateOf("amendment", parent));
  };
  const childrenOf = (parent: Key): Tree[] =>
    [...submitted].flatMap(([id, fact]) =>
      fact["parent"] !== undefined && fact["parent"] === parent ? [id ?? null] : [],
    );
  const outcomes = new Map<Key, Tree>();
  /** By amendment and revision. */
  const cosigned = new Map<string, Set<string>>();
  let supporters = 0;
  /** How many parts of a ballot's subject were decided; a block has several, adopted one after the other. */
  const concluded = new Map<Key, number>();
  /** What an amendment was before it fell or was satisfied. */
  const waited = new Map<Key, string>();
  let [closed, lastNumber, due, dueVerbs]: [boolean, number, Key, string[]] = [false, 0, undefined, []];
  const stateOf = (room: string, id: Key): string => states.get(`${room} ${plain(id)}`) ?? "";
  const subjectOf = (id: Key): Node => node(read(ballotOf(id)["subject"]));
  const inState = (room: string, ...wanted: string[]): string[] =>
    [...states].flatMap(([key, state]) =>
      key.startsWith(`${room} `) && wanted.includes(state) ? [key.slice(room.length + 1)] : [],
    );
  const running = (): Node[] => inState("ballot", "open", "closed").map(subjectOf);
  const wholeIsVoted = ({ text }: Node): boolean =>
    running().some((subject) => subject["kind"] === "text" && subject["text"] === text);
  const deciding = (id: Key): boolean =>
    ["adopted", "rejected"].includes(plain(outcomes.get(id))) && subjectOf(id)["kind"] !== "question";

  for (const [index, one] of story.entries()) {
    const { act, data } = one;
    const name = `${act} ${index + 1}`;
    const [room = "", verb = ""] = act.split(".");
    if ((index === 0) !== (act === "gathering.created") || (closed && !afterwards.test(act))) yield name;
    if (act === "gathering.closed") {
      if (inState("ballot", "open").length > 0) yield name;
      closed = true;
    }
    const concludes = (room === "amendment" || room === "text") && (verb === "adopted" || verb === "rejected");
    const undoes = act === "amendment.undone";
    if (due !== undefined && !((concludes || undoes) && dueVerbs.includes(verb) && data["ballot"] === due)) yield name;
    if (undoes && due === undefined) yield name;
    [due, dueVerbs] = [undefined, ["adopted", "rejected"]];

    // What the act says, before it moves anything.
    if (act === "gathering.set" && data["key"] === "supporters") supporters = Number(data["after"]);
    if (act === "agenda.started" && inState("item", "current").length > 0) yield name;
    if (act === "ballot.opened") yield* openingFaults(name, data);
    if (act === "ballot.opened" && data["replaces"] !== undefined) {
      const before = data["replaces"];
      const taken = story.slice(0, index).some((other) => {
        const there = other.act === "ballot.opened" && other.data["replaces"] === before;
        return there && stateOf("ballot", other.data["ballot"]) !== "cancelled";
      });
      if (stateOf("ballot", before) !== "annulled" || taken) yield name;
      else if (subjectOf(before)["kind"] !== subjectOf(data["ballot"])["kind"]) yield name;
    }
    if (act === "ballot.declared") {
      outcomes.set(data["ballot"], data["outcome"] ?? null);
      if (deciding(data["ballot"])) due = data["ballot"];
    }
    if (act === "ballot.annulled" && stateOf("ballot", data["ballot"]) === "concluded") {
      if (["text", "subAmendment"].includes(plain(subjectOf(data["ballot"])["kind"]))) yield name;
      [due, dueVerbs] = [data["ballot"], ["undone"]];
    }
    if (undoes) yield* undoingFaults(name, data);
    if (act === "text.untabled" && [...submitted.values()].some((fact) => fact["text"] === data["text"])) yield name;
    if (act === "amendment.submitted") {
      if (wholeIsVoted(data) || !enrolled(data["delegation"])) yield name;
      if ("parent" in data) yield* subFaults(name, data);
      else if (!writtenOn(data) || Number(data["number"]) <= lastNumber) yield name;
      else lastNumber = Number(data["number"]);
      submitted.set(data["amendment"], data);
    } else if (act === "amendment.deadlineSet") {
      const moment = data["untilMs"] === undefined || Number.isInteger(data["untilMs"]);
      if (!moment || stateOf("text", data["text"]) !== "tabled") yield name;
      continue;
    } else if (act === "amendment.reordered") {
      const ids = nodesOf(data["amendments"]).map(plain);
      const elsewhere = nodesOf(data["amendments"]).some((id) => submitted.get(id)?.["text"] !== data["text"]);
      if (elsewhere || new Set(ids).size !== ids.length || stateOf("text", data["text"]) !== "tabled") yield name;
    } else if (room === "amendment" && !concludes && !undoes) {
      const before = submitted.get(data["amendment"]) ?? {};
      const [divided, taken] = [act === "amendment.divided", act === "amendment.takenOver"];
      const revised = divided || act === "amendment.revised";
      if (divided && (wholeIsVoted(data) || !isDivision(before, data))) yield name;
      const worded = revised ? [] : ["revision", "hash"];
      const still = ["number", "text", ...worded, ...(taken ? ["version"] : ["delegation"])];
      const kept = still.every((key) => same(before[key], data[key]));
      const names = cosignatories(data);
      const [mine, those] = [data["cosignatory"], names.has(plain(data["cosignatory"]))];
      if (act === "amendment.cosigned" && (those || !enrolled(mine) || mine === before["delegation"])) yield name;
      if (act === "amendment.uncosigned" && !those) yield name;
      if (act === "amendment.cosigned") names.add(plain(mine));
      if (act === "amendment.uncosigned") names.delete(plain(mine));
      if (act === "amendment.called" && names.size < supporters) yield name;
      if (taken) {
        const another = data["from"] === before["delegation"] && data["delegation"] !== data["from"];
        if (!another || wholeIsVoted(data) || !enrolled(data["delegation"]) || !writtenOn(data)) yield name;
        names.delete(plain(data["delegation"]));
        submitted.set(data["amendment"], data);
      }
      if (revised && (Number(before["revision"]) + 1 !== data["revision"] || !writtenOn(data))) yield name;
      if ((revised || taken) && "parent" in before) yield name;
      if (!kept || held(data["amendment"]) || (!taken && !divided && !waits(data["amendment"]))) yield name;
      if (revised) yield* settling(name, data, data["amendment"]);
      if (revised) submitted.set(data["amendment"], data);
    }
    if (act === "amendment.opined") {
      const stranger = "of" in data && !enrolled(data["of"]);
      if (stranger || !opinionsGiven.includes(plain(data["opinion"]))) yield name;
    }
    if (concludes) yield* conclusionFaults(name, one);
    if (verb === "signed" || verb === "declined") if (!enrolled(data["delegation"])) yield name;
    if (act === "declaration.published") {
      const voted = adoptedAt.get(data["text"]) ?? {};
      if (voted["version"] !== data["version"] || voted["hash"] !== data["hash"]) yield name;
    }

    const move = moves[act];
    if (move === undefined) {
      if (!others.test(act)) yield name;
      continue;
    }
    const table = { agenda: "item", declaration: "text" }[room] ?? room;
    for (const id of idOf(one)) {
      if (!move[0].split(" ").includes(stateOf(table, id))) yield name;
      if (move[1] !== "=") states.set(`${table} ${plain(id)}`, move[1]);
    }
    // Who no longer waits takes its sub-amendments along, for good.
    if (/^amendment\.(withdrawn|notMoved|inadmissible|rejected)$/u.test(act))
      for (const sub of idOf(one).flatMap(childrenOf))
        if (["submitted", "called"].includes(stateOf("amendment", sub)))
          states.set(`amendment ${plain(sub)}`, "fallen");
    if (act === "text.tabled") for (const at of [standsAt, tabledAt]) at.set(data["text"], Number(data["version"]));
    if (undoes)
      for (const fate of ["live", "altered", "fallen", "satisfied"])
        for (const id of nodesOf(data[fate])) {
          const was = stateOf("amendment", id);
          const open = ["submitted", "called"].includes(was);
          const gone = ["fallen", "satisfied"].includes(was);
          if (!open && !gone) yield name;
          if (open) waited.set(id, was);
          if (fate === "fallen" || fate === "satisfied") states.set(`amendment ${plain(id)}`, fate);
          else if (gone) states.set(`amendment ${plain(id)}`, waited.get(id) ?? "");
        }
    if (act === "amendment.adopted") yield* settling(name, data, data["amendment"]);
  }
  if (due !== undefined) yield "the end";
  for (const text of inState("text", "tabled", "adopted", "rejected", "published"))
    if (commitsOf(text).length !== standsAt.get(text)) yield `commit ${text} after tabling`;

  function cosignatories({ amendment, revision }: Node): Set<string> {
    const key = `${plain(amendment)} ${plain(revision)}`;
    const names = cosigned.get(key) ?? new Set();
    cosigned.set(key, names);
    return names;
  }

  /** Is a ballot on it, or on a sub-amendment to it? */
  function held(id: Key): boolean {
    return running().some((subject) => {
      const on = partsOf(subject).some((part) => nodesOf(part["amendments"]).includes(id ?? null));
      return on || (subject["kind"] === "subAmendment" && node(subject["parent"])["amendment"] === id);
    });
  }

  function* subFaults(name: string, data: Node): Generator<string> {
    const parent = submitted.get(data["parent"]) ?? {};
    const on = Number(data["onRevision"]);
    const taken = childrenOf(data["parent"]).map((id) => Number(submitted.get(id)?.["sub"]));
    const right =
      waits(data["parent"]) &&
      !("parent" in parent) &&
      same(parent["text"], data["text"]) &&
      same(parent["number"], data["number"]) &&
      on >= 1 &&
      on <= Number(parent["revision"]) &&
      taken.every((sub) => sub < Number(data["sub"]));
    const there = stateOf("text", data["text"]) === "tabled" && standsAt.get(data["text"]) === data["version"];
    if (!right || !there || !(Number(data["sub"]) >= 1) || held(data["parent"])) yield name;
  }

  /** What an act makes fall, or finds satisfied, waited; under a parent that changes, it is a sub-amendment to it. */
  function* settling(name: string, data: Node, parent: Key): Generator<string> {
    const gone = ["fallen", "satisfied"].flatMap((fate) => nodesOf(data[fate]).map((id) => ({ fate, id })));
    for (const { id } of gone) {
      const own = parent === undefined || submitted.get(id)?.["parent"] === parent;
      if (!own || !waits(id)) yield name;
    }
    for (const { fate, id } of gone) {
      waited.set(id, stateOf("amendment", id));
      states.set(`amendment ${plain(id)}`, fate);
    }
  }

  /** On a version of a tabled text, the one that was tabled or one that followed. */
  function writtenOn({ text, version }: Node): boolean {
    const [from, to] = [tabledAt.get(text) ?? Infinity, standsAt.get(text) ?? 0];
    return stateOf("text", text) === "tabled" && from <= Number(version) && Number(version) <= to;
  }

  function enrolled(delegation: Key): boolean {
    return ["absent", "present"].includes(stateOf("delegation", delegation));
  }

  function* openingFaults(name: string, data: Node): Generator<string> {
    const subject = subjectOf(data["ballot"]);
    const roll = nodes(read(ballotOf(data["ballot"])["roll"]));
    const here = (line: Node): boolean => line["presence"] === "present";
    const came = (line: Node): boolean => stateOf("delegation", line["delegation"]) === "present";
    if (data["unit"] === "delegation") {
      const right = inState("delegation", "absent", "present").sort();
      const listed = roll.map((line) => plain(line["voter"])).sort();
      const own = roll.every((line) => line["voter"] === line["delegation"]);
      const there = roll.every((line) => here(line) === came(line));
      if (!same(right, listed) || !own || !there) yield name;
    }
    if (!roll.every((line) => enrolled(line["delegation"] ?? null) && (came(line) || !here(line)))) yield name;
    if (data["unit"] === "person" && !roll.every(here)) yield name;
    if (data["weights"] !== "delegates" && !roll.every((line) => line["weight"] === 1)) yield name;
    const carried = roll.filter((line) => present(line) && !here(line));
    const byProxy = roll.filter((line) => line["channel"] === "proxy" || "holder" in line);
    const held = carried.map((line) => plain(line["holder"]));
    const carriers = roll.filter(here).map((line) => plain(line["voter"]));
    const twoAtMost = held.every((one) => carriers.includes(one) && held.filter((same) => same === one).length <= 2);
    if (!same(carried, byProxy) || !twoAtMost || (carried.length > 0 && data["proxies"] !== true)) yield name;
    if (subject["kind"] === "question") {
      if (stateOf("item", subject["item"]) !== "current") yield name;
      return;
    }
    const text = subject["text"];
    const rivals = inState("ballot", "open", "closed").filter((id) => id !== data["ballot"]);
    if (rivals.map(subjectOf).some((other) => asksTheSame(other, subject))) yield name;
    if (stateOf("text", text) !== "tabled" || standsAt.get(text) !== subject["version"]) yield name;
    if (subject["kind"] === "text") {
      const waiting = inState("amendment", "submitted", "called").filter(waits);
      if (waiting.some((id) => submitted.get(id)?.["text"] === text)) yield name;
      return;
    }
    const parts = partsOf(subject);
    if (parts.length < (subject["kind"] === "block" ? 2 : 1)) yield name;
    for (const part of parts)
      for (const id of nodesOf(part["amendments"])) {
        const fact = submitted.get(id) ?? {};
        const right = fact["hash"] === part["changes"] && fact["text"] === text;
        if (!right || stateOf("amendment", id) !== "called" || !waits(id)) yield name;
        const parent = subject["kind"] === "subAmendment" ? node(subject["parent"])["amendment"] : undefined;
        if (fact["parent"] !== parent || childrenOf(id).some(waits)) yield name;
      }
    if (subject["kind"] !== "subAmendment") return;
    const { amendment, ...put } = node(subject["parent"]);
    const { revision, hash } = submitted.get(amendment) ?? {};
    if (!same(put["revision"], revision) || !same(put["hash"], hash)) yield name;
  }

  /** All that an annulled ballot had decided, and of one text; the text moves by one where words leave it. */
  function* undoingFaults(name: string, data: Node): Generator<string> {
    const subject = subjectOf(data["ballot"]);
    const [text, version, outcome] = [subject["text"], Number(data["version"]), plain(data["outcome"])];
    const ids = partsOf(subject).flatMap((part) => nodesOf(part["amendments"]).map(plain));
    if (!same(ids.sort(), data["amendments"]) || outcomes.get(data["ballot"]) !== data["outcome"]) yield name;
    if (ids.some((id) => stateOf("amendment", id) !== outcome) || stateOf("text", text) !== "tabled") yield name;
    if (running().some((other) => other["text"] === text)) yield name;
    const sub = inState("amendment", "submitted", "called").some(
      (id) => "parent" in (submitted.get(id) ?? {}) && submitted.get(id)?.["text"] === text && waits(id),
    );
    if (sub || subject["kind"] === "subAmendment") yield name;
    const commit = commitsOf(text)[version - 1];
    if (commit?.["hash"] !== data["head"]) yield name;
    if (standsAt.get(text) !== (outcome === "adopted" ? version - 1 : version)) yield name;
    if (outcome === "adopted" && node(read(commit?.["body"]))["ballot"] !== data["ballot"]) yield name;
    standsAt.set(text, version);
    const told = ["live", "altered", "fallen", "satisfied"].flatMap((fate) => nodesOf(data[fate]).map(plain));
    if (new Set(told).size < told.length || told.some((id) => submitted.get(id)?.["text"] !== text)) yield name;
  }

  function* conclusionFaults(name: string, { act, data }: Act): Generator<string> {
    const { ballot, ...voted } = data;
    const subject = subjectOf(ballot);
    const [room = "", verb] = act.split(".");
    if (stateOf("ballot", ballot) !== "declared" || outcomes.get(ballot) !== verb) yield name;
    const parts = partsOf(subject);
    const [before, now] = [concluded.get(ballot) ?? 0, verb === "adopted" ? 1 : parts.length];
    concluded.set(ballot, before + now);
    const last = before + now >= parts.length;
    if (last) states.set(`ballot ${plain(ballot)}`, "concluded");
    else due = ballot;
    if (room === "text") {
      if (!same(subject, { ...voted, kind: "text" })) yield name;
      if (standsAt.get(data["text"]) !== data["version"]) yield name;
      if (verb === "adopted") adoptedAt.set(data["text"], voted);
      return;
    }
    const ids = parts.slice(before, before + now).flatMap((part) => nodesOf(part["amendments"]).map(plain));
    if (!same(ids.sort(), data["amendments"])) yield name;
    const [text, version] = [subject["text"], Number(data["version"])];
    if (subject["kind"] === "subAmendment") {
      if (standsAt.get(text) !== version) yield name;
      if (verb !== "adopted") return;
      const parent = node(subject["parent"]);
      const { amendment, revision, hash } = data;
      const right = amendment === parent["amendment"] && revision === Number(parent["revision"]) + 1;
      if (!right || hash !== subject["result"]) yield name;
      const before = submitted.get(amendment) ?? {};
      cosigned.set(`${plain(amendment)} ${plain(revision)}`, cosignatories({ ...before, amendment: amendment ?? "" }));
      submitted.set(amendment, { ...before, revision: revision ?? "", hash: hash ?? "" });
      return;
    }
    if ("amendment" in data) yield name;
    if (standsAt.get(text) !== (verb === "adopted" ? version - 1 : version)) yield name;
    if (verb !== "adopted") return;
    const commit = commitsOf(text)[version - 1];
    if (commit?.["hash"] !== data["head"] || node(read(commit?.["body"]))["ballot"] !== ballot) yield name;
    standsAt.set(text, version);
  }
}
