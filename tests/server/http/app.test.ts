import { expect, test } from "vitest";

import { freshApp, getPage, openGathering } from "../../support/app.ts";

test("HTTP-1 the app answers on /health, /openapi.json and /", async () => {
  await using fresh = await freshApp();
  expect((await getPage(fresh.app, "/health")).json()).toEqual({ status: "ok", engine: "sqlite" });
  expect((await getPage(fresh.app, "/openapi.json")).json()).toMatchObject({ openapi: "3.1.0" });
  const home = await getPage(fresh.app, "/");
  expect(home.statusCode).toBe(200);
  expect(home.headers["content-type"]).toBe("text/html; charset=utf-8");
});

test("HTTP-2 the only gathering is where / leads", async () => {
  await using fresh = await freshApp();
  const { slug } = await openGathering(fresh);
  const home = await getPage(fresh.app, "/");
  expect([home.statusCode, home.headers.location]).toEqual([302, `/r/${slug}/`]);
});
