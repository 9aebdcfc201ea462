import { and, asc, eq, inArray, lte } from "drizzle-orm";

import { marksBody, votesBody } from "../../shared/ballots/index.ts";
import {
  reasonsIn,
  recordContents,
  type RecordContents,
  type RecordedBallot,
  type RecordFile,
} from "../../shared/declarations/index.ts";
import { canonicalJson, hashText } from "../../shared/journal/index.ts";
import { plainJson } from "../../shared/texts/index.ts";
import { readBallot, readReceived } from "../ballots/index.ts";
import type { ActGathering } from "../http/index.ts";
import { readEntries, readHead } from "../journal/index.ts";
import type { Tx } from "../storage/index.ts";
import { readDocument } from "../texts/index.ts";

/** The whole record of a gathering, as it stands in this read: what its journal names, each as it was hashed. */
export async function gatherRecord(tx: Tx, { id, slug }: ActGathering): Promise<RecordFile> {
  const { sequence } = await readHead(tx, id);
  const entries = await readEntries(tx, id, 0, sequence);
  const contents = recordContents(entries);
  const texts = [];
  const ballots = await readBallots(tx, id, contents);
  for (const [text, held] of contents.texts) texts.push(await readTextRecord(tx, text, held));
  return {
    format: "cahier-registre",
    version: 1,
    gathering: id,
    slug,
    delegations: await readDelegations(tx, id),
    entries,
    texts,
    changeSets: await readChangeSets(tx, contents),
    ballots,
    words: await readTypedWords(tx, id, new Set([...contents.words, ...reasonsIn(ballots)])),
    signatures: contents.signatures,
  };
}

async function readDelegations(tx: Tx, gathering: string): Promise<RecordFile["delegations"]> {
  const { delegations } = tx.tables;
  return tx.db
    .select({ id: delegations.id, name: delegations.name })
    .from(delegations)
    .where(eq(delegations.gathering, gathering))
    .orderBy(asc(delegations.ordinal));
}

type HeldText = RecordContents["texts"] extends ReadonlyMap<string, infer Held> ? Held : never;

async function readTextRecord(tx: Tx, text: string, held: HeldText): Promise<RecordFile["texts"][number]> {
  const { commits } = tx.tables;
  const ofText = eq(commits.text, text);
  const rows = await tx.db
    .select({ version: commits.version, hash: commits.hash, body: commits.body })
    .from(commits)
    .where(held.upTo === null ? ofText : and(ofText, lte(commits.version, held.upTo)))
    .orderBy(asc(commits.version));
  const snapshots = [];
  for (const version of [...held.versions].sort((a, b) => a - b)) {
    const { doc } = await readDocument(tx, text, version);
    const body = canonicalJson(plainJson(doc.toJSON()));
    snapshots.push({ version, hash: hashText(body), body });
  }
  return { text, commits: rows, snapshots };
}

async function readChangeSets(tx: Tx, { revisions: named }: RecordContents): Promise<RecordFile["changeSets"]> {
  const { revisions } = tx.tables;
  const amendments = [...new Set(named.map(({ amendment }) => amendment))];
  if (amendments.length === 0) return [];
  const { amendment, revision, hash, changes } = revisions;
  const rows = await tx.db
    .select({ amendment, revision, hash, body: changes })
    .from(revisions)
    .where(inArray(amendment, amendments))
    .orderBy(asc(amendment), asc(revision));
  const wanted = new Set(named.map((one) => `${one.amendment}/${one.revision}`));
  return rows.filter((row) => wanted.has(`${row.amendment}/${row.revision}`));
}

async function readBallots(tx: Tx, gathering: string, { ballots }: RecordContents): Promise<readonly RecordedBallot[]> {
  const recorded: RecordedBallot[] = [];
  for (const { ballot: id } of ballots) {
    const ballot = await readBallot(tx, gathering, id);
    if (!ballot) throw new Error(`The journal opened a ballot that is not there: ${id}`);
    const opened = { ballot: id, subject: ballot.subject.body, roll: await readRollBody(tx, id) };
    if (!("result" in ballot)) recorded.push(opened);
    else {
      const received = await readReceived(tx, ballot);
      recorded.push({ ...opened, marks: marksBody(ballot.roll, received), votes: votesBody(received) });
    }
  }
  return recorded;
}

/** The frozen roll as it was hashed, of a cancelled ballot too. Each line is stored as the string that it is in it. */
async function readRollBody(tx: Tx, ballot: string): Promise<string> {
  const { roll } = tx.tables;
  const rows = await tx.db.select({ voter: roll.voter, entry: roll.entry }).from(roll).where(eq(roll.ballot, ballot));
  // By UTF-16 units: databases sort words in ways of their own.
  const sorted = rows.sort((a, b) => (a.voter < b.voter ? -1 : 1));
  return `[${sorted.map(({ entry }) => entry).join(",")}]`;
}

async function readTypedWords(tx: Tx, gathering: string, named: ReadonlySet<string>): Promise<RecordFile["words"]> {
  const { words } = tx.tables;
  const rows = await tx.db
    .select({ hash: words.hash, salt: words.salt, words: words.text })
    .from(words)
    .where(eq(words.gathering, gathering))
    .orderBy(asc(words.hash));
  return rows.flatMap(({ hash, salt, words: typed }) =>
    typed === null || !named.has(hash) ? [] : [{ hash, salt, words: typed }],
  );
}
