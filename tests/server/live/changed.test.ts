import { expect, test } from "vitest";

import { protocolVersion } from "../../../shared/protocol.ts";
import { openSocket } from "../../support/socket.ts";
import { castFor, openFinalBallot } from "../../support/open-ballot.ts";
import { freshApp } from "../../support/app.ts";
import { openAssembly } from "../../support/assembly.ts";

test("LIVE-30 a vote tells its turnout; the last call and the screen tell that pages have changed, without an entry", async () => {
  await using fresh = await freshApp();
  const assembly = await openAssembly(fresh);
  const kerloch = await assembly.delegation("Kerloc’h");
  const opened = await openFinalBallot(assembly);
  const page = await openSocket(fresh.app, { slug: assembly.slug });
  page.send({ type: "hello", protocol: protocolVersion, epoch: null, cursor: 0 });
  await page.of("welcome");
  await castFor(opened, kerloch, "for");
  expect(await page.of("turnout")).toEqual({ type: "turnout", ballot: opened.ballot, voted: 1, present: 1 });
  const chair = assembly.chair.cookie;
  await assembly.act(chair, "ballot.lastCall", { ballot: opened.ballot });
  expect(await page.of("entries")).toEqual({ type: "entries", from: 0, entries: [] });
  page.clear();
  await assembly.act(chair, "screen.show", { show: "text" });
  expect(await page.of("entries")).toEqual({ type: "entries", from: 0, entries: [] });
  page.clear();
  await assembly.act(chair, "ballot.conclude", { ballot: opened.ballot });
  const { entries } = await page.of("entries");
  expect(entries.map(({ act }) => act)).toEqual(["ballot.closed", "ballot.declared", "text.adopted"]);
});
