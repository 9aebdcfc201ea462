/** The acts that a journal entry can record, each with its data: ids, hashes and counts, never names or typed words. */
export interface ActData {
  "gathering.created": { template: string };
  "gathering.set": { key: string; before: string; after: string };
  "gathering.closed": Empty;
  "role.granted": RoleFact;
  "role.revoked": RoleFact;
  "code.revoked": { participant: string };
  "person.erased": { participant: string };
  "delegation.admitted": { delegation: string };
  "delegation.renamed": { delegation: string };
  "delegation.withdrawn": { delegation: string };
  "delegation.arrived": { delegation: string };
  "delegation.left": { delegation: string };
  "agenda.added": AgendaFact;
  "agenda.changed": AgendaFact;
  "agenda.removed": AgendaFact;
  "agenda.started": AgendaFact;
  "agenda.ended": AgendaFact;
  "agenda.reserved": AgendaFact;
  "text.created": { text: string };
  "text.withdrawn": { text: string };
  "text.untabled": { text: string };
  "text.tabled": TextFact;
  "text.corrected": TextFact;
  "text.adopted": TextFact;
  "text.rejected": TextFact;
  "amendment.submitted": AmendmentFact;
  "amendment.revised": AmendmentFact & { fallen?: string[]; satisfied?: string[] };
  "amendment.deadlineSet": { text: string; untilMs?: number };
  "amendment.divided": AmendmentFact;
  "amendment.withdrawn": AmendmentFact;
  "amendment.takenOver": AmendmentFact & { from: string };
  "amendment.cosigned": AmendmentFact & { cosignatory: string };
  "amendment.uncosigned": AmendmentFact & { cosignatory: string };
  "amendment.inadmissible": AmendmentFact;
  "amendment.called": AmendmentFact;
  "amendment.reserved": AmendmentFact;
  "amendment.notMoved": AmendmentFact;
  "amendment.opined": AmendmentOpined;
  /** The whole order, by ids; none: the natural one again. */
  "amendment.reordered": { text: string; amendments: readonly string[] };
  "amendment.adopted": AmendmentOutcome;
  "amendment.rejected": AmendmentOutcome;
  "amendment.undone": AmendmentUndone;
  "ballot.opened": BallotOpened;
  "ballot.closed": { ballot: string; tally: Tally; evident?: string; marksHash: string; votesHash: string };
  "ballot.declared": { ballot: string; outcome: string };
  "ballot.cancelled": { ballot: string; reasonHash?: string };
  "ballot.annulled": { ballot: string; reasonHash?: string };
  "declaration.signed": SignatureFact;
  "declaration.declined": SignatureFact;
  "declaration.published": { text: string; version: number; hash: string };
  "clock.steppedBack": { byMs: number };
  "record.restored": { epoch: string; head: string };
}

type Empty = { readonly [key: string]: never };
type RoleFact = { participant: string; role: string; delegation?: string; text?: string };
type AgendaFact = { item: string; fieldsHash?: string };
type TextFact = { text: string; version: number; head: string; hash: string; ballot?: string };
type AmendmentFact = {
  amendment: string;
  number: number;
  revision: number;
  hash: string;
  text: string;
  version: number;
  head: string;
  delegation: string;
  /** Of a sub-amendment: what it amends, which of its parent's it is, and the parent's revision that it is written on. */
  parent?: string;
  sub?: number;
  onRevision?: number;
  /** Its author said that what falls of it does not take the rest along. */
  divisible?: true;
  reasonHash?: string;
};
/** `of`: the delegation whose opinion it is; without one it is that of the text's drafting group. */
type AmendmentOpined = AmendmentFact & { opinion: string; of?: string };
type AmendmentOutcome = {
  amendments: string[];
  /** When a sub-amendment is adopted: its parent, and the revision that this makes of it. */
  amendment?: string;
  revision?: number;
  hash?: string;
  ballot: string;
  version: number;
  head: string;
  fallen: string[];
  satisfied: string[];
  altered: string[];
};
/** `outcome` is what no longer holds; `live`: those that had fallen, were satisfied or altered, and are so no more. */
type AmendmentUndone = AmendmentOutcome & { outcome: string; live: string[] };
type Tally = { readonly [said: string]: number };
type BallotOpened = {
  ballot: string;
  number: number;
  subjectHash: string;
  questionHash: string;
  options: string[];
  optionsHash?: string;
  method: string;
  seats?: number;
  rule: string;
  unit: string;
  weights?: string;
  proxies?: boolean;
  split?: boolean;
  secrecy: string;
  leastVotes?: number;
  unencryptedHash?: string;
  rollHash: string;
  enrolled: number;
  present: number;
  replaces?: string;
  hash: string;
};
type SignatureFact = { text: string; delegation: string; reservationHash?: string };

export type ActName = keyof ActData;
