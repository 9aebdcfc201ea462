import { readEntry, type AnyEntry, type SealedEntry } from "../journal/index.ts";

/** A body as it was hashed, and its hash. */
interface SealedBody {
  readonly hash: string;
  readonly body: string;
}

/** `registre-<slug>.json`, laid out as docs/record-format.md, "The file", says. */
export interface RecordFile {
  readonly format: "cahier-registre";
  readonly version: 1;
  readonly gathering: string;
  readonly slug: string;
  readonly delegations: readonly { readonly id: string; readonly name: string }[];
  readonly entries: readonly SealedEntry[];
  readonly texts: readonly {
    readonly text: string;
    readonly commits: readonly (SealedBody & { readonly version: number })[];
    readonly snapshots: readonly (SealedBody & { readonly version: number })[];
  }[];
  readonly changeSets: readonly (SealedBody & { readonly amendment: string; readonly revision: number })[];
  readonly ballots: readonly RecordedBallot[];
  readonly words: readonly { readonly hash: string; readonly salt: string; readonly words: string }[];
  readonly signatures: readonly RecordedSignature[];
}

export interface RecordedBallot {
  readonly ballot: string;
  readonly subject: string;
  readonly roll: string;
  readonly marks?: string;
  readonly votes?: string;
}

interface RecordedSignature {
  readonly text: string;
  readonly delegation: string;
  readonly state: "signed" | "declined";
  readonly reservationHash?: string;
}

/** What a gathering's record holds beside its entries, by what they name: nothing else leaves the house. */
export interface RecordContents {
  /** Every text that was ever tabled. `versions`: those whose document an entry names by its hash. */
  readonly texts: ReadonlyMap<string, { readonly versions: ReadonlySet<number>; readonly upTo: number | null }>;
  readonly revisions: readonly { readonly amendment: string; readonly revision: number }[];
  /** Every ballot that was opened. Its votes only once closed. */
  readonly ballots: readonly { readonly ballot: string; readonly closed: boolean }[];
  /** Hashes of typed words. */
  readonly words: ReadonlySet<string>;
  readonly signatures: readonly RecordedSignature[];
}

/**
 * Reads from the journal what the record holds. Of a text taken back to drafting only what had been tabled is told
 * (`upTo` its last tabled version; null: all its commits); of a ballot still open, or cancelled, no vote.
 */
export function recordContents(sealed: readonly SealedEntry[]): RecordContents {
  const texts = new Map<string, { versions: Set<number>; upTo: number | null }>();
  const revisions = new Map<string, { amendment: string; revision: number }>();
  const ballots = new Map<string, { ballot: string; closed: boolean }>();
  const words = new Set<string>();
  const signatures = new Map<string, RecordedSignature>();
  for (const entry of sealed.map(readEntry)) {
    for (const hash of typedHashes(entry)) words.add(hash);
    const { act, data } = entry;
    switch (act) {
      case "text.tabled":
      case "text.corrected":
      case "text.adopted":
      case "text.rejected":
      case "declaration.published": {
        const versions = texts.get(data.text)?.versions ?? new Set();
        texts.set(data.text, { versions: versions.add(data.version), upTo: null });
        break;
      }
      case "text.untabled": {
        const text = texts.get(data.text);
        if (text !== undefined) text.upTo = Math.max(...text.versions);
        break;
      }
      case "amendment.submitted":
      case "amendment.revised":
      case "amendment.divided":
        revisions.set(`${data.amendment}/${data.revision}`, { amendment: data.amendment, revision: data.revision });
        break;
      case "amendment.adopted":
        // A sub-amendment makes a revision of its parent.
        if (data.amendment !== undefined && data.revision !== undefined) {
          const { amendment, revision } = data;
          revisions.set(`${amendment}/${revision}`, { amendment, revision });
        }
        break;
      case "ballot.opened":
      case "ballot.closed":
        ballots.set(data.ballot, { ballot: data.ballot, closed: act === "ballot.closed" });
        break;
      case "declaration.signed":
      case "declaration.declined": {
        const state = act === "declaration.signed" ? "signed" : "declined";
        signatures.set(`${data.text}/${data.delegation}`, { ...data, state });
        break;
      }
      default:
    }
  }
  return {
    texts,
    revisions: [...revisions.values()],
    ballots: [...ballots.values()],
    words,
    signatures: [...signatures.values()],
  };
}

/** Hashes of the reasons that votes give: their lists name them, no entry does. */
export const reasonsIn = (ballots: readonly RecordedBallot[]): readonly string[] =>
  ballots.flatMap(({ votes = "[]" }) =>
    [...votes.matchAll(/"reasonHash":"([0-9a-f]{64})"/gu)].map(([, hash = ""]) => hash),
  );

function typedHashes({ data }: AnyEntry): readonly string[] {
  const hashes = [
    "questionHash" in data ? data.questionHash : undefined,
    "optionsHash" in data ? data.optionsHash : undefined,
    "unencryptedHash" in data ? data.unencryptedHash : undefined,
    "reasonHash" in data ? data.reasonHash : undefined,
    "reservationHash" in data ? data.reservationHash : undefined,
    "fieldsHash" in data ? data.fieldsHash : undefined,
  ];
  return hashes.filter((hash) => hash !== undefined);
}
