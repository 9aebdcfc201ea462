import { Transform, type Step } from "prosemirror-transform";

import { canonicalise, changeSetBody, changeSetHash, type ChangeSet } from "../../shared/amendments/index.ts";
import {
  byPhone,
  buildRoll,
  closeBallot,
  closedFact,
  marksBody,
  openBallot,
  openedFact,
  parseRule,
  markReceipt,
  receiptOf,
  rollBody,
  usualFranchise,
  votesBody,
  type Franchise,
  type OpenBallot,
  type Secrecy,
  type Vote,
} from "../../shared/ballots/index.ts";
import { canonicalJson, hashWords, noHash, sealEntry, type ActData, type ActName } from "../../shared/journal/index.ts";
import { sealSubject, type PlenarySubject } from "../../shared/plenary/index.ts";
import type { Result } from "../../shared/refusals.ts";
import {
  commitAtHead,
  emptyHistory,
  extendHistory,
  plainJson,
  textHash,
  type CommitOrigin,
  type TextNode,
} from "../../shared/texts/index.ts";
import type { RecordFile } from "./forge.ts";

export const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`Refused: ${result.code} ${result.detail ?? ""}`);
  return result.value;
};

/** Voter and choice in the order received, `entered` when a teller wrote it. */
export type StoryVote = readonly [voter: string, choice: string, entered?: "entered"];

/** Writes a record act by act with the rules that the server asks too; every hash follows from what came before. */
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
    const hash = hashWords({ salt, words });
    file.words.push({ hash, salt, words });
    return hash;
  };

  const text = (id: string) => {
    const book: RecordFile["texts"][number] = { text: id, commits: [], snapshots: [] };
    file.texts.push(book);
    let history = emptyHistory(id);
    const commit = (origin: CommitOrigin, steps: readonly Step[]): void => {
      const next = commitAtHead(history, steps, { client: "c1", sequence: history.version + 1 }, origin, startMs);
      if (next === null) throw new Error("The story's steps do not apply");
      history = extendHistory(history, next, 10);
      book.commits.push({ ...next.sealed });
    };
    const write = (author: string, change: (transform: Transform) => void): void =>
      commit({ author }, edited(history.doc, change).steps);
    /** Where the text stands: what an entry says of it. Its document is kept as a snapshot. */
    const standing = (): { text: string; version: number; head: string; hash: string } => {
      const { version, head, doc } = history;
      const body = canonicalJson(plainJson(doc.toJSON()));
      if (!book.snapshots.some((one) => one.version === version))
        book.snapshots.push({ version, hash: textHash(doc), body });
      return { text: id, version, head, hash: textHash(doc) };
    };
    return { commit, write, standing, doc: () => history.doc };
  };

  /** The change set that a revision of an amendment asks for, kept as submitted. */
  const changeSet = (
    amendment: string,
    base: TextNode,
    change: (transform: Transform) => void,
    revision = 1,
  ): ChangeSet => {
    const changes = must(canonicalise(base, edited(base, change).doc));
    file.changeSets.push({ amendment, revision, body: changeSetBody(changes), hash: changeSetHash(changes) });
    return changes;
  };

  const putToVote = (
    number: number,
    rule: string,
    subject: PlenarySubject,
    present: readonly string[],
    secrecy: Secrecy = "public",
    replaces: string | null = null,
    /** Who votes, where it is not the usual; and who carries the vote of whom. */
    voting: { readonly franchise?: Franchise; readonly proxies?: Readonly<Record<string, string>> } = {},
  ): OpenBallot => {
    const prepared = {
      state: "prepared" as const,
      id: `b${number}`,
      item: "i1",
      subject: sealSubject(subject),
      question: null,
      questionHash: typed(`Adoptez-vous l’objet du scrutin ${number} ?`),
      asking: { method: "yes-no" as const },
      options: null,
      optionsHash: null,
      rule: must(parseRule(rule)),
      franchise: voting.franchise ?? usualFranchise,
      secrecy,
      replaces,
    };
    const roll = buildRoll(
      delegations.map((delegation) => ({
        voter: delegation,
        delegation,
        delegates: 2,
        enrolled: true,
        present: present.includes(delegation),
        proxy: voting.proxies?.[delegation] ?? null,
      })),
      { ...usualFranchise, ...voting.franchise, counted: false },
    );
    const ballot = must(openBallot(prepared, { number, head: head(), roll, atMs: startMs }));
    file.ballots.push({ ballot: ballot.id, subject: ballot.subject.body, roll: rollBody(ballot.roll) });
    record("ballot.opened", openedFact(ballot));
    return ballot;
  };

  const close = (ballot: OpenBallot, received: readonly StoryVote[]): void => {
    const votes: Vote[] = received.map(([voter, choice, entered], index) => {
      const vote = { voter, choice, entered: entered !== undefined, requestKey: `k${index}`, atMs: startMs };
      return { ...vote, order: index + 1, by: "p1", receipt: receiptOf(ballot.hash, vote) };
    });
    const closed = must(closeBallot(ballot, byPhone(votes), startMs));
    const kept = file.ballots.find((one) => one.ballot === ballot.id);
    Object.assign(kept ?? {}, { marks: marksBody(ballot.roll, byPhone(votes)), votes: votesBody(byPhone(votes)) });
    record("ballot.closed", closedFact(closed));
    record("ballot.declared", { ballot: ballot.id, outcome: closed.result.outcome });
  };

  const closeUrn = (ballot: OpenBallot, voters: readonly string[], choices: readonly string[]): void => {
    const marks = voters.map((voter, index) => {
      const mark = { voter, entered: index === 0, requestKey: `k${index}`, atMs: startMs };
      return { ...mark, by: "p1", receipt: markReceipt(ballot.hash, mark) };
    });
    const closed = must(closeBallot(ballot, { marks, choices }, startMs));
    const kept = file.ballots.find((one) => one.ballot === ballot.id);
    const urn = { marks, choices };
    Object.assign(kept ?? {}, { marks: marksBody(ballot.roll, urn), votes: votesBody(urn) });
    record("ballot.closed", closedFact(closed));
    record("ballot.declared", { ballot: ballot.id, outcome: closed.result.outcome });
  };

  return { file, record, typed, text, changeSet, putToVote, close, closeUrn };
}

function edited(doc: TextNode, change: (transform: Transform) => void): Transform {
  const transform = new Transform(doc);
  change(transform);
  return transform;
}
