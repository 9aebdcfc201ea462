/**
 * A second verifier, written from docs/record-format.md alone and in another way than scripts/verify.ts: it lists every
 * fault instead of stopping at the first, and knows "What must hold" 1 to 8 (7: second-verifier-lives.ts). The two must agree.
 */
import { livesFaults } from "./second-verifier-lives.ts";
import {
  digest,
  node,
  nodes,
  plain,
  present,
  read,
  same,
  write,
  type Node,
  type Tree,
} from "./second-verifier-tree.ts";

/** The names of all that is wrong, in the order of the page; empty when the record holds. */
export function faultsOf(content: string): string[] {
  return [...findFaults(node(read(content)))];
}

function* findFaults(record: Node): Generator<string> {
  if (record["format"] !== "cahier-registre" || record["version"] !== 1) yield "format";
  yield* chainFaults(nodes(record["entries"]), "sequence", "entry");
  const entries = nodes(record["entries"]).map((item) => node(read(item["body"])));
  if (entries.some((entry) => entry["gathering"] !== record["gathering"])) yield "entry of another gathering";

  const texts = new Map(nodes(record["texts"]).map((text) => [text["text"], text]));
  for (const [id, text] of texts) {
    yield* chainFaults(nodes(text["commits"]), "version", `commit ${plain(id)}`);
    for (const item of nodes(text["snapshots"]))
      if (isSpoilt(item)) yield `snapshot ${plain(id)} ${plain(item["version"])}`;
    if (nodes(text["commits"]).some((item) => node(read(item["body"]))["text"] !== id))
      yield `commit ${plain(id)} of another text`;
  }
  for (const set of nodes(record["changeSets"])) if (isSpoilt(set)) yield `change set ${plain(set["amendment"])}`;
  for (const { hash, ...words } of nodes(record["words"])) if (digest(write(words)) !== hash) yield "words";

  const ballots = new Map(nodes(record["ballots"]).map((ballot) => [ballot["ballot"], ballot]));
  const outcomes = new Map<Tree | undefined, string>();
  const openings = new Map<Tree | undefined, Node>();
  const commitsOf = (text: Tree | undefined): Node[] => nodes(texts.get(text)?.["commits"]);

  for (const entry of entries) {
    const [act, data] = [plain(entry["act"]), node(entry["data"])];
    const name = `${act} ${plain(entry["sequence"])}`;
    const ballot = ballots.get(data["ballot"]) ?? {};
    const version = Number(data["version"] ?? 0);

    // 2 and 3: what an entry names is what the record holds.
    if (
      "text" in data &&
      "head" in data &&
      version > 0 &&
      commitsOf(data["text"])[version - 1]?.["hash"] !== data["head"]
    )
      yield name;
    if ("hash" in data && "text" in data && !("revision" in data)) {
      const snapshot = nodes(texts.get(data["text"])?.["snapshots"]).find((one) => one["version"] === version);
      if (snapshot?.["hash"] !== data["hash"]) yield name;
    }
    if ("revision" in data) {
      const set = nodes(record["changeSets"]).find(
        (one) => one["amendment"] === data["amendment"] && one["revision"] === data["revision"],
      );
      if (set?.["hash"] !== data["hash"]) yield name;
    }

    // 4 to 6: ballots.
    if (act === "ballot.opened") {
      openings.set(data["ballot"], data);
      const roll = nodes(read(ballot["roll"]));
      const { hash, ...fixed } = data;
      if (digest(plain(ballot["subject"])) !== data["subjectHash"]) yield `subject ${plain(data["number"])}`;
      if (digest(plain(ballot["roll"])) !== data["rollHash"]) yield `roll ${plain(data["number"])}`;
      if (roll.length !== data["enrolled"] || roll.filter(present).length !== data["present"])
        yield `roll ${plain(data["number"])}`;
      if (digest(write({ ...fixed, head: entry["previous"] ?? null })) !== hash) yield name;
    }
    if (act === "ballot.closed") {
      const opening = openings.get(data["ballot"]) ?? {};
      const number = plain(opening["number"]);
      if (digest(plain(ballot["marks"])) !== data["marksHash"]) yield `marks ${number}`;
      if (digest(plain(ballot["votes"])) !== data["votesHash"]) yield `votes ${number}`;
      const roll = nodes(read(ballot["roll"]));
      const secret = opening["secrecy"] === "secret";
      if (secret) yield* urnFaults(ballot, opening, roll, number);
      const received = nodes(read(ballot["votes"]));
      const votes = secret ? votesInUrn(ballot) : received.filter((one) => "order" in one);
      const counted = secret ? [] : received.filter((one) => !("order" in one));
      if (counted.some((_, at) => received[votes.length + at] !== counted[at])) yield `votes ${number}`;
      yield* placesFaults(counted, roll, number);
      const counting = votes.filter((vote) => vote["replaced"] === false);
      const lastOfEach = votes.filter(
        (vote, at) => votes.findLastIndex((one) => one["voter"] === vote["voter"]) === at,
      );
      const inOrder = votes.every((vote, at) => vote["order"] === at + 1);
      const onRoll = votes.every((vote) => roll.some((line) => line["voter"] === vote["voter"] && present(line)));
      const whole = votes.every((vote) => isWhole(vote, opening, roll));
      if (!secret && (!inOrder || !onRoll || !whole || !same(counting, lastOfEach))) yield `votes ${number}`;
      for (const vote of votes) {
        const objects = opening["method"] === "consent" && ["reservation", "objection"].includes(plain(vote["choice"]));
        if ("reasonHash" in vote && !objects) yield `reason ${number}`;
      }
      const marked = roll.map((line) => {
        const vote = counting.find((one) => one["voter"] === line["voter"]);
        const mark = vote ? (vote["entered"] ? "entered" : "cast") : "none";
        return { ...line, mark: atPlace(line) ? (vote ? "both" : "counted") : mark };
      });
      if (!secret && !same(read(ballot["marks"]), marked)) yield `marks ${number}`;
      const tally = count(counting, roll, opening["method"] === "yes-no");
      for (const place of counted)
        for (const [choice, size] of Object.entries(node(place["tally"])))
          tally[choice] = (tally[choice] ?? 0) + Number(size);
      if (!same(data["tally"], tally)) yield `votes ${number}`;
      const side = plain(data["evident"]);
      const seen = opening["method"] === "evident";
      if (seen && (!["for", "against"].includes(side) || received.length > 0 || opening["rule"] !== "simple"))
        yield name;
      if (!seen && "evident" in data) yield name;
      if (seen) outcomes.set(data["ballot"], side === "for" ? "adopted" : "rejected");
      else outcomes.set(data["ballot"], outcome(plain(opening["rule"]), tally, roll, plain(opening["method"])));
    }
    if (act === "ballot.declared" && outcomes.get(data["ballot"]) !== data["outcome"]) yield name;
  }

  const story = entries.map((entry) => ({ act: plain(entry["act"]), data: node(entry["data"]) }));
  yield* livesFaults(story, (id) => ballots.get(id) ?? {}, commitsOf);

  // 8
  const signed = new Map(
    story.flatMap(({ act, data }): [string, Tree][] => {
      const state = act.split(".")[1] ?? "";
      return state === "signed" || state === "declined"
        ? [[`${plain(data["text"])} ${plain(data["delegation"])}`, { ...data, state }]]
        : [];
    }),
  );
  const ordered = (signatures: Tree[]): string[] => signatures.map(write).sort();
  if (!same(ordered(nodes(record["signatures"])), ordered([...signed.values()]))) yield "signatures";
  const named = (key: string, id: Tree | undefined, act?: string): boolean =>
    story.some((one) => one.data[key] === id && (act === undefined || one.act === act));
  for (const [id, ballot] of ballots) {
    if (!named("ballot", id, "ballot.opened")) yield `ballot ${plain(id)} unnamed`;
    if ("votes" in ballot && !named("ballot", id, "ballot.closed")) yield `votes of ${plain(id)}`;
  }
  for (const set of nodes(record["changeSets"]))
    if (!story.some(({ data }) => data["amendment"] === set["amendment"] && data["revision"] === set["revision"]))
      yield `change set ${plain(set["amendment"])}`;
}

const atPlace = (line: Node): boolean => present(line) && "zone" in line;
const placeOf = ({ channel, zone }: Node): string => write([channel ?? null, zone ?? null]);

/** Each zone and box at which somebody present votes is counted, once, with no more votes than it has lines. */
function* placesFaults(counted: Node[], roll: Node[], number: string): Generator<string> {
  const lines = roll.filter(atPlace);
  const awaited = [...new Set(lines.map(placeOf))];
  if (counted.length !== awaited.length || !awaited.every((place) => counted.some((one) => placeOf(one) === place)))
    yield `places ${number}`;
  for (const one of counted) {
    const sizes = Object.values(node(one["tally"])).map(Number);
    const room = lines.filter((line) => placeOf(line) === placeOf(one)).length;
    const sum = sizes.reduce((before, size) => before + size, 0);
    if (sum > room || !sizes.every((size) => Number.isInteger(size) && size >= 0)) yield `place ${number}`;
  }
}

/** A secret ballot as if each choice were the vote of some marked line: they all weigh the same. */
function votesInUrn(ballot: Node): Node[] {
  const marked = nodes(read(ballot["marks"])).filter((line) => line["mark"] !== "none");
  const choices = read(ballot["votes"]);
  return Array.isArray(choices)
    ? choices.map((choice, at) => ({ choice, voter: marked[at]?.["voter"] ?? null, replaced: false }))
    : [];
}

function* urnFaults(ballot: Node, opening: Node, roll: Node[], number: string): Generator<string> {
  const marks = nodes(read(ballot["marks"]));
  const marked = marks.filter((line) => line["mark"] !== "none");
  const unmarked = marks.map(({ mark, ...line }) => ({
    line,
    known: ["none", "cast", "entered"].includes(plain(mark)),
  }));
  const asRoll = same(
    unmarked.map(({ line }) => line),
    roll,
  );
  if (!asRoll || !unmarked.every(({ known }) => known) || !marked.every(present)) yield `marks ${number}`;
  if (new Set(roll.filter(present).map((line) => plain(line["weight"]))).size !== 1) yield `weights ${number}`;
  const choices = read(ballot["votes"]);
  const list = Array.isArray(choices) ? choices : [];
  const sorted = list.every((choice, at) => at === 0 || plain(list[at - 1]) <= plain(choice));
  if (
    !Array.isArray(choices) ||
    !sorted ||
    list.length !== marked.length ||
    list.length < Number(opening["leastVotes"])
  )
    yield `votes ${number}`;
  const said = ["for", "against", "abstention", "notTakingPart"];
  if (opening["method"] === "yes-no" && !list.every((choice) => said.includes(plain(choice)))) yield `votes ${number}`;
}

const isSpoilt = (item: Node): boolean =>
  digest(plain(item["body"])) !== item["hash"] || write(read(item["body"])) !== item["body"];

function* chainFaults(items: Node[], numbered: string, name: string): Generator<string> {
  let before = "0".repeat(64);
  for (const [index, item] of items.entries()) {
    const fields = node(read(item["body"]));
    const follows = fields["previous"] === before && fields[numbered] === index + 1 && item[numbered] === index + 1;
    if (isSpoilt(item) || !follows) yield `${name} ${index + 1}`;
    before = plain(item["hash"]);
  }
}

/** One answer with all its weight; or, where that was allowed, parts that add up to it. */
function isWhole(vote: Node, opening: Node, roll: Node[]): boolean {
  const said = plain(vote["choice"]);
  if (!said.includes("*")) return true;
  if (!/^(?:[a-zA-Z]+\*[1-9][0-9]*(?:,|$)){2,}$/u.test(said) || said.endsWith(",")) return false;
  const parts = said.match(/\*[0-9]+/gu) ?? [];
  const answers = ["for", "against", "abstention", "notTakingPart"];
  const places = (said.match(/[a-zA-Z]+/gu) ?? []).map((answer) => answers.indexOf(answer));
  if (!places.every((place, at) => place > (places[at - 1] ?? -1))) return false;
  const weight = roll.find((line) => line["voter"] === vote["voter"])?.["weight"];
  return opening["split"] === true && parts.reduce((sum, part) => sum + Number(part.slice(1)), 0) === weight;
}

function count(votes: Node[], roll: Node[], all: boolean): { [choice: string]: number } {
  const said = all ? [] : votes.map((vote): [string, number] => [plain(vote["choice"]), 0]);
  const tally = all ? { for: 0, against: 0, abstention: 0, notTakingPart: 0 } : Object.fromEntries(said);
  for (const [choice] of Object.entries(tally)) {
    const weights = votes
      .filter((vote) => plain(vote["choice"]).split(/[*,]/u).includes(choice))
      .map((vote) => {
        const share = new RegExp(`(?:^|,)${choice}\\*([0-9]+)(?:,|$)`, "u").exec(plain(vote["choice"]))?.[1];
        return share ?? roll.find((line) => line["voter"] === vote["voter"])?.["weight"];
      });
    Object.assign(tally, { [choice]: weights.reduce<number>((sum, weight) => sum + Number(weight), 0) });
  }
  return tally;
}

function outcome(rule: string, tally: { [choice: string]: number }, roll: Node[], method: string): string {
  const { for: yes = 0, against: no = 0, abstention = 0, notTakingPart = 0 } = tally;
  const weight = (lines: Node[]): number => lines.reduce((sum, line) => sum + Number(line["weight"]), 0);
  const bases: { [name: string]: number } = {
    expressed: yes + no,
    cast: yes + no + abstention,
    voted: yes + no + abstention + notTakingPart,
    present: weight(roll.filter(present)),
    enrolled: weight(roll),
  };
  const [majority = "", quorum] = rule.split(" quorum ");
  const met = (fraction: string, part: number, whole: number): boolean => {
    const strict = !fraction.startsWith(">=");
    const [above = 0, below = 1] = fraction.replace(/^>=?/, "").split("/").map(Number);
    return strict ? below * part > above * whole : below * part >= above * whole;
  };
  if (quorum) {
    const [fraction = "", base = ""] = quorum.split(" ");
    if (!met(fraction, bases[base] ?? 0, bases["enrolled"] ?? 0)) return "no-quorum";
  }
  if (method === "consent") {
    if (tally["objection"]) return "objections";
    if (tally["reservation"]) return "reservations";
    return tally["consent"] ? "consent" : "no-result";
  }
  if (yes + no === 0) return "no-result";
  if (yes <= no) return "rejected";
  if (majority === "simple") return "adopted";
  const [fraction = "", base = ""] = majority.split(" ");
  return met(fraction, yes, bases[base] ?? 0) ? "adopted" : "rejected";
}
