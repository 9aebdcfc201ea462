/** What the tables of amendments cache, worked out anew from a record: its journal, its commits and what was submitted. */
import { parseChangeSet, type Move, type Submitted } from "../../../shared/amendments/index.ts";
import { emptyText, replayCommit, type Standing as Version } from "../../../shared/texts/index.ts";
import type { RecordFile } from "../forge.ts";
import { SlowReference } from "./slow-reference.ts";

/** A row as far as it follows from elsewhere. */
export interface StateRow {
  readonly state: string;
  readonly ballot: string | null;
  readonly adoptedVersion: number | null;
  readonly standing: string;
  readonly standingBy: string | null;
  readonly reduced: boolean;
  readonly altered: boolean;
}

type Life = Pick<StateRow, "state" | "ballot" | "adoptedVersion">;
interface One extends Submitted {
  readonly text: string;
  readonly life: Life;
}
interface Data {
  readonly amendment?: string;
  readonly amendments?: readonly string[];
  readonly ballot?: string;
  readonly version?: number;
  readonly text?: string;
  readonly revision?: number;
}

/** By the amendment's id. Of one that waits no longer nothing is said of its standing: nobody asks. */
export function rebuiltStates(record: string): ReadonlyMap<string, Partial<StateRow>> {
  const file: RecordFile = JSON.parse(record);
  const versions = new Map(file.texts.map(({ text, commits }) => [text, versionsOf(commits)]));
  const all = new Map<string, One>();
  const moves = new Map<string, readonly Move[]>();
  const stands = new Map<string, { tabled: number; version: number }>();
  const docAt = (text: string, version: number) => {
    const doc = versions.get(text)?.[version]?.doc;
    if (!doc) throw new Error(`No version ${version} of ${text}`);
    return doc;
  };
  const live = (ids: readonly string[], life: Life): void => {
    for (const id of ids) {
      const one = all.get(id);
      if (one) all.set(id, { ...one, life });
    }
  };
  const waits = (state: string): Life => ({ state, ballot: null, adoptedVersion: null });
  for (const { body } of file.entries) {
    const { act, data }: { act: string; data: Data } = JSON.parse(body);
    const { amendment = "", amendments = [], ballot = "", version = 0, text = "", revision = 0 } = data;
    const subject = file.ballots.find((one) => one.ballot === ballot)?.subject ?? "{}";
    const put: { text?: string } = JSON.parse(subject);
    switch (act) {
      case "text.tabled":
        stands.set(text, { tabled: version, version: version });
        break;
      case "amendment.submitted":
      case "amendment.revised": {
        const set = file.changeSets.find((one) => one.amendment === amendment && one.revision === revision);
        const changes = parseChangeSet(set?.body ?? "");
        const since = stands.get(text)?.version ?? 0;
        all.set(amendment, {
          id: amendment,
          text,
          changes,
          base: docAt(text, version),
          since,
          life: waits("submitted"),
        });
        break;
      }
      case "amendment.withdrawn":
      case "amendment.notMoved":
      case "amendment.called":
        live([amendment], waits(act.slice("amendment.".length)));
        break;
      case "amendment.reserved":
        live([amendment], waits("submitted"));
        break;
      case "amendment.rejected":
        live(amendments, { state: "rejected", ballot: ballot, adoptedVersion: null });
        break;
      case "amendment.adopted":
      case "amendment.undone": {
        const of = put.text ?? "";
        const before = moves.get(of) ?? [];
        const [first] = amendments;
        const one = all.get(first ?? "");
        stands.set(of, { tabled: stands.get(of)?.tabled ?? 0, version: version });
        if (act === "amendment.undone") {
          moves.set(
            of,
            before.filter((move) => move.kind !== "adoption" || move.ballot !== ballot),
          );
          live(amendments, waits("called"));
        } else if (one) {
          const made = { ballot: ballot, amendments: amendments, version: version };
          const from = { changes: one.changes, base: one.base, before: docAt(of, made.version - 1) };
          moves.set(of, [...before, { kind: "adoption", ...made, ...from }]);
          live(amendments, { state: "adopted", ballot: made.ballot, adoptedVersion: made.version });
        }
        break;
      }
      default:
    }
  }
  const references = new Map(
    [...stands].map(([text, { tabled }]) => [text, new SlowReference(docAt(text, tabled))] as const),
  );
  return new Map(
    [...all].map(([id, one]) => {
      const reference = references.get(one.text);
      if (!reference || (one.life.state !== "submitted" && one.life.state !== "called")) return [id, one.life];
      const standing = reference.standing(moves.get(one.text) ?? [], one);
      const kept =
        standing.standing === "live"
          ? { standing: standing.standing, standingBy: null, reduced: standing.reduced, altered: standing.altered }
          : { standing: standing.standing, standingBy: standing.by, reduced: false, altered: false };
      return [id, { ...one.life, ...kept }];
    }),
  );
}

function versionsOf(commits: RecordFile["texts"][number]["commits"]): readonly Version[] {
  const versions: Version[] = [{ version: 0, head: "0".repeat(64), doc: emptyText() }];
  for (const { version, hash, body } of commits) {
    const before = versions[version - 1];
    const commit = before && replayCommit(before, { version, hash, body }, { client: "", sequence: 0 });
    if (!commit) throw new Error(`Version ${version} does not follow`);
    versions.push({ version, head: hash, doc: commit.doc });
  }
  return versions;
}
