import { describe, expect, it } from "vitest";

import { replayRecord } from "../../scripts/verify-replay.ts";
import { checkRecord } from "../../scripts/verify.ts";
import { reseal, type RecordFile } from "../support/forge.ts";
import { aRecord } from "../support/record-story.ts";

import { faultsOf } from "../support/second-verifier.ts";

describe("a second verifier, written from docs/record-format.md alone", () => {
  it("DCL-10 accepts what the first accepts", () => {
    expect(faultsOf(JSON.stringify(aRecord()))).toEqual([]);
    expect(faultsOf(JSON.stringify(reseal(aRecord())))).toEqual([]);
  });

  it("DCL-10 refuses, with the first, every record in which one byte of a body was changed", () => {
    const whole = aRecord();
    const bodies = new Set(JSON.stringify(whole).match(/"(?:body|subject|roll|marks|votes)":"(?:[^"\\]|\\.)*"/g));
    expect(bodies.size).toBeGreaterThan(40);
    for (const body of bodies) {
      const at = Math.floor(body.length / 2);
      const spoilt = body.slice(0, at) + String.fromCharCode(body.charCodeAt(at) ^ 1) + body.slice(at + 1);
      const content = JSON.stringify(whole).replace(body, () => spoilt);
      expect({ body, first: firstAccepts(content), second: faultsOf(content).length === 0 }).toEqual({
        body,
        first: false,
        second: false,
      });
    }
  });

  it("DCL-10 agrees with the first on records whose hashes were made consistent again", () => {
    const changes: readonly [from: RegExp, to: string][] = [
      [/\\"for\\":2/, String.raw`\"for\":3`],
      [/\\"outcome\\":\\"adopted\\"/, String.raw`\"outcome\":\"rejected\"`],
      [/\\"presence\\":\\"absent\\"/, String.raw`\"presence\":\"present\"`],
      [/\\"choice\\":\\"for\\"/, String.raw`\"choice\":\"against\"`],
      [/\\"replaced\\":true/, String.raw`\"replaced\":false`],
      [/\\"mark\\":\\"entered\\"/, String.raw`\"mark\":\"cast\"`],
      [/\\"ballot\\":\\"b2\\",/, ""],
      [/\\"rule\\":\\"simple\\"/, String.raw`\"rule\":\">1/2 enrolled\"`],
      [/"state":"declined"/, '"state":"signed"'],
      [/\\"act\\":\\"declaration.declined\\"/, String.raw`\"act\":\"declaration.signed\"`],
      [/\\"kind\\":\\"text\\",\\"text\\"/, String.raw`\"kind\":\"amendment\",\"text\"`],
      [/\\"act\\":\\"agenda.added\\"/, String.raw`\"act\":\"agenda.changed\"`],
    ];
    const verdicts = changes.map(([from, to]) => {
      const content = JSON.stringify(aRecord()).replace(from, () => to);
      expect(content).not.toBe(JSON.stringify(aRecord()));
      const forged: RecordFile = JSON.parse(content);
      const sealed = JSON.stringify(reseal(forged));
      return { change: to, first: firstAccepts(sealed), second: faultsOf(sealed).length === 0 };
    });
    for (const { change, first, second } of verdicts) expect({ change, second }).toEqual({ change, second: first });
    expect(verdicts.filter(({ first }) => !first).length).toBe(changes.length - 1);
  });
});

function firstAccepts(content: string): boolean {
  try {
    replayRecord(checkRecord(content));
    return true;
  } catch {
    return false;
  }
}
