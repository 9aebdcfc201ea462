import {
  excerpt,
  isPending,
  labelOf,
  lineLabel,
  redline,
  type AmendmentPlace,
  type Gist,
  type RedlineBlock,
} from "../../shared/amendments/index.ts";
import { translator } from "../../shared/i18n/index.ts";
import { assertNever } from "../../shared/refusals.ts";
import {
  proseOf,
  type AmendmentLine,
  type AmendmentName,
  type AmendmentSheet,
  type AmendmentState,
  type AmendmentView,
} from "../../shared/views/index.ts";
import type { ActGathering } from "../http/index.ts";
import { readWords } from "../journal/index.ts";
import { readDelegationNames } from "../people/index.ts";
import type { Tx } from "../storage/index.ts";
import { readDocument, readText, type TextFacts } from "../texts/index.ts";
import { Documents } from "./documents.ts";
import { countSupporters } from "./cosignatures.ts";
import { readDecidedBallots } from "./decided-ballot.ts";
import { inCallOrder } from "./call-order.ts";
import { Carrier, commitApart } from "./carry.ts";
import { readGroupOpinions } from "./opinions.ts";
import type { AmendmentNeighbours, BallotOnIt } from "./neighbours.ts";
import { readParent } from "./parent.ts";
import { isAlive, readAmendments, readAmendmentsOn, readSubs, type AmendmentFacts } from "./store.ts";

/** How many untouched blocks are shown before and after a change, so that one finds the place. */
const contextBlocks = 1;

/** Amendments as a gathering's pages show them; delegations' names and ballots are read once. */
export class AmendmentShower {
  readonly #tx: Tx;
  readonly #gathering: ActGathering;
  readonly #neighbours: AmendmentNeighbours;
  #names: Promise<ReadonlyMap<string, string>> | null = null;
  #numbers: Promise<ReadonlyMap<string, AmendmentFacts>> | null = null;
  #ballots: Promise<ReadonlyMap<string, readonly BallotOnIt[]>> | null = null;
  #decided: ReturnType<typeof readDecidedBallots> | null = null;

  readonly #documents: Documents;
  readonly #texts = new Map<string, Promise<TextFacts | null>>();

  constructor(tx: Tx, gathering: ActGathering, neighbours: AmendmentNeighbours) {
    this.#tx = tx;
    this.#documents = new Documents(tx);
    this.#gathering = gathering;
    this.#neighbours = neighbours;
  }

  async name(amendment: AmendmentFacts): Promise<AmendmentName> {
    this.#names ??= readDelegationNames(this.#tx, this.#gathering.id);
    const delegation = (await this.#names).get(amendment.delegation) ?? "";
    const { id, number, sub } = amendment;
    return { id, number, ...(sub === 0 ? {} : { sub }), label: labelOf(amendment), delegation };
  }

  /** The amendments of a text, line by line. */
  async lines(text: TextFacts, amendments: readonly AmendmentFacts[]): Promise<readonly AmendmentLine[]> {
    const listed = await inCallOrder(this.#tx, text, amendments);
    const opinions = await readGroupOpinions(this.#tx, text.id);
    const { supporters: required } = this.#gathering;
    const signed = required === 0 ? new Map<string, number>() : await countSupporters(this.#tx, text.id);
    return Promise.all(
      listed.map(async ({ amendment, joint, same, ahead, broken }) => ({
        ...(await this.name(amendment)),
        ...gistOf(amendment, this.#gathering.language),
        state: broken === undefined ? await this.state(amendment) : { state: "broken", fault: broken },
        joint,
        same,
        ahead,
        divisible: amendment.divisible && amendment.changes.length > 1,
        opinion: opinions.get(amendment.id) ?? null,
        supporters: required > 0 && isAlive(amendment) ? { count: signed.get(amendment.id) ?? 0, required } : null,
      })),
    );
  }

  /** The sheet as it was submitted, with the labels of its base. */
  async sheet(amendment: AmendmentFacts): Promise<AmendmentSheet> {
    const ballots = await this.#ballotsOn(amendment);
    return {
      ...(await this.paper(amendment)),
      ballots: ballots.map(({ id, number, isAnnulled }) => ({ id, number, annulled: isAnnulled })),
    };
  }

  /** The same as it is printed, without its ballots. */
  async paper(amendment: AmendmentFacts): Promise<Omit<AmendmentSheet, "ballots">> {
    const { hash, base, rationale } = amendment;
    const text = await this.#text(amendment.text);
    const drawn = await this.#draw(amendment);
    const words = rationale === null ? null : await readWords(this.#tx, this.#gathering.id, rationale);
    return {
      ...(await this.name(amendment)),
      origin: amendment.origin,
      submittedAtMs: amendment.submittedAtMs,
      hash,
      text: { id: amendment.text, title: text?.title ?? "", version: base.version },
      place: amendment.outline.place,
      lines: drawn?.lines ?? null,
      redline: drawn?.blocks ?? [],
      rationale: words?.words ?? null,
      rationaleErased: words !== null && words.words === null,
      divisible: amendment.divisible,
      state: drawn === null ? { state: "broken", fault: amendment.broken ?? "thrown" } : await this.state(amendment),
      ...(amendment.standing.standing === "live" ? sinceOf(amendment.standing) : {}),
      ...(await this.#family(amendment)),
    };
  }

  /** Its sub-amendments, by number. */
  async subs({ id }: AmendmentFacts): Promise<AmendmentView["subs"]> {
    const subs = [];
    for (const sub of await readSubs(this.#tx, id))
      subs.push({ ...(await this.name(sub)), state: await this.state(sub) });
    return subs;
  }

  /**
   * On its base; a sub-amendment on its parent's text, under the numbers of its parent's base: while it waits, on the
   * parent as it is worded now, for that is what is voted.
   */
  async #redline(amendment: AmendmentFacts): Promise<readonly RedlineBlock[]> {
    const { text, base, changes, parent, onRevision } = amendment;
    if (parent === null) return redline((await this.#documents.at(text, base.version)).doc, changes);
    const family = await readParent(this.#tx, { id: parent, text });
    const now = isAlive(amendment) ? family.form(family.last.revision) : null;
    if (now) return redline(now, family.carry({ changes, onRevision: onRevision ?? 0 }).changes, family.last.base);
    const form = family.form(onRevision ?? 0);
    return form ? redline(form, changes, family.last.base) : [];
  }

  async #family({ parent, made }: AmendmentFacts): Promise<Pick<AmendmentSheet, "parent" | "subAmendedBy">> {
    const [of, by] = [parent && (await this.#nameOf(parent)), made && (await this.#nameOf(made))];
    return { ...(of ? { parent: of } : {}), ...(by ? { subAmendedBy: by } : {}) };
  }

  /** What its adoption now would do to the others that live; nothing once it is decided or can no longer be adopted. */
  async effects(amendment: AmendmentFacts): Promise<AmendmentView["effects"]> {
    // A sub-amendment adopted changes its parent, not the text.
    if (!isAlive(amendment) || amendment.parent !== null) return [];
    const text = await readText(this.#tx, this.#gathering.id, amendment.text);
    if (!text) return [];
    const { doc, version } = await readDocument(this.#tx, text.id, text.version);
    const { changes } = await new Carrier(this.#tx, text.id, doc).carry(amendment);
    const adopted = commitApart(doc, changes, version + 1);
    if (!adopted.ok) return [];
    const carrier = new Carrier(this.#tx, text.id, adopted.value.doc);
    const effects: { kind: AmendmentView["effects"][number]["kind"]; amendment: AmendmentName }[] = [];
    for (const other of await readAmendmentsOn(this.#tx, text.id)) {
      if (other.id === amendment.id || other.parent === amendment.id || !isAlive(other) || isTwinOf(other, amendment))
        continue;
      const { state, broken } = await carrier.carry(other);
      if (broken !== undefined) continue;
      const kind = state === "fallen" ? "falls" : state === "live" ? "stays" : state;
      if (kind !== "stays" || isNear(other, amendment)) effects.push({ kind, amendment: await this.name(other) });
    }
    const order = ["falls", "satisfied", "altered", "stays"];
    return effects.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  }

  /** Null for one that is broken. */
  async #draw(amendment: AmendmentFacts): Promise<Drawn | null> {
    const { text, base, parent, broken } = amendment;
    if (broken !== undefined) return null;
    try {
      const { doc } = await this.#documents.at(text, base.version);
      const rows = await this.#redline(amendment);
      return {
        blocks: proseOf(excerpt(rows, contextBlocks), "excerpt"),
        lines: parent === null ? lineLabel(doc, rows) : null,
      };
    } catch {
      return null;
    }
  }

  async state(amendment: AmendmentFacts): Promise<AmendmentState> {
    if (amendment.broken !== undefined) return { state: "broken", fault: amendment.broken };
    try {
      return await this.#fate(amendment);
    } catch {
      return { state: "broken", fault: "life" };
    }
  }

  async #fate(amendment: AmendmentFacts): Promise<AmendmentState> {
    const { life, standing } = amendment;
    if (isPending(life) && standing.standing !== "live") {
      const by = standing.by === null ? null : await this.#nameOf(standing.by);
      const withParent = by !== null && standing.by === amendment.parent ? ({ withParent: true } as const) : {};
      return { state: standing.standing, by, ...withParent };
    }
    switch (life.state) {
      case "submitted":
      case "withdrawn":
      case "inadmissible":
        return { state: life.state };
      case "notMoved":
        return { state: "not-moved" };
      case "called": {
        const open = (await this.#ballotsOn(amendment)).find(({ isOpen }) => isOpen);
        const ballot = open ? { number: open.number } : null;
        return { state: "called", sinceMs: amendment.calledAtMs ?? amendment.submittedAtMs, ballot };
      }
      case "adopted":
      case "rejected":
        this.#decided ??= readDecidedBallots(this.#tx, this.#gathering.id);
        return { state: life.state, ballot: (await this.#decided)(life.ballot) };
      default:
        return assertNever(life);
    }
  }

  #text(id: string): Promise<TextFacts | null> {
    const text = this.#texts.get(id) ?? readText(this.#tx, this.#gathering.id, id);
    this.#texts.set(id, text);
    return text;
  }

  async #ballotsOn(amendment: AmendmentFacts): Promise<readonly BallotOnIt[]> {
    this.#ballots ??= this.#neighbours.ballotsOnEach(this.#tx, this.#gathering.id);
    return (await this.#ballots).get(amendment.id) ?? [];
  }

  async #nameOf(id: string): Promise<AmendmentName | null> {
    this.#numbers ??= readAmendments(this.#tx, this.#gathering.id).then(
      (all) => new Map(all.map((one) => [one.id, one])),
    );
    const amendment = (await this.#numbers).get(id);
    return amendment ? this.name(amendment) : null;
  }
}

interface Drawn extends Pick<AmendmentSheet, "lines"> {
  readonly blocks: AmendmentSheet["redline"];
}

/** Where in the text, and a few of its words. */
export const gistOf = (
  { outline, broken }: AmendmentFacts,
  language: string,
): Pick<AmendmentLine, "place" | "gist"> => ({
  place: outline.place,
  gist: broken === undefined ? gistWords(outline.gist, language) : "",
});

const isTwinOf = (other: AmendmentFacts, amendment: AmendmentFacts): boolean =>
  other.hash === amendment.hash && other.base.version === amendment.base.version;

/** On the same paragraph, or in the same article. */
function isNear(other: AmendmentFacts, amendment: AmendmentFacts): boolean {
  const [a, b] = [other.outline.place, amendment.outline.place];
  return sameNumber(a, b, "paragraph") || sameNumber(a, b, "article");
}

const sameNumber = (a: AmendmentPlace, b: AmendmentPlace, key: "paragraph" | "article"): boolean =>
  a[key] !== null && a[key] === b[key];

const sinceOf = ({ reduced, altered }: { readonly reduced: boolean; readonly altered: boolean }) =>
  altered ? ({ since: "altered" } as const) : reduced ? ({ since: "reduced" } as const) : {};

function gistWords(gist: Gist, language: string): string {
  const t = translator(language);
  const { kind, ofArticle, removed, inserted } = gist;
  switch (kind) {
    case "replaces":
      return t("amendment.gist.replaces", { removed, inserted });
    case "inserts":
      return t("amendment.gist.inserts", { inserted });
    case "deletes":
      return t("amendment.gist.deletes", { removed });
    case "suppresses":
      return t(ofArticle ? "amendment.gist.suppresses-article" : "amendment.gist.suppresses", { removed });
    case "brings":
      return t(ofArticle ? "amendment.gist.brings-article" : "amendment.gist.brings", { inserted });
    case "moves":
      return t(ofArticle ? "amendment.gist.moves-article" : "amendment.gist.moves", { removed });
    case "formats":
    case "regroups":
      return t(`amendment.gist.${kind}`);
    default:
      return assertNever(kind);
  }
}
