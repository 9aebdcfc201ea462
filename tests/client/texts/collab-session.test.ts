import type { Transaction } from "prosemirror-state";
import { beforeEach, describe, expect, it } from "vitest";

import { CollabSession } from "../../../client/texts/index.ts";
import type { ClientMessage } from "../../../shared/protocol.ts";
import type { RefusalCode } from "../../../shared/refusals.ts";
import { decodeSteps, textSchema, wireCommit, type ToldCommit } from "../../../shared/texts/index.ts";
import { doc, idsOf, paragraph, title } from "../../support/texts/text-of.ts";

const text = doc(title("t", "Titre"), paragraph("a", "Un deux"), paragraph("b", "Trois"));
const inA = 10;
const inB = 19;

let sent: ClientMessage[];
let session: CollabSession;

beforeEach(() => {
  sent = [];
  session = begin();
  session.socketOpened();
  snapshot();
});

describe("pushes", () => {
  it("TXT-11 one push is in flight, the next waits for its answer and holds what was typed meanwhile", () => {
    type("x");
    type("y");
    type("z");
    expect(pushes()).toHaveLength(1);
    confirm(1);
    expect(pushes()).toHaveLength(2);
    expect(pushes()[1]).toMatchObject({ base: 1, sequence: 2 });
    expect(pushes()[1]?.steps).toHaveLength(2);
  });

  it("TXT-11 a cut before the answer: the same push is sent again, byte for byte, whatever was received since", () => {
    type("x");
    session.socketClosed();
    type("y");
    session.socketOpened();
    expect(sent[sent.length - 1]).toEqual({ type: "open", text: "t", version: 0, writes: true });
    commits(foreign(1, "ailleurs", inB));
    expect(pushes()).toHaveLength(2);
    expect(JSON.stringify(pushes()[1])).toBe(JSON.stringify(pushes()[0]));
  });

  it("TXT-11 a cut after the answer was written: it is not sent again", () => {
    type("x");
    session.socketClosed();
    session.socketOpened();
    confirm(1);
    expect(pushes()).toHaveLength(1);
    expect(session.says).toBe("saved");
  });

  it("TXT-11 asked to wait, it sends the same push again", () => {
    type("x");
    refuse("too-many");
    expect(JSON.stringify(pushes()[1])).toBe(JSON.stringify(pushes()[0]));
  });

  it("TXT-11 commits missed in between are asked for", () => {
    commits(foreign(2, "ailleurs", inB));
    expect(sent[sent.length - 1]).toEqual({ type: "open", text: "t", version: 0, writes: true });
    expect(session.version).toBe(0);
  });
});

describe("words offered back", () => {
  it("TXT-12 words typed where another erased everything are offered to their author, once", () => {
    type(" beau");
    commits(erasure(1, inA - 2, inA + 5));
    expect(offered()).toEqual(["beau"]);
    session.receive({ type: "dropped", text: "t", client: "c1", sequence: 1, version: 1 });
    expect(offered()).toEqual(["beau"]);
    expect(session.says).toBe("saved");
  });

  it("TXT-12 a push that comes back other than it was rebased here: loaded anew, the words offered back, none twice", () => {
    type("mots communs");
    commits({ ...foreign(1, "autres", inB), client: "c1", sequence: 1 });
    expect(sent[sent.length - 1]).toEqual({ type: "open", text: "t", version: null, writes: true });
    expect(session.says).toBe("loading");
    snapshot(1);
    expect(offered()).toEqual(["mots communs"]);
    expect(session.editor?.doc.textContent).not.toContain("mots communs");
  });

  it("TXT-12 told that all was dropped while steps are still held: loaded anew", () => {
    type("mots");
    session.receive({ type: "dropped", text: "t", client: "c1", sequence: 1, version: 0 });
    snapshot();
    expect(offered()).toEqual(["mots"]);
  });

  it("TXT-12 what was taken back is offered no more", () => {
    type("mots");
    refuse("bad-step");
    snapshot();
    session.offered.forEach((words) => session.takeBack(words));
    expect(session.unsent).toEqual([]);
  });

  it("TXT-12 words of another page load are offered, unless the text holds them after all", () => {
    session = begin([
      { block: "a", text: "perdus" },
      { block: "a", text: "deux" },
    ]);
    session.socketOpened();
    snapshot();
    expect(offered()).toEqual(["perdus"]);
  });

  it("TXT-12 what no answer has confirmed is known, so that a page can keep it", () => {
    session.socketClosed();
    type("hors ligne");
    expect(session.says).toBe("offline");
    expect(session.unsent).toEqual([{ block: "a", text: "hors ligne" }]);
  });
});

describe("refused", () => {
  it.each(["bad-step", "bad-link", "too-large", "malformed"] as const)(
    "TXT-13 %s: the words are offered back and writing goes on",
    (code) => {
      type("mots");
      refuse(code);
      snapshot();
      expect(offered()).toEqual(["mots"]);
      type("suite");
      expect(session.editor?.doc.textContent).toContain("suite");
      expect(session.refusal).toBeNull();
    },
  );

  it.each(["text-tabled", "not-allowed"] as const)(
    "TXT-13 %s: the words are offered back and the sheet is closed",
    (code) => {
      type("mots");
      refuse(code);
      snapshot(3);
      expect(offered()).toEqual(["mots"]);
      expect(session.refusal).toBe(code);
      type("suite");
      expect(session.editor?.doc.textContent).not.toContain("suite");
      commits(foreign(4, "ailleurs", inB));
      expect(session.editor?.doc.textContent).toContain("ailleurs");
    },
  );

  it("TXT-13 a text that may not be opened is closed, and says why", () => {
    session = begin();
    session.socketOpened();
    session.receive({ type: "refused", code: "not-found", about: { text: "t" } });
    expect(session.says).toBe("closed");
    expect(session.refusal).toBe("not-found");
  });
});

describe("another epoch", () => {
  it("TXT-14 the text is loaded anew; words confirmed after the backup and words not confirmed are offered back", () => {
    type("gardés ", inA + 1);
    confirm(1);
    type("confirmés", inB + "gardés ".length);
    confirm(2);
    type("envolés", 1);
    session.restored();
    expect(sent[sent.length - 1]).toEqual({ type: "open", text: "t", version: null, writes: true });
    snapshot(1, doc(title("t", "Titre"), paragraph("a", "Un gardés deux"), paragraph("b", "Trois")));
    expect(offered()).toEqual(["envolés", "confirmés"]);
  });

  it("TXT-14 of words typed in one go only those that the restored text lacks are offered", () => {
    type("un deux trois quatre cinq six ", inA + 1);
    confirm(1);
    session.restored();
    snapshot(1, doc(title("t", "Titre"), paragraph("a", "Un un deux trois quadeux"), paragraph("b", "Trois")));
    expect(offered()).toEqual(["quatre cinq six"]);
  });

  it("TXT-14 a commit made under the old name, arriving late, is taken like anybody's", () => {
    type("mots");
    refuse("bad-step");
    snapshot();
    commits({ ...foreign(1, "mots", inA), client: "c1", sequence: 1 });
    expect(session.editor?.doc.textContent).toContain("mots");
    expect(session.version).toBe(1);
  });
});

describe("the form of the text", () => {
  it("TXT-15 an own change that leaves what the schema does not allow changes nothing", () => {
    const before = session.editor?.doc;
    const empty = textSchema.nodes["list"]?.create({ id: "x" });
    const transaction = empty && session.editor?.tr.insert(before?.content.size ?? 0, empty);
    if (transaction) session.type(transaction);
    expect(transaction?.docChanged).toBe(true);
    expect(session.editor?.doc).toBe(before);
    expect(pushes()).toEqual([]);
  });

  it("TXT-15 a new block is given an id by the page that made it", () => {
    const transaction = session.editor?.tr.split(inA);
    if (transaction) session.type(transaction);
    expect(idsOf(session.editor?.doc ?? text)).toEqual(["t", "a", "n1", "b"]);
  });
});

function begin(kept: ConstructorParameters<typeof CollabSession>[1] = []): CollabSession {
  let clients = 0;
  let blocks = 0;
  return new CollabSession(
    {
      text: "t",
      plugins: [],
      newClientId: () => `c${++clients}`,
      newBlockId: () => `n${++blocks}`,
      send: (message) => void sent.push(message),
      pace: (push) => push(),
      changed: () => undefined,
    },
    kept,
  );
}

function type(words: string, at = inA): void {
  const transaction: Transaction | undefined = session.editor?.tr.insertText(words, at);
  if (transaction) session.type(transaction);
}

function pushes(): Extract<ClientMessage, { type: "push" }>[] {
  return sent.filter((message) => message.type === "push");
}

const offered = (): readonly string[] => session.offered.map((words) => words.text);

const snapshot = (version = 0, node = text): void =>
  session.receive({ type: "snapshot", text: "t", version, head: "", doc: node.toJSON() });

const commits = (...told: readonly ToldCommit[]): void => {
  const after = (told[0]?.version ?? 1) - 1;
  session.receive({ type: "commits", text: "t", after, head: "", commits: told.map(wireCommit) });
};

/** The authority confirms the last push as it came. */
function confirm(version: number): void {
  const push = pushes()[pushes().length - 1];
  if (push)
    commits({ version, client: push.client, sequence: push.sequence, steps: decodeSteps(push.steps), repairs: [] });
}

const refuse = (code: RefusalCode): void => {
  const push = pushes()[pushes().length - 1];
  if (push)
    session.receive({ type: "refused", code, about: { text: "t", client: push.client, sequence: push.sequence } });
};

const foreign = (version: number, words: string, at: number): ToldCommit => ({
  version,
  client: "other",
  sequence: version,
  steps: [{ stepType: "replace", from: at, to: at, slice: { content: [{ type: "text", text: words }] } }],
  repairs: [],
});

const erasure = (version: number, from: number, to: number): ToldCommit => ({
  ...foreign(version, "", 0),
  steps: [{ stepType: "replace", from, to }],
});
