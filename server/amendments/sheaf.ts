import type { Sheaf, SheafBase } from "../../shared/amendments/index.ts";
import { translator } from "../../shared/i18n/index.ts";
import { plainJson, textHash } from "../../shared/texts/index.ts";
import { plainProse, type AmendmentState, type SheafSheet } from "../../shared/views/index.ts";
import { csvOf } from "../../shared/ballots/index.ts";
import type { ActGathering } from "../http/index.ts";
import type { Tx } from "../storage/index.ts";
import { isPublic, readText, type TextFacts } from "../texts/index.ts";
import { inCallOrder, type Listed } from "./call-order.ts";
import { Documents } from "./documents.ts";
import type { AmendmentNeighbours } from "./neighbours.ts";
import { readAmendmentsOn } from "./store.ts";
import { readDelegationNames } from "../people/index.ts";
import { readSupporters } from "./cosignatures.ts";
import { readGroupOpinions } from "./opinions.ts";
import { AmendmentShower } from "./views.ts";

/** The amendments of a text in the order of calls, each with its sheet. */
interface GatheredSheaf {
  readonly text: TextFacts;
  readonly listed: readonly Listed[];
  readonly sheets: readonly SheafSheet[];
}

/** Null for a text that was never tabled: it has no amendments. */
export async function gatherSheaf(
  tx: Tx,
  gathering: ActGathering,
  id: string,
  neighbours: AmendmentNeighbours,
): Promise<GatheredSheaf | null> {
  const text = await readText(tx, gathering.id, id);
  if (text === null || !isPublic(text)) return null;
  const shower = new AmendmentShower(tx, gathering, neighbours);
  const listed = await inCallOrder(tx, text, await readAmendmentsOn(tx, text.id));
  const [opinions, supporters] = [await readGroupOpinions(tx, text.id), await readSupporters(tx, text.id)];
  const names = await readDelegationNames(tx, gathering.id);
  const sheets: SheafSheet[] = [];
  for (const { amendment, joint, same, broken } of listed) {
    const state = broken === undefined ? {} : { state: { state: "broken", fault: broken } as const };
    const cosignatories = (supporters.get(amendment.id) ?? []).map((delegation) => names.get(delegation) ?? "");
    const opinion = opinions.get(amendment.id) ?? null;
    sheets.push({ ...(await shower.paper(amendment)), ...state, joint, same, opinion, cosignatories });
  }
  return { text, listed, sheets };
}

/** The sheaf in its own format, with every version that an amendment of it was written on. */
export async function exportedSheaf(tx: Tx, { text, listed, sheets }: GatheredSheaf): Promise<Sheaf> {
  const documents = new Documents(tx);
  const shown = new Map(sheets.map((sheet) => [sheet.id, sheet]));
  // A sub-amendment is not read without the revisions of its parent: the paper and the table have it.
  const alone = listed.filter(({ amendment }) => amendment.parent === null);
  const readable = alone.filter(({ amendment }) => shown.get(amendment.id)?.state.state !== "broken");
  const versions = new Set(readable.map(({ amendment }) => amendment.base.version));
  const bases: SheafBase[] = [];
  for (const version of [...versions].sort((a, b) => a - b)) {
    const { head, doc } = await documents.at(text.id, version);
    bases.push({ version, head, hash: textHash(doc), document: plainJson(doc.toJSON()) });
  }
  return {
    text: { id: text.id, title: text.title, language: text.language },
    bases,
    amendments: alone.flatMap(({ amendment: { id, number, revision, base, changes, hash } }) => {
      const sheet = shown.get(id);
      if (!sheet) return [];
      const { delegation, rationale, state, cosignatories, opinion } = sheet;
      const asked = state.state === "broken" ? null : changes;
      const facts = { number, revision, author: delegation, cosignatories, opinion, base, hash, rationale };
      return [{ ...facts, changes: asked, state: state.state }];
    }),
  };
}

const heads = [
  "sheaf.number",
  "sheaf.author",
  "amendment.support",
  "sheaf.article",
  "sheaf.paragraph",
  "sheaf.lines",
  "sheaf.joint",
  "sheaf.same-as",
  "sheaf.state",
  "sheaf.why-state",
  "sheaf.opinion",
  "sheaf.changes",
  "sheaf.rationale",
  "sheaf.version",
  "sheaf.hash",
] as const;

/** A table for spreadsheets: one line an amendment. */
export function sheafTable({ sheets }: GatheredSheaf, language: string): string {
  const t = translator(language);
  const lines = sheets.map(
    ({
      label,
      delegation,
      cosignatories,
      opinion,
      place,
      lines,
      joint,
      same,
      state,
      redline,
      rationale,
      text,
      hash,
    }) => [
      label,
      delegation,
      cosignatories.join(", "),
      figure(place.article),
      figure(place.paragraph),
      lines === null || lines.after
        ? ""
        : lines.first === lines.last
          ? figure(lines.first)
          : `${lines.first}–${lines.last}`,
      figure(joint),
      figure(same),
      t(`amendment.state.${state.state}`),
      whyOf(state, t),
      opinion === null ? "" : t(`opinion.${opinion}`),
      plainProse(
        redline.filter(({ change }) => change !== "context"),
        t,
      ),
      rationale ?? "",
      String(text.version),
      hash,
    ],
  );
  return csvOf([heads.map((key) => t(key)), ...lines]);
}

const figure = (number: number | null): string => (number === null ? "" : String(number));

function whyOf(state: AmendmentState, t: ReturnType<typeof translator>): string {
  if (state.state === "broken") return t(`amendment.broken.${state.fault}`);
  if (state.state === "fallen" || state.state === "satisfied")
    return state.by === null
      ? ""
      : t(state.withParent ? "amendment.with" : state.by.sub ? "amendment.by-sub" : "amendment.by", {
          number: state.by.label,
        });
  if (state.state !== "adopted" && state.state !== "rejected") return "";
  const { number, tally } = state.ballot;
  const ballot = t("ballot.title", { number });
  return tally === null ? ballot : `${ballot}, ${t("amendment.tally", { for: tally.for, against: tally.against })}`;
}
