import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { openRoad, type Road } from "../../support/road.ts";

let road: Road;
beforeEach(async () => {
  road = await openRoad();
});
afterEach(async () => road[Symbol.asyncDispose]());

const question = { subject: "question", question: "Où se retrouver ?", method: "schulze" };
const options = ["Commercy", "Saint-Nazaire", "Montreuil"];

async function open(body: object): Promise<{ ballot: string; number: number }> {
  const answer = await road.assembly.act(road.assembly.chair.cookie, "ballot.open", body);
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return answer.json();
}

const cast = (voter: number, ballot: string, choice: string) => {
  const who = road.three[voter];
  const body = { ballot, delegation: who?.delegation, choice, requestKey: `k${voter}${choice}` };
  return road.assembly.act(who?.cookie, "vote.cast", body);
};

describe("a question of the assembly's own", () => {
  it("BAL-83 is asked by a ranking, answered, counted, declared, and changes no text", async () => {
    const { ballot, number } = await open({ ...question, options });
    for (const [voter, said] of ["2>1", "2>3=1", "1"].entries())
      expect((await cast(voter, ballot, said)).statusCode).toBe(200);
    const concluded = await road.assembly.act(road.assembly.chair.cookie, "ballot.conclude", { ballot });
    expect(concluded.json()).toMatchObject({ number, outcome: "elected" });
    const { ballot: shown } = await road.view<{ ballot: { stage: string; result: unknown } }>(`/scrutins/${number}`);
    expect(shown).toMatchObject({
      stage: "declared",
      result: {
        facts: { subject: { kind: "question" }, options },
        result: {
          outcome: "elected",
          answer: { winners: ["2"] },
          figures: { tally: { "2>1": 1, "2>1=3": 1, "1": 1 } },
        },
      },
    });
    const journal = await road.record();
    expect(journal).toContain("optionsHash");
    expect(journal).not.toContain("amendment.adopted");
  });

  it("BAL-140 BAL-142 names who was present without a vote, and who was absent at opening", async () => {
    const { delegation } = await road.assembly.delegation("Montferrage", "absent");
    await road.act(road.assembly.teller.cookie, "delegation.excuse", { delegation, excused: true });
    const there = { delegation: road.three[1].delegation, excused: true };
    await road.act(road.assembly.teller.cookie, "delegation.excuse", there);
    await road.assembly.delegation("Chassagnole", "admitted");
    await road.assembly.delegation("Ancienne", "withdrawn");
    const { ballot, number } = await open({ subject: "question", question: "Se retrouver ?" });
    await cast(0, ballot, "for");
    await road.act(road.assembly.chair.cookie, "ballot.conclude", { ballot });
    expect(await road.view(`/scrutins/${number}`)).toMatchObject({
      ballot: { result: { silent: ["Kerloc’h", "Orvelles"], absent: ["Chassagnole", "Montferrage (excusée)"] } },
    });
    expect(await road.view("/")).toMatchObject({ moment: { stage: { result: { silent: [], absent: [] } } } });
    const record: { ballots: { roll: string }[] } = JSON.parse(await road.record());
    expect(record.ballots[0]?.roll.match(/"presence":"excused"/gu)).toHaveLength(1);
  });

  it.each([
    ["without words", { subject: "question" }],
    ["without options", question],
    ["with one option", { ...question, options: ["Commercy"] }],
    ["with an option twice", { ...question, options: ["Commercy", "Commercy"] }],
    ["with an option twice but for blanks", { ...question, options: ["Commercy", "Commercy "] }],
    ["with an option of blanks", { ...question, options: ["Commercy", " "] }],
    ["by no method", { ...question, options, method: "acclamation" }],
    ["with a line's end in an option", { ...question, options: ["a\nb", "c"] }],
  ])("BAL-84 a question %s is refused, and nothing is written", async (_, body) => {
    const answer = await road.assembly.act(road.assembly.chair.cookie, "ballot.open", body);
    expect(answer.json().code).toBe("malformed");
  });

  it("BAL-84 an amendment is decided by for and against alone", async () => {
    const text = await road.table("Un titre");
    const body = { subject: `text:${text}`, method: "consent" };
    const answer = await road.assembly.act(road.assembly.chair.cookie, "ballot.open", body);
    expect(answer.json().code).toBe("malformed");
  });

  it("BAL-195 typed with plain spaces, a question and its options have those that French has before its signs", async () => {
    const asked = { question: " Où aller : ici ou là ? ", options: ["Ici !", "« Là »"], method: "choice" };
    const { number } = await open({ subject: "question", ...asked });
    const { ballot } = await road.view<{ ballot: { card: { facts: object } } }>(`/scrutins/${number}`);
    expect(ballot.card.facts).toMatchObject({
      question: "Où aller\u202f: ici ou là\u202f?",
      options: ["Ici\u202f!", "«\u202fLà\u202f»"],
    });
  });

  it("BAL-81 a vote that the method does not know is refused, and is no vote", async () => {
    const { ballot } = await open({ ...question, options });
    for (const said of ["for", "4", "1>1", "1:good"])
      expect((await cast(0, ballot, said)).json().code).toBe("unclear-vote");
    expect((await cast(0, ballot, "3>1")).statusCode).toBe(200);
  });
});
