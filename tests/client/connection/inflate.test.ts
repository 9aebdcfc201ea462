import { deflateRawSync } from "node:zlib";

import { expect, test } from "vitest";

import { canInflate, inOrder } from "../../../client/connection/inflate.ts";

const deflated = (message: string): Blob => new Blob([new Uint8Array(deflateRawSync(message))]);

test("LIVE-14 a page hears messages in the order in which they came, deflated or not", async () => {
  expect(canInflate).toBe(true);
  const heard: string[] = [];
  const take = inOrder(
    (message) => void heard.push(message),
    () => void heard.push("broken"),
  );
  take("un");
  expect(heard).toEqual(["un"]);
  for (const data of [deflated("deux ".repeat(1_000)), "trois", deflated("quatre"), "cinq"]) take(data);
  expect(heard).toEqual(["un"]);
  await expect.poll(() => heard).toEqual(["un", "deux ".repeat(1_000), "trois", "quatre", "cinq"]);
  take("six");
  expect(heard[5]).toBe("six");
});

test("LIVE-14 what cannot be inflated ends the line", async () => {
  const heard: string[] = [];
  const take = inOrder(
    (message) => void heard.push(message),
    () => void heard.push("broken"),
  );
  take(new Blob([new Uint8Array([255, 255, 255])]));
  await expect.poll(() => heard).toEqual(["broken"]);
});
