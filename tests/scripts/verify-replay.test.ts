import { describe, expect, it } from "vitest";

import { replayRecord } from "../../scripts/verify-replay.ts";
import { checkRecord, Fault } from "../../scripts/verify.ts";
import { hashText } from "../../shared/journal/index.ts";
import { aRecord } from "../support/record-story.ts";
import { parseLines, parseObject, reseal, seal, type RecordFile } from "../support/record.ts";

describe("verify --replay", () => {
  it("DCL-6 accepts a whole gathering, and one whose hashes were only written anew", () => {
    expect(() => replay(aRecord())).not.toThrow();
    const again = reseal(aRecord());
    expect(again).toEqual(aRecord());
    expect(() => replay(again)).not.toThrow();
  });

  it("DCL-7 refuses a vote that was added and the tally left", () => {
    const file = spoilBallot(2, (ballot) => {
      ballot.votes = seal([
        ...parseLines(ballot.votes ?? ""),
        { choice: "against", entered: false, order: 4, replaced: false, voter: "kerloch" },
      ]).body.replace('"order":3,"replaced":false', '"order":3,"replaced":true');
    });
    expect(faultOf(file)).toMatchObject({ where: expect.stringMatching(/^la liste des votes du scrutin 2/) });
  });

  it("DCL-7 refuses a vote whose voter is absent from the roll", () => {
    const file = spoilBallot(2, (ballot) => {
      ballot.roll = ballot.roll.replaceAll('"kerloch"', '"kerlock"');
      ballot.marks = ballot.marks?.replaceAll('"kerloch"', '"kerlock"') ?? "";
    });
    expect(faultOf(file).message).toMatch(/^kerloch n’est pas sur la liste/);
  });

  it("DCL-7 refuses an adoption whose ballot rejected it", () => {
    const file = aRecord();
    spoilEntry(file, "ballot.closed", 2, (body) =>
      body.replace('"against":0', '"against":2').replace('"for":2', '"for":0'),
    );
    spoilEntry(file, "ballot.declared", 2, (body) => body.replace('"adopted"', '"rejected"'));
    const forged = spoilBallot(
      2,
      (ballot) => {
        ballot.votes = ballot.votes?.replaceAll('"for"', '"against"') ?? "";
      },
      file,
    );
    expect(faultOf(forged)).toMatchObject({
      where: expect.stringMatching(/\(amendment\.adopted\)$/),
      message: expect.stringMatching(/proclamé/),
    });
  });

  it("DCL-7 refuses an adopted change set that differs from the voted one", () => {
    const file = aRecord();
    // The fifth asks for the same: their hashes are one.
    const sets = [file.changeSets[1], file.changeSets[4]].filter((set) => set !== undefined);
    const [set] = sets;
    if (set === undefined) throw new Error("The story has five change sets");
    const [voted, other] = [set.hash, set.body.replace("air", "ciel")];
    for (const entry of file.entries) {
      if (!entry.body.includes("ballot.")) entry.body = entry.body.replaceAll(voted, hashText(other));
    }
    for (const one of sets) Object.assign(one, { body: other, hash: hashText(other) });
    const subject = file.ballots[1]?.subject;
    const forged = reseal(file);
    expect(forged.ballots[1]?.subject).toBe(subject);
    expect(faultOf(forged).message).toMatch(/mis aux voix ne sont pas ceux/);
  });

  it("DCL-7 refuses an adoption whose commit does not give what was submitted", () => {
    const file = aRecord();
    const [text] = file.texts;
    const [commit, snapshot] = [text?.commits[2], text?.snapshots.at(-1)];
    if (commit === undefined || snapshot === undefined) throw new Error("The story adopts an amendment");
    commit.body = commit.body.replace('"air"', '"or"');
    snapshot.body = snapshot.body.replace("L’air", "L’or");
    const forged = reseal(file);
    expect(() => checkRecord(JSON.stringify(forged))).not.toThrow();
    expect(faultOf(forged)).toMatchObject({
      where: expect.stringMatching(/amendment\.adopted/),
      message: "les changements adoptés ne sont pas ceux qui étaient déposés.",
    });
  });

  it.each(["fallen", "satisfied"])("DCL-8 refuses an adoption that hides what has %s", (fate) => {
    const file = aRecord();
    for (const entry of file.entries) {
      if (entry.body.includes("amendment.adopted")) {
        entry.body = entry.body.replace(new RegExp(`"${fate}":\\["a\\d"\\]`), `"${fate}":[]`);
      }
    }
    expect(faultOf(reseal(file)).message).toBe(`ce n’est pas ce qui devait devenir « ${fate} ».`);
  });

  it("DCL-7 refuses a published text that no commit gives", () => {
    const file = aRecord();
    const snapshot = file.texts[0]?.snapshots.at(-1);
    if (snapshot === undefined) throw new Error("The story publishes a text");
    snapshot.body = snapshot.body.replace("ne se vend pas", "se vend");
    const forged = reseal(file);
    expect(() => checkRecord(JSON.stringify(forged))).not.toThrow();
    expect(faultOf(forged)).toMatchObject({
      where: "le texte t1 tel qu’à sa version 3",
      message: "aucune suite de versions ne donne ce texte.",
    });
  });

  it("DCL-8 refuses a commit that does not apply, or whose blocks are not named as the authority names them", () => {
    const spoilCommit = (from: string, to: string): RecordFile => {
      const file = aRecord();
      const commit = file.texts[0]?.commits[1];
      if (commit === undefined) throw new Error("The story has three commits");
      commit.body = commit.body.replace(from, to);
      return reseal(file);
    };
    expect(faultOf(spoilCommit('"to":14', '"to":1400')).where).toBe("la version 2 du texte t1");
    expect(faultOf(spoilCommit('"stepType":"replace"', '"stepType":"rewrite"')).message).toMatch(/forme connue/);
    const step = '{"attr":"id","pos":0,"stepType":"attr","value":"x"}';
    expect(faultOf(spoilCommit('"repairs":[]', `"repairs":[${step}]`)).message).toMatch(/nommés/);
  });

  it("DCL-8 refuses a tabled text that moved without a ballot", () => {
    const file = aRecord();
    const commit = file.texts[0]?.commits[2];
    if (commit === undefined) throw new Error("The story has three commits");
    commit.body = commit.body.replace('"ballot":"b2",', "");
    expect(faultOf(reseal(file)).message).toMatch(/ne vient pas de ce scrutin/);
  });

  it("DCL-8 refuses signatures that the acts do not give", () => {
    const file = aRecord();
    file.signatures.pop();
    expect(faultOf(file).where).toBe("la liste des signatures");
  });
});

const replay = (file: RecordFile): void => replayRecord(checkRecord(JSON.stringify(file)));

function faultOf(file: RecordFile): Fault {
  try {
    replay(file);
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
  throw new Error("No fault was found");
}

/** Changes the bodies of one ballot, then makes every hash consistent again. */
function spoilBallot(
  number: number,
  spoil: (ballot: RecordFile["ballots"][number]) => void,
  file = aRecord(),
): RecordFile {
  const ballot = file.ballots[number - 1];
  if (ballot === undefined) throw new Error(`The story has no ballot ${number}`);
  spoil(ballot);
  return reseal(file);
}

function spoilEntry(file: RecordFile, act: string, ballot: number, spoil: (body: string) => string): void {
  for (const entry of file.entries) {
    const { act: found, data } = parseObject(entry.body);
    if (found === act && JSON.stringify(data).includes(`"b${ballot}"`)) entry.body = spoil(entry.body);
  }
}
