import { expect, test } from "vitest";

import { Turns } from "../../../server/storage/turns.ts";

/** A work that ends when it is told to. */
function held() {
  let release = (): void => {};
  const done = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { work: () => done, release };
}

test("STO-28 works wait in order, at most as many as the limit; one more is turned away unrun", async () => {
  const turns = new Turns(1, 2);
  const first = held();
  const ran: string[] = [];
  const running = turns.take(first.work);
  const waiting = ["a", "b"].map((name) => turns.take(async () => ran.push(name)));
  expect(await turns.take(async () => ran.push("c"))).toBeNull();
  first.release();
  await Promise.all([running, ...waiting]);
  expect(ran).toEqual(["a", "b"]);
  expect(await turns.take(async () => ran.push("d"))).toBe(3);
});

test("STO-29 a work that throws gives its turn on", async () => {
  const turns = new Turns(1, 2);
  const failing = turns.take(async () => {
    throw new Error("broken");
  });
  const next = turns.take(async () => "ran");
  await expect(failing).rejects.toThrow("broken");
  expect(await next).toBe("ran");
  await turns.end();
});
