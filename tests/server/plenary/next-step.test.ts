import { expect, test } from "vitest";

import type { NowView } from "../../../shared/views/index.ts";
import { freshApp, getPage, openGathering, postJson } from "../../support/app.ts";
import { admit, issueCodes, seatOf, viewOf } from "../../support/people.ts";

test("PLN-39 “Maintenant” leads a new gathering on, step by step, each person by what they may do", async () => {
  await using fresh = await freshApp();
  const opened = await openGathering(fresh);
  const chair = await seatOf(fresh, opened, { role: "chair" });
  const step = async (cookie?: string): Promise<NowView["step"]> =>
    ((await viewOf(fresh, opened.slug, "/", cookie)) as NowView).step;
  const act = (action: string, body: object, cookie = opened.cookie) =>
    postJson(fresh.app, `/r/${opened.slug}/actes/${action}`, body, { cookie });

  expect([await step(opened.cookie), await step(chair.cookie), await step()]).toEqual(["admit", "text", null]);
  const page = await getPage(fresh.app, `/r/${opened.slug}/`, opened);
  expect(page.body).toMatch(/class="btn btn--now" href="[^"]*\/accueil\/liste">/u);
  const [tanneries, kerloch] = await admit(fresh, opened, ["Tanneries", "Kerloch"]);
  expect(await step(opened.cookie)).toBe("codes");
  await issueCodes(fresh, opened, { delegation: tanneries });
  expect(await step(opened.cookie)).toBe("codes");
  await issueCodes(fresh, opened, { delegation: kerloch });
  expect(await step(opened.cookie)).toBe("desk");
  await act("delegation.arrive", { delegation: kerloch });
  expect(await step(opened.cookie)).toBe("text");
  await act("text.create", { title: "Atelier" }, chair.cookie);
  expect([await step(opened.cookie), await step(chair.cookie)]).toEqual([null, "console"]);
  await act("gathering.close", {}, chair.cookie);
  expect(await step(chair.cookie)).toBeNull();
});
