import { afterEach, beforeEach, describe, expect, it } from "vitest";

import type { ConsoleView, NowView, ScreenView } from "../../../shared/views/index.ts";
import { castFor } from "../../support/open-ballot.ts";
import { openRoad, type Road } from "../../support/road.ts";

let road: Road;
let text: string;
beforeEach(async () => {
  road = await openRoad();
  text = await road.table("Nos communes libres, nos quartiers ouverts");
});
afterEach(async () => road[Symbol.asyncDispose]());

const chair = (action: string, body: object) => road.assembly.act(road.assembly.chair.cookie, action, body);

/** Put to the vote, voted and closed, its result read by all and not yet proclaimed. */
async function closed(subject: string, choice: "for" | "against"): Promise<string> {
  const opened = await chair("ballot.open", { subject });
  if (opened.statusCode !== 200) throw new Error(opened.body);
  const { ballot } = opened.json();
  for (const delegate of road.three)
    await castFor({ ...opened.json(), assembly: road.assembly, ballot }, delegate, choice);
  await road.act(road.assembly.chair.cookie, "ballot.close", { ballot });
  return ballot;
}

describe("a ballot that is counted and not yet proclaimed", () => {
  it("PLN-51 PLN-27 an amendment is neither withdrawn, taken out, put off nor declared not moved by whoever read the count", async () => {
    const [first, second] = road.three;
    const ours = await road.amend(text, first, "Nos communes", "Les communes");
    const theirs = await road.amend(text, second, "quartiers ouverts", "quartiers solidaires");
    await chair("amendment.callTogether", { amendments: [ours, theirs] });
    const ballot = await closed(`block:${[ours, theirs].join(",")}`, "for");
    const late = [
      await road.assembly.act(second.cookie, "amendment.withdraw", { amendment: theirs }),
      await road.assembly.act(second.cookie, "amendment.takeOut", { amendment: theirs, delegation: second.delegation }),
      await chair("amendment.reserve", { amendment: theirs }),
      await chair("amendment.notMoved", { amendments: [theirs] }),
    ];
    expect(late.map((answer) => [answer.statusCode, answer.json().code])).toEqual(late.map(() => [409, "ballot-open"]));
    expect((await chair("ballot.conclude", { ballot })).json().outcome).toBe("adopted");
  });

  it("PLN-51 PLN-15 nothing is put to the vote again before it is annulled, and neither the item nor the gathering ends", async () => {
    const amendment = await road.amend(text, road.three[0], "Nos communes", "Les communes");
    await chair("amendment.call", { amendment });
    const ballot = await closed(`amendment:${amendment}`, "against");
    const { item } = JSON.parse(await road.record())
      .entries.map((entry: { body: string }) => JSON.parse(entry.body))
      .findLast(({ act }: { act: string }) => act === "agenda.started").data;
    const refused = [
      await chair("ballot.open", { subject: `amendment:${amendment}` }),
      await chair("ballot.open", { subject: "question", question: "Et sinon ?" }),
      await chair("agenda.end", { item }),
      await chair("agenda.reserve", { item }),
      await chair("gathering.close", {}),
    ];
    expect(refused.map((answer) => [answer.statusCode, answer.json().code])).toEqual(
      refused.map(() => [409, "ballot-open"]),
    );
    await road.act(road.assembly.chair.cookie, "ballot.annul", { ballot, reason: "Mauvaise règle" });
    const again = await chair("ballot.open", { replaces: ballot });
    expect(again.statusCode).toBe(200);
  });

  it("PLN-51 PLN-16 a text whose whole was voted takes no amendment before that is proclaimed", async () => {
    const ballot = await closed(`text:${text}`, "for");
    await expect(road.amend(text, road.three[0], "Nos communes", "Les communes")).rejects.toThrow("text-being-voted");
    expect((await chair("ballot.conclude", { ballot })).json().outcome).toBe("adopted");
  });
});

it("PLN-13 after a question that was stopped no earlier result comes back: the screen says that it was stopped", async () => {
  const asked = async (question: string): Promise<string> =>
    (await chair("ballot.open", { subject: "question", question })).json().ballot;
  const first = await asked("Confier la caisse à Brémont ?");
  for (const who of road.three)
    await road.act(who.cookie, "vote.cast", {
      ballot: first,
      delegation: who.delegation,
      choice: "for",
      requestKey: who.id,
    });
  await road.act(road.assembly.chair.cookie, "ballot.conclude", { ballot: first });
  expect((await road.view<NowView>("/", road.three[0].cookie)).moment.kind).toBe("result");
  const second = await asked("Confier la caisse à Kerloc’h ?");
  await road.act(road.assembly.chair.cookie, "ballot.cancel", { ballot: second });
  expect((await road.view<NowView>("/", road.three[0].cookie)).moment.kind).not.toBe("result");
  expect(await road.view<ScreenView>("/ecran")).toMatchObject({
    scene: { kind: "result", stage: { stage: "cancelled" } },
  });
  const console = await road.view<ConsoleView>("/tribune", road.assembly.chair.cookie);
  expect([console.ballot.stage, console.lastResult]).toEqual(["none", null]);
});
