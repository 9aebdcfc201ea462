/**
 * What followed from what, in a record whose hashes and counts hold (docs/record-format.md, "What must hold", 7 and 8):
 * nothing adopted without its ballot, no tabled text moved without one, nothing published that was not adopted.
 */
import { canonical, expect, type CheckedRecord, type Entry, type Fields, integer, string, within } from "./verify.ts";

interface TextLife {
  /** The version at which it stands since it was tabled; null while it is drafted. */
  tabledAt: number | null;
  adopted: Fields | null;
  published: boolean;
}

/** Reads the acts in their order and throws the first `Fault`. */
export function checkLives(record: CheckedRecord): void {
  const texts = new Map<string, TextLife>();
  /** Declared and not yet concluded: ballot → outcome. A ballot decides one thing, once. */
  const declared = new Map<string, string>();
  const amendments = new Map<string, Fields>();
  const signatures = new Map<string, Fields>();

  const lifeOf = (text: unknown): TextLife => {
    const life = texts.get(String(text)) ?? { tabledAt: null, adopted: null, published: false };
    texts.set(String(text), life);
    return life;
  };
  const concludedSubject = (data: Fields, outcome: string): Fields => {
    const ballot = string(data, "ballot");
    expect(declared.get(ballot) === outcome, "son scrutin n’a pas été proclamé ainsi, ou a déjà servi.");
    declared.delete(ballot);
    return record.ballots.get(ballot)?.subject ?? {};
  };
  const moveByOne = (text: string, data: Fields): void => {
    const [life, version] = [lifeOf(text), integer(data, "version")];
    expect(life.tabledAt === version - 1, "le texte a bougé sans vote depuis son dépôt.");
    const commit = record.texts.get(text)?.commits[version - 1];
    expect(commit?.fields["ballot"] === data["ballot"], "cette version du texte ne vient pas de ce scrutin.");
    life.tabledAt = version;
  };

  const concludeAmendments = (data: Fields, outcome: string): void => {
    const subject = concludedSubject(data, outcome);
    const ids = Array.isArray(data["amendments"]) ? data["amendments"].map(String) : [];
    expect(subject["kind"] === "amendment" && ids.length > 0, "son scrutin ne portait pas sur un amendement.");
    expect(canonical(subject["amendments"]) === canonical(ids), "ce ne sont pas les amendements mis aux voix.");
    for (const id of ids) {
      const submitted = amendments.get(id);
      expect(
        submitted?.["hash"] === subject["changes"],
        "les changements mis aux voix ne sont pas ceux qui étaient déposés.",
      );
      expect(submitted?.["text"] === subject["text"], "l’amendement est d’un autre texte.");
    }
    const text = string(subject, "text");
    if (outcome === "adopted") moveByOne(text, data);
    else expect(lifeOf(text).tabledAt === data["version"], "le texte a bougé sans vote depuis son dépôt.");
  };

  const concludeText = (data: Fields, outcome: string): void => {
    const subject = concludedSubject(data, outcome);
    const { ballot: _, ...voted } = data;
    expect(
      canonical(subject) === canonical({ kind: "text", ...voted }),
      "ce n’est pas ce texte qui a été mis aux voix.",
    );
    const life = lifeOf(data["text"]);
    expect(life.tabledAt === data["version"], "le texte a bougé sans vote depuis son dépôt.");
    if (outcome === "adopted") life.adopted = data;
  };

  const check = ({ act, data }: Entry): void => {
    switch (act) {
      case "ballot.declared":
        return void declared.set(string(data, "ballot"), string(data, "outcome"));
      case "ballot.annulled":
        return void declared.delete(string(data, "ballot"));
      case "text.tabled":
        return void (lifeOf(data["text"]).tabledAt = integer(data, "version"));
      case "text.untabled":
        return void (lifeOf(data["text"]).tabledAt = null);
      case "text.corrected":
        return moveByOne(string(data, "text"), data);
      case "amendment.submitted":
        return void amendments.set(string(data, "amendment"), data);
      case "amendment.adopted":
      case "amendment.rejected":
        return concludeAmendments(data, act.slice("amendment.".length));
      case "text.adopted":
      case "text.rejected":
        return concludeText(data, act.slice("text.".length));
      case "declaration.signed":
      case "declaration.declined": {
        const life = lifeOf(data["text"]);
        expect(life.adopted !== null && !life.published, "on ne signe qu’un texte adopté, avant sa publication.");
        const signature = { ...data, state: act.slice("declaration.".length) };
        return void signatures.set(`${string(data, "text")}/${string(data, "delegation")}`, signature);
      }
      case "declaration.published": {
        const life = lifeOf(data["text"]);
        const voted = life.adopted?.["version"] === data["version"] && life.adopted?.["hash"] === data["hash"];
        expect(voted && !life.published, "ce n’est pas le texte adopté, ou il était déjà publié.");
        life.published = true;
      }
    }
  };

  for (const entry of record.entries) within(`l’acte ${entry.sequence} (${entry.act})`, () => check(entry));
  for (const [text, { tabledAt }] of texts) {
    const last = record.texts.get(text)?.commits.length;
    within(`la version ${last} du texte ${text}`, () => {
      expect(tabledAt === null || tabledAt === last, "le texte a bougé sans vote depuis son dépôt.");
    });
  }
  within("la liste des signatures", () => {
    const sorted = (lines: readonly unknown[]): string => canonical(lines.map(canonical).sort());
    const listed = record.file["signatures"];
    const holds = Array.isArray(listed) && sorted(listed) === sorted([...signatures.values()]);
    expect(holds, "ce ne sont pas celles que donnent les actes.");
  });
}
