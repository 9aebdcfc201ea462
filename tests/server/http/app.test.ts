import { gunzipSync } from "node:zlib";

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

test("HTTP-12 pages and views come compressed to whoever takes that, as they are to others", async () => {
  await using fresh = await freshApp();
  const { slug } = await openGathering(fresh);
  for (const url of [`/r/${slug}/`, `/r/${slug}/etat.json?page=/programme`]) {
    const whole = await getPage(fresh.app, url);
    expect([whole.headers["content-encoding"], whole.headers.vary]).toEqual([undefined, "accept-encoding"]);
    const packed = await getPage(fresh.app, url, { headers: { "accept-encoding": "gzip, deflate" } });
    expect(packed.headers["content-encoding"]).toBe("gzip");
    expect(packed.rawPayload.length).toBeLessThan(whole.rawPayload.length / 2);
    expect(timeless(gunzipSync(packed.rawPayload).toString())).toBe(timeless(whole.body));
  }
});

const timeless = (page: string): string => page.replaceAll(/"nowMs":\d+|Page de [^<]*/gu, "");

test("HTTP-14 every answer has the same security headers, each for the address that was asked", async () => {
  await using fresh = await freshApp();
  const { slug } = await openGathering(fresh);
  for (const host of ["hall.local:3000", "10.0.0.7", "hall.local:3000", "no host; script-src *"]) {
    for (const url of ["/", `/r/${slug}/`, "/health", "/nowhere", `/r/${slug}/etat.json?page=/nowhere`]) {
      const { headers } = await getPage(fresh.app, url, { headers: { host } });
      const own = host.startsWith("no ") ? "'self'" : `ws://${host} wss://${host}`;
      expect(headers["content-security-policy"]).toBe(
        "default-src 'none';script-src 'self';style-src 'self';img-src 'self' data:;font-src 'self';manifest-src 'self';" +
          `connect-src 'self' ${own};base-uri 'none';form-action 'self';frame-ancestors 'none'`,
      );
      expect(headers).toMatchObject({
        "referrer-policy": "same-origin",
        "x-content-type-options": "nosniff",
        "x-frame-options": "SAMEORIGIN",
        "cross-origin-resource-policy": "same-origin",
      });
      expect(headers).not.toHaveProperty("strict-transport-security");
    }
  }
});
