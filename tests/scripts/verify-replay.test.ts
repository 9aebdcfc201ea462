import { describe, expect, it } from "vitest";

import { replayRecord } from "../../scripts/verify-replay.ts";
import { checkRecord, Fault } from "../../scripts/verify.ts";
import { forgeries, reseal, type RecordFile } from "../support/forge.ts";
import { aRecord } from "../support/record-story.ts";

describe("verify --replay", () => {
  it("DCL-6 accepts a whole gathering, and one whose hashes were only written anew", () => {
    expect(() => replay(aRecord())).not.toThrow();
    const again = reseal(aRecord());
    expect(again).toEqual(aRecord());
    expect(() => replay(again)).not.toThrow();
  });

  it.each(forgeries(aRecord()))("DCL-7 refuses $name", ({ file, where }) => {
    expect(faultOf(file).where).toBe(where);
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
