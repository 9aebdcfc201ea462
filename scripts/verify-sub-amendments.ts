/**
 * Sub-amendments, redone from what was submitted (docs/record-format.md, "What must hold", 9): what each becomes of its
 * parent, and what that, or its author's own revision, does to the others.
 */
import {
  changeSetHash,
  Parent,
  parseChangeSet,
  subAdoptionEffects,
  type ChangeSet,
  type ParentRevision,
  type SubWish,
  type WaitingSub,
} from "../shared/amendments/index.ts";
import type { TextNode } from "../shared/texts/index.ts";
import { parentIn } from "./verify-subjects.ts";
import { canonical, expect, integer, string, type CheckedRecord, type Fields } from "./verify.ts";

interface Family {
  readonly text: string;
  revisions: readonly ParentRevision[];
  readonly subs: Map<string, SubWish>;
}

/** All amendments with their revisions, and the sub-amendments that wait on each. */
export class Families {
  readonly #record: CheckedRecord;
  readonly #families = new Map<string, Family>();

  constructor(record: CheckedRecord) {
    this.#record = record;
  }

  /** The changes that an entry names. */
  changesOf(data: Fields): ChangeSet {
    const set = this.#record.changeSets.get(`${string(data, "amendment")}/${integer(data, "revision")}`);
    expect(set !== undefined, "le registre n’a pas ce qu’il amende.");
    return parseChangeSet(canonical(set.value));
  }

  /** An amendment as it was submitted, or revised: its sub-amendments are carried over the revision. */
  revise(data: Fields, base: TextNode, head: TextNode | undefined): void {
    const id = string(data, "amendment");
    const family = this.#families.get(id) ?? { text: string(data, "text"), revisions: [], subs: new Map() };
    const before = this.#waitingIn(family);
    const revision = { revision: integer(data, "revision"), base, changes: this.changesOf(data), made: null };
    family.revisions = [...family.revisions, revision];
    this.#families.set(id, family);
    if (before.length === 0 || head === undefined) return;
    this.#settle(family, data, subAdoptionEffects(before, new Parent(family.revisions), head));
  }

  submitSub(data: Fields): void {
    const family = this.#familyOf(data["parent"]);
    const wish = { changes: this.changesOf(data), onRevision: integer(data, "onRevision") };
    const becomes = new Parent(family.revisions).amendedBy(wish);
    expect(becomes.ok, "le sous-amendement ne s’appliquait pas à ce qu’il amende.");
    family.subs.set(string(data, "amendment"), wish);
  }

  /** Whatever became of them, they wait no more; their own sub-amendments fall with them. */
  forget(ids: readonly string[]): void {
    for (const id of ids) {
      for (const { subs } of this.#families.values()) subs.delete(id);
      this.#families.get(id)?.subs.clear();
    }
  }

  /** Those that wait on one text. */
  waitingOn(text: string): readonly WaitingSub[] {
    return [...this.#families.values()].flatMap((one) => (one.text === text ? this.#waitingIn(one) : []));
  }

  /** The parent as the adoption leaves it, redone from what was submitted, is what was voted, and what the record holds. */
  adopt(data: Fields, subject: Fields, ids: readonly string[], head: TextNode | undefined): void {
    const id = parentIn(subject)["amendment"];
    const family = this.#familyOf(id);
    const before = new Parent(family.revisions);
    const [wish] = ids.flatMap((one) => family.subs.get(one) ?? []);
    expect(wish !== undefined && head !== undefined, "le sous-amendement n’attendait pas.");
    for (const one of ids) {
      const made = before.amendedBy(family.subs.get(one) ?? wish);
      const right = made.ok && changeSetHash(made.value) === subject["result"];
      expect(right && data["hash"] === subject["result"], "ce n’est pas ce que le sous-amendement fait du sien.");
    }
    expect(before.standing(wish, head).changes.length > 0, "l’amendement ainsi changé ne s’appliquait plus au texte.");
    for (const one of ids) family.subs.delete(one);
    const { base, revision } = before.last;
    const changes = this.changesOf({ amendment: id, revision: revision + 1 });
    family.revisions = [...family.revisions, { revision: revision + 1, base, changes, made: wish }];
    const others = [...family.subs].map(([other, asked]) => ({ id: other, wish: asked, parent: before }));
    this.#settle(family, data, subAdoptionEffects(others, new Parent(family.revisions), head));
  }

  #familyOf(id: unknown): Family {
    const family = this.#families.get(String(id));
    expect(family !== undefined, "le registre n’a pas ce qu’il amende.");
    return family;
  }

  #waitingIn({ revisions, subs }: Family): readonly WaitingSub[] {
    if (subs.size === 0) return [];
    const parent = new Parent(revisions);
    return [...subs].map(([id, wish]) => ({ id, wish, parent }));
  }

  #settle({ subs }: Family, data: Fields, effects: ReturnType<typeof subAdoptionEffects>): void {
    for (const fate of ["fallen", "satisfied"] as const) {
      const said = Array.isArray(data[fate]) ? data[fate].map(String) : [];
      expect(canonical(effects[fate]) === canonical(said.sort()), `ce n’est pas ce qui devait devenir « ${fate} ».`);
      for (const id of said) subs.delete(id);
    }
  }
}
