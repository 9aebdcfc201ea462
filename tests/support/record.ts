import {
  canonicalJson,
  hashText,
  noHash,
  sealEntry,
  type ActData,
  type ActName,
  type Json,
} from "../../shared/journal/index.ts";

export interface SealedBody {
  hash: string;
  body: string;
}

/** `registre-<slug>.json` as docs/record-format.md lays it out; open to changes, so that a test can spoil it. */
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

export const seal = (value: Json): SealedBody => {
  const body = canonicalJson(value);
  return { hash: hashText(body), body };
};

export type Choice = "for" | "against" | "abstention" | "notTakingPart";

/** Writes a record act by act; every hash follows from what was written before. */
export function recordWriter(gathering: string, delegations: readonly string[]) {
  const file: RecordFile = {
    format: "cahier-registre",
    version: 1,
    gathering,
    slug: gathering,
    delegations: delegations.map((id) => ({ id, name: `Assemblée de ${id}` })),
    entries: [],
    texts: [],
    changeSets: [],
    ballots: [],
    words: [],
    signatures: [],
  };
  const startMs = Date.UTC(2020, 0, 18, 8);
  const head = (): string => file.entries.at(-1)?.hash ?? noHash;

  const record = <A extends ActName>(act: A, data: ActData[A], behalf?: string): void => {
    const sequence = file.entries.length + 1;
    const entry = {
      gathering,
      sequence,
      previous: head(),
      act,
      by: "p1",
      role: "chair",
      atMs: startMs + sequence,
      data,
    };
    file.entries.push(sealEntry(behalf === undefined ? entry : { ...entry, behalf }));
  };

  const typed = (words: string): string => {
    const salt = String(file.words.length).padStart(32, "0");
    const { hash } = seal({ salt, words });
    file.words.push({ hash, salt, words });
    return hash;
  };

  const text = (id: string) => {
    const book: RecordFile["texts"][number] = { text: id, commits: [], snapshots: [] };
    file.texts.push(book);
    const commit = (author: string, steps: Json, ballot?: string): void => {
      const version = book.commits.length + 1;
      const previous = book.commits.at(-1)?.hash ?? noHash;
      const facts = { text: id, version, previous, author, atMs: startMs, steps, repairs: [] };
      book.commits.push({ version, ...seal(ballot === undefined ? facts : { ...facts, ballot }) });
    };
    /** Where the text stands: what an entry says of it, its document kept as a snapshot. */
    const standing = (doc: Json): { text: string; version: number; head: string; hash: string } => {
      const version = book.commits.length;
      const sealed = seal(doc);
      if (!book.snapshots.some((one) => one.version === version)) book.snapshots.push({ version, ...sealed });
      return { text: id, version, head: book.commits.at(-1)?.hash ?? noHash, hash: sealed.hash };
    };
    return { commit, standing };
  };

  const changeSet = (amendment: string, changes: Json): string => {
    const sealed = seal(changes);
    file.changeSets.push({ amendment, revision: 1, ...sealed });
    return sealed.hash;
  };

  const openBallot = (
    ballot: string,
    number: number,
    rule: string,
    subject: Json,
    present: readonly string[],
  ): void => {
    const lines = [...delegations].sort().map((id) => ({
      voter: id,
      delegation: id,
      weight: 1,
      channel: "phone",
      presence: present.includes(id) ? "present" : "absent",
    }));
    const [sealed, roll] = [seal(subject), seal(lines)];
    file.ballots.push({ ballot, subject: sealed.body, roll: roll.body });
    const data = {
      ballot,
      number,
      subjectHash: sealed.hash,
      questionHash: typed(`Adoptez-vous l’objet du scrutin ${number} ?`),
      options: ["for", "against", "abstention", "notTakingPart"],
      method: "choice",
      rule,
      unit: "delegation",
      secrecy: "public",
      rollHash: roll.hash,
      enrolled: delegations.length,
      present: present.length,
    };
    record("ballot.opened", { ...data, hash: seal({ ...data, head: head() }).hash });
  };

  /** `votes`: voter and choice in the order received, `entered` when a teller wrote it. */
  const closeBallot = (ballot: string, votes: readonly (readonly [string, Choice, "entered"?])[]): void => {
    const open = file.ballots.find((one) => one.ballot === ballot);
    if (open === undefined) throw new Error(`No ballot ${ballot}`);
    const tally = { for: 0, against: 0, abstention: 0, notTakingPart: 0 };
    const lines = votes.map(([voter, choice, entered], index) => {
      const replaced = votes.slice(index + 1).some(([later]) => later === voter);
      if (!replaced) tally[choice] += 1;
      return { voter, choice, entered: entered === "entered", order: index + 1, replaced };
    });
    const marks = parseLines(open.roll).map((line) => {
      const vote = lines.findLast((one) => one.voter === line["voter"]);
      return { ...line, mark: vote === undefined ? "none" : vote.entered ? "entered" : "cast" };
    });
    open.marks = seal(marks).body;
    open.votes = seal(lines).body;
    record("ballot.closed", { ballot, tally, marksHash: hashText(open.marks), votesHash: hashText(open.votes) });
  };

  return { file, record, typed, text, changeSet, openBallot, closeBallot };
}

type JsonObject = { [key: string]: Json };

const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export function parseObject(body: string): JsonObject {
  const value: unknown = JSON.parse(body);
  if (!isObject(value)) throw new Error(`Not an object: ${body}`);
  return value;
}

export function parseLines(body: string): JsonObject[] {
  const value: unknown = JSON.parse(body);
  if (!Array.isArray(value)) throw new Error(`Not a list: ${body}`);
  return value.map((line) => parseObject(JSON.stringify(line)));
}

/**
 * Makes every hash of a spoilt record consistent again, as a forger would: bodies are hashed anew, and wherever an old
 * hash was named the new one is written; the chains follow.
 */
export function reseal(file: RecordFile): RecordFile {
  const renamed = new Map<string, string>();
  const rename = (body: string): string =>
    body.replace(/"([0-9a-f]{64})"/g, (_, hash: string) => `"${renamed.get(hash) ?? hash}"`);
  const again = <T extends SealedBody>(item: T, change: (fields: JsonObject) => JsonObject = (fields) => fields): T => {
    const body = rename(item.body);
    const sealed = body.startsWith("[") ? { body, hash: hashText(body) } : seal(change(parseObject(body)));
    renamed.set(item.hash, sealed.hash);
    return { ...item, ...sealed };
  };
  const linked = <T extends SealedBody>(items: readonly T[], change?: (fields: JsonObject) => JsonObject): T[] => {
    let previous = noHash;
    return items.map((item) => {
      const link = again(item, (fields) => ({ ...(change?.(fields) ?? fields), previous }));
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
  const sealBallot = (fields: JsonObject): JsonObject => {
    const { act, data, previous = "" } = fields;
    const ballot = isObject(data) ? ballots.find((one) => one.ballot === data["ballot"]) : undefined;
    if (!isObject(data) || ballot === undefined) return fields;
    if (act === "ballot.opened") {
      const { hash: _, ...old } = data;
      const fixed = { ...old, subjectHash: hashText(ballot.subject), rollHash: hashText(ballot.roll) };
      return { ...fields, data: { ...fixed, hash: seal({ ...fixed, head: previous }).hash } };
    }
    if (act !== "ballot.closed") return fields;
    const [marksHash, votesHash] = [hashText(ballot.marks ?? ""), hashText(ballot.votes ?? "")];
    return { ...fields, data: { ...data, marksHash, votesHash } };
  };
  let previous = noHash;
  const entries = file.entries.map((item, index) => {
    const entry = again(item, (fields) => sealBallot({ ...fields, previous, sequence: index + 1 }));
    previous = entry.hash;
    return { ...entry, sequence: index + 1 };
  });
  return { ...file, texts, changeSets, ballots, entries };
}
