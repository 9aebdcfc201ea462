/**
 * Spoils records as a forger would. It knows the file only from docs/record-format.md and imports nothing of the project,
 * so that a journey can spoil what it exported.
 */
import { createHash } from "node:crypto";

interface SealedBody {
  hash: string;
  body: string;
}

/** `registre-<slug>.json`, open to changes. */
export interface RecordFile {
  format: string;
  version: number;
  gathering: string;
  slug: string;
  delegations: { id: string; name: string }[];
  entries: (SealedBody & { sequence: number })[];
  texts: {
    text: string;
    commits: (SealedBody & { version: number })[];
    snapshots: (SealedBody & { version: number })[];
  }[];
  changeSets: (SealedBody & { amendment: string; revision: number })[];
  ballots: { ballot: string; subject: string; roll: string; marks?: string; votes?: string }[];
  words: { hash: string; salt: string; words: string }[];
  signatures: { text: string; delegation: string; state: string; reservationHash?: string }[];
}

type Fields = { [key: string]: unknown };

const hashText = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");
const noHash = "0".repeat(64);

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (!isFields(value)) return JSON.stringify(value);
  return `{${Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`)
    .join(",")}}`;
}

const seal = (value: unknown): SealedBody => {
  const body = canonical(value);
  return { hash: hashText(body), body };
};

function parseObject(body: string): Fields {
  const value: unknown = JSON.parse(body);
  if (!isFields(value)) throw new Error(`Not an object: ${body}`);
  return value;
}

function parseLines(body: string | undefined): Fields[] {
  const value: unknown = JSON.parse(body ?? "null");
  if (!Array.isArray(value)) throw new Error(`Not a list: ${body}`);
  return value.filter(isFields);
}

/**
 * Makes every hash of a spoilt record consistent again: bodies are hashed anew, and wherever an old hash was named the
 * new one is written; the chains follow.
 */
export function reseal(file: RecordFile): RecordFile {
  const renamed = new Map<string, string>();
  const rename = (body: string): string =>
    body.replace(/"([0-9a-f]{64})"/g, (_, hash: string) => `"${renamed.get(hash) ?? hash}"`);
  const again = <T extends SealedBody>(item: T, change: (fields: Fields) => Fields = (fields) => fields): T => {
    const body = rename(item.body);
    const sealed = body.startsWith("[") ? { body, hash: hashText(body) } : seal(change(parseObject(body)));
    renamed.set(item.hash, sealed.hash);
    return { ...item, ...sealed };
  };
  const linked = <T extends SealedBody>(items: readonly T[], change = (fields: Fields) => fields): T[] => {
    let previous = noHash;
    return items.map((item) => {
      const link = again(item, (fields) => change({ ...fields, previous }));
      previous = link.hash;
      return link;
    });
  };
  const texts = file.texts.map((text) => ({
    ...text,
    commits: linked(text.commits),
    snapshots: text.snapshots.map((item) => again(item)),
  }));
  const changeSets = file.changeSets.map((item) => again(item));
  const ballots = file.ballots.map((ballot) => ({ ...ballot, subject: rename(ballot.subject) }));
  const entries = linked(file.entries, (fields) => sealBallot(fields, ballots));
  return { ...file, texts, changeSets, ballots, entries };
}

/** An entry about a ballot names the hashes of the bodies that the record has now. */
function sealBallot(fields: Fields, ballots: RecordFile["ballots"]): Fields {
  const { act, data, previous } = fields;
  const ballot = isFields(data) ? ballots.find((one) => one.ballot === data["ballot"]) : undefined;
  if (!isFields(data) || ballot === undefined) return fields;
  if (act === "ballot.opened") {
    const { hash: _, ...old } = data;
    const fixed = { ...old, subjectHash: hashText(ballot.subject), rollHash: hashText(ballot.roll) };
    return { ...fields, data: { ...fixed, hash: seal({ ...fixed, head: previous }).hash } };
  }
  if (act !== "ballot.closed") return fields;
  const hashes = { marksHash: hashText(ballot.marks ?? ""), votesHash: hashText(ballot.votes ?? "") };
  return { ...fields, data: { ...data, ...hashes } };
}

export interface Spoilt {
  readonly name: string;
  readonly file: RecordFile;
  /** How a verifier must name the first bad record, exactly. */
  readonly where: string;
}

/** One byte changed in each kind of thing that is hashed, the hashes left as they were. */
export function oneByteChanges(whole: RecordFile): readonly Spoilt[] {
  const { ballot } = adoptionIn(whole);
  const [text, published] = publishedIn(whole);
  const [tabled, commit, set, words] = [
    must(text.snapshots[0]),
    must(text.commits.at(-1)),
    must(whole.changeSets.at(-1)),
    must(whole.words[0]),
  ];
  const kinds: readonly (readonly [name: string, where: string, spoil: (file: RecordFile) => void])[] = [
    ["a journal entry", "l’acte 12", (file) => flip(file.entries[11])],
    ["the last journal entry", `l’acte ${whole.entries.length}`, (file) => flip(file.entries.at(-1))],
    [
      "a commit",
      `la version ${commit.version} du texte ${text.text}`,
      (file) => flip(publishedIn(file)[0].commits.at(-1)),
    ],
    ["a tabled text", snapshotName(text.text, tabled), (file) => flip(publishedIn(file)[0].snapshots[0])],
    ["the published text", snapshotName(text.text, published), (file) => flip(publishedIn(file)[1])],
    [
      "a change set",
      `les changements de l’amendement ${set.amendment}/${set.revision}`,
      (file) => flip(file.changeSets.at(-1)),
    ],
    ["a vote", ballotName(whole, "la liste des votes", ballot, "closed"), (file) => flipBody(file, ballot, "votes")],
    ["a roll", ballotName(whole, "la liste d’émargement", ballot, "opened"), (file) => flipBody(file, ballot, "roll")],
    [
      "a marked roll",
      ballotName(whole, "la liste émargée", ballot, "closed"),
      (file) => flipBody(file, ballot, "marks"),
    ],
    ["a subject", ballotName(whole, "l’objet", ballot, "opened"), (file) => flipBody(file, ballot, "subject")],
    ["typed words", `les mots « ${words.words} et plus »`, (file) => void (must(file.words[0]).words += " et plus")],
  ];
  return kinds.map(([name, where, spoil]) => ({ name, where, file: spoiling(whole, spoil) }));
}

const snapshotName = (text: string, { version }: { version: number }): string =>
  `le texte ${text} tel qu’à sa version ${version}`;

/** What the verifier calls a body of a ballot: it is read at the act that fixes it. */
function ballotName(whole: RecordFile, part: string, ballot: string, read: "opened" | "closed"): string {
  const opened = must(actsOf(whole).find(({ act, data }) => act === "ballot.opened" && data["ballot"] === ballot));
  return `${part} du scrutin ${String(opened.data["number"])} (acte ${placeOf(whole, `ballot.${read}`, ballot)})`;
}

interface ReadAct {
  readonly act: string;
  readonly data: Fields;
}

const actsOf = (file: RecordFile): readonly ReadAct[] =>
  file.entries.map(({ body }) => {
    const { act, data } = parseObject(body);
    return { act: String(act), data: isFields(data) ? data : {} };
  });

/** The number of the act by which something befell a ballot. */
const placeOf = (file: RecordFile, name: string, ballot: string): number =>
  actsOf(file).findIndex(({ act, data }) => act === name && data["ballot"] === ballot) + 1;

/**
 * The five forgeries that only what follows from what gives away: every hash is consistent again. The record has an
 * adopted amendment that changes words, and a published text.
 */
export function forgeries(whole: RecordFile): readonly Spoilt[] {
  const { ballot, amendments } = adoptionIn(whole);
  const [text, published] = publishedIn(whole);
  const actOn = (name: string): string => `l’acte ${placeOf(whole, name, ballot)} (${name})`;
  const votes = ballotName(whole, "la liste des votes", ballot, "closed");
  const kinds: readonly (readonly [name: string, where: string, spoil: (file: RecordFile) => void])[] = [
    ["a vote added and the tally left", votes, (file) => addVote(ballotOf(file, ballot))],
    ["a voter absent from the roll", votes, (file) => replaceVoter(ballotOf(file, ballot))],
    ["an adoption whose ballot rejected it", actOn("amendment.adopted"), (file) => voteAgainst(file, ballot)],
    [
      "an adopted change set that differs from the voted one",
      actOn("ballot.opened"),
      (file) => changeSubmitted(file, amendments),
    ],
    ["a published text that no commit gives", snapshotName(text.text, published), changePublished],
  ];
  return kinds.map(([name, where, spoil]) => ({ name, where, file: reseal(spoiling(whole, spoil)) }));
}

function addVote(ballot: RecordFile["ballots"][number]): void {
  const votes = parseLines(ballot.votes);
  const last = must(votes.at(-1));
  const choice = last["choice"] === "for" ? "against" : "for";
  last["replaced"] = true;
  ballot.votes = canonical([...votes, { ...last, choice, replaced: false, order: votes.length + 1 }]);
}

function replaceVoter(ballot: RecordFile["ballots"][number]): void {
  const [first, ...others] = parseLines(ballot.votes);
  const stranger = `${String(must(first)["voter"])}\u00a0`;
  ballot.votes = canonical([{ ...must(first), voter: stranger }, ...others]);
}

function voteAgainst(file: RecordFile, ballot: string): void {
  const spoilt = ballotOf(file, ballot);
  spoilt.votes = canonical(parseLines(spoilt.votes).map((vote) => ({ ...vote, choice: "against" })));
  const voted = parseLines(spoilt.votes).filter((vote) => vote["replaced"] === false).length;
  changeEntries(file, (act, data) => {
    if (data["ballot"] !== ballot) return data;
    if (act === "ballot.closed") return { ...data, tally: { for: 0, against: voted, abstention: 0, notTakingPart: 0 } };
    return act === "ballot.declared" ? { ...data, outcome: "rejected" } : data;
  });
}

/** What was submitted is now something else than what the ballot put to the vote. Identical ones share the hash. */
function changeSubmitted(file: RecordFile, amendments: readonly string[]): void {
  const { hash: old, body } = must(file.changeSets.findLast(({ amendment }) => amendments.includes(amendment)));
  const other = body.replace(/("inserted":\[\{"marks":"","text":")/u, "$1autrement ");
  if (other === body) throw new Error("The adopted amendment inserts no words");
  for (const set of file.changeSets) if (set.hash === old) Object.assign(set, { body: other, hash: hashText(other) });
  changeEntries(file, (act, data) =>
    act.startsWith("amendment.") && data["hash"] === old ? { ...data, hash: hashText(other) } : data,
  );
}

function changePublished(file: RecordFile): void {
  const [, snapshot] = publishedIn(file);
  snapshot.body = snapshot.body.replace(/("text":")/u, "$1Autrement : ");
}

/** The text that was published last, and as it was published. */
function publishedIn(file: RecordFile): [RecordFile["texts"][number], SealedBody & { version: number }] {
  const { data } = must(actsOf(file).findLast(({ act }) => act === "declaration.published"));
  const text = must(file.texts.find((one) => one.text === data["text"]));
  return [text, must(text.snapshots.find((one) => one.version === data["version"]))];
}

function changeEntries(file: RecordFile, change: (act: string, data: Fields) => Fields): void {
  for (const entry of file.entries) {
    const fields = parseObject(entry.body);
    const { act, data } = fields;
    if (isFields(data)) entry.body = canonical({ ...fields, data: change(String(act), data) });
  }
}

function adoptionIn(file: RecordFile): { readonly ballot: string; readonly amendments: readonly string[] } {
  const { data } = must(actsOf(file).find(({ act }) => act === "amendment.adopted"));
  if (!Array.isArray(data["amendments"])) throw new Error("The record adopts no amendment");
  return { ballot: String(data["ballot"]), amendments: data["amendments"].map(String) };
}

const ballotOf = (file: RecordFile, id: string) => must(file.ballots.find(({ ballot }) => ballot === id));

function spoiling(whole: RecordFile, spoil: (file: RecordFile) => void): RecordFile {
  const file = structuredClone(whole);
  spoil(file);
  return file;
}

const must = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error("The record has no such thing");
  return value;
};

function flip(item: { body: string } | undefined): void {
  const record = must(item);
  record.body = flipped(record.body);
}

function flipBody(file: RecordFile, ballot: string, key: "subject" | "roll" | "marks" | "votes"): void {
  const found = ballotOf(file, ballot);
  found[key] = flipped(must(found[key]));
}

/** One byte in the middle, a letter for the next. */
function flipped(body: string): string {
  const at = body.slice(Math.floor(body.length / 2)).search(/[a-y0-8]/u) + Math.floor(body.length / 2);
  return body.slice(0, at) + String.fromCharCode(body.charCodeAt(at) + 1) + body.slice(at + 1);
}
