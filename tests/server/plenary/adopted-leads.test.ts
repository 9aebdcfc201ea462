import { expect, test } from "vitest";

import type { DeclarationView, NowView, ScreenView } from "../../../shared/views/index.ts";
import { getPage } from "../../support/app.ts";
import { openRoad } from "../../support/road.ts";

test("PLN-44 what was adopted leads those who may sign to it, then all to what is published, on phone and screen", async () => {
  const road = await openRoad();
  await using _ = road;
  const { three, assembly } = road;
  const chair = assembly.chair.cookie;
  const text = await road.table("Nos communes ouvrent des maisons du peuple");
  await road.decide(`text:${text}`, ["for", "for", "for"]);
  const now = (who?: string) => road.view<NowView>("/", who);
  const html = async (page: string, cookie?: string) =>
    (await getPage(road.fresh.app, `/r/${assembly.slug}${page}`, { cookie })).body;
  const path = `/declarations/${text}`;
  const line = { id: text, state: "adopted" };
  expect((await now(three[0].cookie)).declarations).toMatchObject([{ ...line, maySign: true }]);
  expect((await now()).declarations).toMatchObject([{ ...line, maySign: false }]);
  expect(await html("/", three[0].cookie)).toContain(`href="/r/${assembly.slug}${path}"`);
  expect(await road.view<DeclarationView>(path, three[0].cookie)).toMatchObject({ mayPublish: false });
  expect(await road.view<DeclarationView>(path, chair)).toMatchObject({ mayPublish: true });

  await road.act(chair, "declaration.publish", { text });
  expect((await now(three[0].cookie)).declarations).toMatchObject([{ id: text, state: "published", maySign: false }]);
  expect(await road.view<DeclarationView>(path, chair)).toMatchObject({ mayPublish: false });
  const { scene } = await road.view<ScreenView>("/ecran");
  expect(scene).toMatchObject({ kind: "result", published: { url: expect.stringContaining(path) } });
  expect(await html(`/textes/${text}`)).toContain(`href="/r/${assembly.slug}${path}"`);
});
