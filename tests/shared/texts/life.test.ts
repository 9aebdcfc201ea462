import { describe, expect, it } from "vitest";

import {
  concludeText,
  handOver,
  mayBeWritten,
  publishText,
  tableText,
  untableText,
  withdrawText,
  type TextLife,
} from "../../../shared/texts/index.ts";

const frozen = { version: 4, head: "h4", hash: "w4" };
const voted = { version: 6, head: "h6", hash: "w6" };
const lives: Readonly<Record<string, TextLife>> = {
  draft: { state: "draft", handedOver: false },
  tabled: { state: "tabled", tabled: frozen },
  adopted: { state: "adopted", tabled: frozen, voted, ballot: "b" },
  rejected: { state: "rejected", tabled: frozen, voted, ballot: "b" },
  published: { state: "published", tabled: frozen, voted, ballot: "b" },
  withdrawn: { state: "withdrawn", tabled: null },
};

const acts: Readonly<
  Record<
    string,
    (
      life: TextLife,
    ) =>
      | ReturnType<typeof mayBeWritten>
      | ReturnType<typeof concludeText>
      | ReturnType<typeof tableText>
      | ReturnType<typeof withdrawText>
      | ReturnType<typeof publishText>
  >
> = {
  write: mayBeWritten,
  handOver,
  table: (life) => tableText(life, frozen),
  untable: (life) => untableText(life, false),
  withdraw: withdrawText,
  conclude: (life) => concludeText(life, "adopted", voted, "b"),
  publish: publishText,
};

const answers: Readonly<Record<string, string>> = {
  write:
    "draft: draft, tabled: text-tabled, adopted: wrong-state, rejected: wrong-state, published: wrong-state, withdrawn: wrong-state",
  handOver:
    "draft: draft, tabled: text-tabled, adopted: wrong-state, rejected: wrong-state, published: wrong-state, withdrawn: wrong-state",
  table:
    "draft: tabled, tabled: text-tabled, adopted: wrong-state, rejected: wrong-state, published: wrong-state, withdrawn: wrong-state",
  untable:
    "draft: wrong-state, tabled: draft, adopted: wrong-state, rejected: wrong-state, published: wrong-state, withdrawn: wrong-state",
  withdraw:
    "draft: withdrawn, tabled: withdrawn, adopted: wrong-state, rejected: wrong-state, published: wrong-state, withdrawn: wrong-state",
  conclude:
    "draft: wrong-state, tabled: adopted, adopted: wrong-state, rejected: wrong-state, published: wrong-state, withdrawn: wrong-state",
  publish:
    "draft: wrong-state, tabled: wrong-state, adopted: published, rejected: wrong-state, published: wrong-state, withdrawn: wrong-state",
};

describe("the life of a text", () => {
  it.each(Object.entries(acts))("TXT-10 %s, in each state", (name, act) => {
    const answer = Object.entries(lives).map(([state, life]) => {
      const result = act(life);
      return `${state}: ${result.ok ? result.value.state : result.code}`;
    });
    expect(answer.join(", ")).toBe(answers[name]);
  });

  it("TXT-10 tabling cannot be taken back once an amendment was submitted", () => {
    expect(untableText({ state: "tabled", tabled: frozen }, true)).toMatchObject({ ok: false, code: "wrong-state" });
  });

  it("TXT-10 a withdrawn text keeps the version that was tabled", () => {
    expect(withdrawText({ state: "tabled", tabled: frozen })).toEqual({
      ok: true,
      value: { state: "withdrawn", tabled: frozen },
    });
  });
});
