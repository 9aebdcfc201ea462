/** What may follow what for texts, their amendments and their publication (docs/record-format.md, "What must hold", 7 and 8). */
import { heldBy, isDivision, isSameVote, parentIn, partsOf, strings, type AmendmentState } from "./verify-subjects.ts";
import { canonical, expect, integer, string, within, type CheckedRecord, type Fields } from "./verify.ts";

type TextState = "draft" | "tabled" | "adopted" | "rejected" | "withdrawn";
interface TextLife {
  state: TextState;
  /** The version at which it stands since it was tabled, and the one that was tabled. */
  version: number;
  tabled: number;
  /** What a ballot on the whole adopted. */
  adopted: Fields;
  everAmended: boolean;
  published: boolean;
}
interface AmendmentLife {
  state: AmendmentState;
  /** What its submission said, or its last revision. */
  fact: Fields;
  /** Of one that has fallen or is satisfied: what it was before. */
  waited?: AmendmentState;
  /** Who put their name to that revision, its author aside. */
  signed: Set<unknown>;
}
const isOpen = ({ state }: AmendmentLife): boolean => state === "submitted" || state === "called";
const opinions = new Set<unknown>(["favourable", "unfavourable", "wisdom", "withdrawalAsked", "satisfied"]);
const movedAside = "le texte a bougé sans vote depuis son dépôt.";

/** The lives as the acts lead them; each act that they do not allow throws a `Fault`. */
export function textLives(record: CheckedRecord, isEnrolled: (delegation: unknown) => boolean) {
  const texts = new Map<string, TextLife>();
  const amendments = new Map<string, AmendmentLife>();
  const signatures = new Map<string, Fields>();
  /** Ballots open, or closed and not yet concluded: what they put to the vote. */
  const running = new Map<string, Fields>();
  let lastNumber = 0;
  /** How many co-signatures an amendment needs to be called. */
  let required = 0;

  const lifeOf = (text: unknown, ...states: readonly TextState[]): TextLife => {
    const life = texts.get(String(text));
    expect(life !== undefined && states.includes(life.state), "ce texte n’en était pas là.");
    return life;
  };
  /** A sub-amendment waits no more than its parent. */
  const hasParent = ({ fact }: AmendmentLife): boolean => {
    const parent = amendments.get(String(fact["parent"]));
    return !("parent" in fact) || (parent !== undefined && isOpen(parent));
  };
  const isPending = (life: AmendmentLife): boolean => isOpen(life) && hasParent(life);
  const amendmentOf = (id: unknown, ...states: readonly AmendmentState[]): AmendmentLife => {
    const life = amendments.get(String(id));
    const right = life !== undefined && states.includes(life.state) && hasParent(life);
    expect(right, "cet amendement n’en était pas là.");
    return life;
  };
  const subsOf = (id: unknown) => [...amendments.values()].filter(({ fact }) => fact["parent"] === id);
  const settle = (life: AmendmentLife, fate: "fallen" | "satisfied"): void => {
    if (isOpen(life)) life.waited = life.state;
    life.state = fate;
  };
  /** What an act says fell or is satisfied by it waited; by what happens to their parent, they are its sub-amendments. */
  const settleAll = (data: Fields, of?: unknown): void => {
    const gone = (["fallen", "satisfied"] as const).flatMap((fate) =>
      strings(data[fate]).map((id) => ({ fate, life: amendmentOf(id, "submitted", "called") })),
    );
    for (const { fate, life } of gone) {
      expect(of === undefined || life.fact["parent"] === of, "un amendement qu’il ferait tomber n’est pas du sien.");
      settle(life, fate);
    }
  };
  const ofText = (text: unknown) => [...amendments.values()].filter(({ fact }) => fact["text"] === text);
  const putToVote = (named: (subject: Fields) => boolean): boolean => [...running.values()].some(named);
  const isHeld = (id: unknown): boolean => putToVote((subject) => heldBy(subject).includes(String(id)));
  const expectAt = (life: TextLife, data: Fields): void => expect(life.version === data["version"], movedAside);

  const moveByOne = (life: TextLife, text: string, data: Fields): void => {
    const version = integer(data, "version");
    expect(life.version === version - 1, movedAside);
    const commit = record.texts.get(text)?.commits[version - 1];
    expect(commit?.fields["ballot"] === data["ballot"], "cette version du texte ne vient pas de ce scrutin.");
    life.version = version;
  };
  /** Amendments are written on a version that a tabled text has had since. */
  const expectWritable = (data: Fields): void => {
    const [life, version] = [lifeOf(data["text"], "tabled"), integer(data, "version")];
    expect(version >= life.tabled && version <= life.version, "ce texte n’a pas eu cette version depuis son dépôt.");
  };
  const submit = (data: Fields): void => {
    const number = integer(data, "number");
    if ("parent" in data) expectSub(data);
    else expectWritable(data);
    expectNotVoted(data);
    expect(isEnrolled(data["delegation"]), "sa délégation n’est pas admise.");
    const fresh = "parent" in data || number > lastNumber;
    expect(!amendments.has(string(data, "amendment")) && fresh, "son numéro a déjà servi.");
    lastNumber = Math.max(number, lastNumber);
    lifeOf(data["text"], "tabled").everAmended = true;
    amendments.set(string(data, "amendment"), { state: "submitted", fact: data, signed: new Set() });
  };
  /** Submitted to an amendment that waits, on one of its revisions, under its number and one of its own. */
  const expectSub = (data: Fields): void => {
    const { fact } = amendmentOf(data["parent"], "submitted", "called");
    expectAt(lifeOf(data["text"], "tabled"), data);
    const on = integer(data, "onRevision");
    const right = fact["text"] === data["text"] && on >= 1 && on <= integer(fact, "revision") && !("parent" in fact);
    expect(right, "ce qu’il amende n’est pas cet amendement.");
    const before = subsOf(data["parent"]).map((one) => integer(one.fact, "sub"));
    const numbered = fact["number"] === data["number"] && integer(data, "sub") > Math.max(0, ...before);
    expect(numbered, "son numéro a déjà servi.");
    expect(!isHeld(data["parent"]), "un scrutin était ouvert sur ce qu’il amende.");
  };
  const expectSame = (fact: Fields, data: Fields, keys: readonly string[]): void => {
    for (const key of keys) expect(fact[key] === data[key], "ce n’est pas l’amendement qui était déposé.");
    expect(!isHeld(data["amendment"]), "un scrutin était ouvert sur lui.");
  };
  const move = (data: Fields, to: AmendmentState, ...from: readonly AmendmentState[]): void => {
    const life = amendmentOf(data["amendment"], ...from);
    expectSame(life.fact, data, ["number", "revision", "hash", "text", "delegation"]);
    life.state = to;
    if (!isOpen(life)) dropSubs([data["amendment"]]);
  };
  /** Who no longer waits takes its sub-amendments along, for good. */
  const dropSubs = (ids: readonly unknown[]): void => {
    for (const one of ids.flatMap(subsOf)) if (isOpen(one)) settle(one, "fallen");
  };
  /** Edited by its author, or divided after it fell, it waits to be called, whatever it asked before. */
  const revise = (data: Fields, ...from: readonly AmendmentState[]): void => {
    const life = amendmentOf(data["amendment"], ...from);
    expectSame(life.fact, data, ["number", "text", "delegation"]);
    expectWritable(data);
    const next = integer(data, "revision") === integer(life.fact, "revision") + 1 && !("parent" in life.fact);
    expect(next, "ses rectifications ne se suivent pas.");
    settleAll(data, data["amendment"]);
    expect(
      from[0] !== "fallen" || isDivision(life.fact, data),
      "il n’était pas divisible, ou ce n’en est pas une partie.",
    );
    if (from[0] === "fallen") expectNotVoted(data);
    Object.assign(life, { state: "submitted", fact: data, signed: new Set() });
  };
  const opine = (data: Fields): void => {
    const { state } = amendmentOf(data["amendment"], "submitted", "called");
    move(data, state, state);
    expect(opinions.has(data["opinion"]), "cet avis n’existe pas.");
    expect(data["of"] === undefined || isEnrolled(data["of"]), "la délégation dont c’est l’avis n’est pas admise.");
  };
  const reorder = (data: Fields): void => {
    const ids = strings(data["amendments"]);
    expect(new Set(ids).size === ids.length, "un amendement y est deux fois.");
    lifeOf(data["text"], "tabled");
    for (const id of ids) {
      const { fact } = amendmentOf(id, "submitted", "called");
      expect(fact["text"] === data["text"], "un amendement d’un autre texte y est.");
    }
  };
  const expectNotVoted = (data: Fields): void => {
    const whole = putToVote((subject) => subject["kind"] === "text" && subject["text"] === data["text"]);
    expect(!whole, "l’ensemble du texte était aux voix.");
  };
  /** What was withdrawn, under another author. */
  const takeOver = (data: Fields): void => {
    const life = amendmentOf(data["amendment"], "withdrawn");
    expectSame(life.fact, data, ["number", "revision", "hash", "text", "version"]);
    expect(!("parent" in life.fact), "un sous-amendement ne se reprend pas.");
    lifeOf(data["text"], "tabled");
    expectNotVoted(data);
    const { delegation, from } = data;
    expect(
      from === life.fact["delegation"] && delegation !== from,
      "ce n’est pas une autre délégation qui le reprend.",
    );
    expect(isEnrolled(delegation), "sa délégation n’est pas admise.");
    life.signed.delete(delegation);
    Object.assign(life, { state: "submitted", fact: data });
  };
  const cosign = (data: Fields, signs: boolean): void => {
    const life = amendmentOf(data["amendment"], "submitted", "called");
    expectSame(life.fact, data, ["number", "revision", "hash", "text", "delegation"]);
    const { cosignatory } = data;
    expect(life.signed.has(cosignatory) !== signs, "elle l’avait cosigné, ou ne l’avait pas.");
    if (!signs) return void life.signed.delete(cosignatory);
    expect(isEnrolled(cosignatory) && cosignatory !== data["delegation"], "elle ne pouvait pas le cosigner.");
    life.signed.add(cosignatory);
  };
  const call = (data: Fields): void => {
    move(data, "called", "submitted");
    const { signed } = amendmentOf(data["amendment"], "called");
    expect(signed.size >= required, "il n’avait pas assez de cosignataires.");
  };
  const openBallot = (ballot: string, subject: Fields): void => {
    const life = lifeOf(subject["text"], "tabled");
    expectAt(life, subject);
    expect(
      !putToVote((other) => isSameVote(other, subject)),
      "un autre scrutin sur la même chose n’était pas proclamé.",
    );
    if (subject["kind"] === "text") {
      const waits = ofText(subject["text"]).some(isPending);
      expect(!waits, "l’ensemble ne va aux voix qu’une fois tous les amendements traités.");
    } else {
      const parts = partsOf(subject);
      const some = parts.every((part) => strings(part["amendments"]).length > 0);
      expect(some && parts.length > (subject["kind"] === "block" ? 1 : 0), "il ne porte sur rien.");
      for (const part of parts)
        for (const id of strings(part["amendments"])) {
          const { fact } = amendmentOf(id, "called");
          const parent = parentIn(subject)["amendment"];
          const same =
            fact["hash"] === part["changes"] && fact["text"] === subject["text"] && fact["parent"] === parent;
          expect(same, "les changements mis aux voix ne sont pas ceux qui étaient déposés.");
          expect(!subsOf(id).some(isPending), "ses sous-amendements se votent avant lui.");
        }
      const on = parentIn(subject);
      const fact = amendments.get(String(on["amendment"]))?.fact;
      const stands = fact === undefined || (fact["revision"] === on["revision"] && fact["hash"] === on["hash"]);
      expect(stands, "ce n’est pas l’amendement, tel qu’il était, que le sous-amendement change.");
    }
    running.set(ballot, subject);
  };
  const concludeAmendments = (data: Fields, outcome: "adopted" | "rejected"): void => {
    const ballot = string(data, "ballot");
    const subject = running.get(ballot) ?? {};
    const parts = partsOf(subject);
    expect(parts.length > 0, "son scrutin ne portait pas sur un amendement.");
    // A block is adopted part by part, in the order that was voted, and rejected at once.
    const decided = outcome === "adopted" ? parts.slice(0, 1) : parts;
    const ids = decided.flatMap((part) => strings(part["amendments"])).sort();
    expect(canonical(ids) === canonical(data["amendments"]), "ce ne sont pas les amendements mis aux voix.");
    const left = parts.slice(decided.length);
    if (left.length > 0) running.set(ballot, { ...subject, kind: "block", parts: left });
    else running.delete(ballot);
    for (const id of strings(data["amendments"])) amendmentOf(id, "called").state = outcome;
    const text = string(subject, "text");
    const life = lifeOf(text, "tabled");
    if (outcome === "rejected") dropSubs(strings(data["amendments"]));
    if (outcome === "rejected") return expectAt(life, data);
    if (subject["kind"] === "subAmendment") return reviseParent(subject, data);
    expect(!("amendment" in data), "il ne change aucun autre amendement.");
    moveByOne(life, text, data);
    settleAll(data);
  };
  /** All that an annulled ballot had decided is before the assembly again; the text moves only where words leave it. */
  const undo = (data: Fields): void => {
    const subject = record.ballots.get(string(data, "ballot"))?.subject ?? {};
    const ids = partsOf(subject).flatMap((part) => strings(part["amendments"]));
    expect(canonical(ids.sort()) === canonical(data["amendments"]), "ce n’est pas ce que ce scrutin avait décidé.");
    const text = string(subject, "text");
    const outcome = data["outcome"] === "adopted" ? "adopted" : "rejected";
    expect(outcome === data["outcome"], "ce n’est pas ce que ce scrutin avait décidé.");
    const life = lifeOf(text, "tabled");
    expect(!putToVote((other) => other["text"] === text), "un scrutin sur ce texte n’était pas proclamé.");
    const subs = ofText(text).some((one) => "parent" in one.fact && isPending(one));
    expect(!subs && subject["kind"] !== "subAmendment", "un sous-amendement attendait.");
    if (outcome === "adopted") moveByOne(life, text, data);
    else expectAt(life, data);
    for (const id of ids) amendmentOf(id, outcome).state = "called";
    const waiting = ["submitted", "called", "fallen", "satisfied"] as const;
    const others = (["live", "altered", "fallen", "satisfied"] as const).flatMap((word) =>
      strings(data[word]).map((id) => ({ word, amendment: amendmentOf(id, ...waiting) })),
    );
    expect(new Set(others.map((one) => one.amendment)).size === others.length, "un amendement y a deux états.");
    for (const { word, amendment } of others) {
      expect(amendment.fact["text"] === text, "cet amendement porte sur un autre texte.");
      if (word === "fallen" || word === "satisfied") settle(amendment, word);
      else if (!isOpen(amendment)) amendment.state = amendment.waited ?? "submitted";
    }
  };
  /** The text stays where it is; the parent has the revision that was voted. */
  const reviseParent = (subject: Fields, data: Fields): void => {
    const { amendment, revision } = parentIn(subject);
    const life = amendmentOf(amendment, "submitted", "called");
    expectAt(lifeOf(subject["text"], "tabled"), data);
    const right = data["amendment"] === amendment && data["revision"] === Number(revision) + 1;
    expect(right && data["hash"] === subject["result"], "ce n’est pas ce que le sous-amendement fait du sien.");
    life.fact = { ...life.fact, revision: data["revision"], hash: data["hash"] };
    settleAll(data, amendment);
  };
  const concludeText = (data: Fields, outcome: "adopted" | "rejected"): void => {
    const { ballot, ...voted } = data;
    const subject = canonical(running.get(String(ballot)) ?? {});
    expect(subject === canonical({ kind: "text", ...voted }), "ce n’est pas ce texte qui a été mis aux voix.");
    running.delete(String(ballot));
    const life = lifeOf(data["text"], "tabled");
    expectAt(life, data);
    life.state = outcome;
    life.adopted = data;
  };
  const sign = (data: Fields, state: string): void => {
    const life = lifeOf(data["text"], "adopted");
    expect(!life.published, "on ne signe qu’un texte adopté, avant sa publication.");
    expect(isEnrolled(data["delegation"]), "sa délégation n’est pas admise.");
    signatures.set(`${string(data, "text")}/${string(data, "delegation")}`, { ...data, state });
  };

  const act = (name: string, data: Fields): void => {
    switch (name) {
      case "text.created":
        expect(!texts.has(string(data, "text")), "ce texte existait déjà.");
        return void texts.set(string(data, "text"), {
          state: "draft",
          version: 0,
          tabled: 0,
          adopted: {},
          everAmended: false,
          published: false,
        });
      case "text.tabled": {
        const life = lifeOf(data["text"], "draft");
        const version = integer(data, "version");
        return void Object.assign(life, { state: "tabled", version, tabled: version });
      }
      case "text.untabled": {
        const life = lifeOf(data["text"], "tabled");
        expect(!life.everAmended, "un amendement y avait été déposé.");
        return void (life.state = "draft");
      }
      case "text.withdrawn":
        return void (lifeOf(data["text"], "draft", "tabled").state = "withdrawn");
      case "text.corrected":
        return moveByOne(lifeOf(data["text"], "tabled", "adopted"), string(data, "text"), data);
      case "text.adopted":
        return concludeText(data, "adopted");
      case "text.rejected":
        return concludeText(data, "rejected");
      case "amendment.submitted":
        return submit(data);
      case "amendment.revised":
        return revise(data, "submitted", "called");
      case "amendment.divided":
        return revise(data, "fallen");
      case "amendment.withdrawn":
        return move(data, "withdrawn", "submitted", "called");
      case "amendment.called":
        return call(data);
      case "amendment.reserved":
        return move(data, "submitted", "called");
      case "amendment.takenOver":
        return takeOver(data);
      case "amendment.cosigned":
        return cosign(data, true);
      case "amendment.uncosigned":
        return cosign(data, false);
      case "amendment.inadmissible":
        return move(data, "inadmissible", "submitted", "called");
      case "amendment.notMoved":
        return move(data, "notMoved", "submitted", "called");
      case "amendment.opined":
        return opine(data);
      case "amendment.deadlineSet":
        if (data["untilMs"] !== undefined) integer(data, "untilMs");
        return void lifeOf(data["text"], "tabled");
      case "amendment.reordered":
        return reorder(data);
      case "amendment.adopted":
        return concludeAmendments(data, "adopted");
      case "amendment.rejected":
        return concludeAmendments(data, "rejected");
      case "amendment.undone":
        return undo(data);
      case "declaration.signed":
        return sign(data, "signed");
      case "declaration.declined":
        return sign(data, "declined");
      case "declaration.published": {
        const life = lifeOf(data["text"], "adopted");
        const voted = life.adopted["version"] === data["version"] && life.adopted["hash"] === data["hash"];
        expect(voted && !life.published, "ce n’est pas le texte adopté, ou il était déjà publié.");
        return void (life.published = true);
      }
      default:
        return expect(false, "cet acte n’existe pas.");
    }
  };

  /** Nothing moved a tabled text after its last act, and the signatures are those of the acts. */
  const end = (): void => {
    for (const [text, { state, version }] of texts) {
      const last = record.texts.get(text)?.commits.length ?? 0;
      const free = state === "draft" || state === "withdrawn";
      within(`la version ${last} du texte ${text}`, () => expect(free || version === last, movedAside));
    }
    within("la liste des signatures", () => {
      const sorted = (lines: readonly unknown[]): string => canonical(lines.map(canonical).sort());
      const listed = record.file["signatures"];
      const holds = Array.isArray(listed) && sorted(listed) === sorted([...signatures.values()]);
      expect(holds, "ce ne sont pas celles que donnent les actes.");
    });
  };

  return {
    act,
    requireSupporters: (count: number) => void (required = count),
    openBallot,
    endBallot: (ballot: string) => void running.delete(ballot),
    /** Of a block, whose parts are adopted one by one: whether some are left. */
    isLeft: (ballot: string) => running.has(ballot),
    end,
  };
}
