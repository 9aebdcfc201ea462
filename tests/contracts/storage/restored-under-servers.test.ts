import { writeFile } from "node:fs/promises";

import { expect, test } from "vitest";

import { makeBackup, restoreBackup } from "../../../server/backup/index.ts";
import { keyFile, openInstallation, openStorage } from "../../../server/storage/index.ts";
import { loadHistory } from "../../../server/texts/index.ts";
import { protocolVersion, type ClientMessage } from "../../../shared/protocol.ts";
import { freshApp, openGathering, postJson, type FreshApp } from "../../support/app.ts";
import { backupFile, nowMs, passphrase } from "../../support/backups.ts";
import { freshDatabase } from "../../support/postgres.ts";
import { takeSeat } from "../../support/seats.ts";
import { openSocket, tells, type TestSocket } from "../../support/socket.ts";
import { freshFolder } from "../../support/storage.ts";

test("STO-51 two servers whose database is restored under them forget the later versions, and every page loads anew", async () => {
  await using at = await backupFile();
  const database = await freshDatabase();
  const storage = { databaseUrl: database.url };
  const dataDir = await freshFolder();
  await writeFile(keyFile(dataDir), Buffer.alloc(32, 7).toString("hex"));
  await using one = await server(storage, dataDir, "one");
  await using two = await server(storage, dataDir, "two");
  const { slug, gathering, text } = await openText(one);
  const seats = [await drafter(one, gathering, text, "Anne"), await drafter(one, gathering, text, "Boris")] as const;
  const [anne, boris] = [await follow(one, slug, seats[0], text), await follow(two, slug, seats[1], text)];
  anne.send(push(text, 1, 1, "gardé "));
  await told(2, anne, boris);
  await makeBackup({ storage, dataDir }, at.file, passphrase);
  for (const version of [2, 3, 4]) {
    anne.send(push(text, version, version, "perdu "));
    await told(version + 1, anne, boris);
  }

  await database.remake();
  const { epoch } = await restoreBackup({ storage, dataDir }, at.file, passphrase, nowMs);
  // What a page sends before it hears of it is answered, not written on a version that is no more.
  anne.send(push(text, 5, 5, "trop tard "));
  await anne.until((message) => message.type === "refused" && message.about.sequence === 5);
  for (const page of [anne, boris]) expect(await page.of("reload")).toEqual({ type: "reload", epoch });

  const [again, beside] = [await follow(one, slug, seats[0], text), await follow(two, slug, seats[1], text)];
  expect(again.heard).toContainEqual(expect.objectContaining({ type: "welcome", epoch }));
  expect(again.heard).toContainEqual(expect.objectContaining({ type: "snapshot", version: 2 }));
  beside.send(push(text, 2, 1, "repris ", "client-two"));
  await told(3, again, beside);
  const { doc } = await one.storage.read((tx) => loadHistory(tx, text));
  expect(doc.textContent).toBe("repris gardé Atelier");
  await Promise.all([one, two].map((app) => app.app.close()));
  await Promise.all([one, two].map((app) => app.storage.close()));
  await database.drop();
});

test("STO-51 a server whose connections were cut, and whose database is the same, lets its pages be", async () => {
  const database = await freshDatabase();
  const dataDir = await freshFolder();
  await writeFile(keyFile(dataDir), Buffer.alloc(32, 7).toString("hex"));
  await using one = await server({ databaseUrl: database.url }, dataDir, "one");
  const { slug, gathering, text } = await openText(one);
  const page = await follow(one, slug, await drafter(one, gathering, text, "Anne"), text);
  const listening = new Promise<void>((missed) => one.storage.bus.listen(() => {}, missed));
  await database.cut();
  await listening;
  page.send(push(text, 1, 1, "encore "));
  await told(2, page);
  expect(page.heard.map(({ type }) => type)).not.toContain("reload");
  await one.app.close();
  await one.storage.close();
  await database.drop();
});

async function server(place: { databaseUrl: string }, dataDir: string, name: string): Promise<FreshApp> {
  const storage = await openStorage(place);
  const readEpoch = async () => (await openInstallation(storage, dataDir)).epoch;
  let ids = 0;
  const options = { epoch: await readEpoch(), readEpoch, ids: () => `${name}${(ids += 1)}` };
  return freshApp(options, { storage, place, [Symbol.asyncDispose]: () => storage.close() });
}

async function openText(fresh: FreshApp): Promise<{ slug: string; gathering: string; text: string }> {
  const { slug, cookie } = await openGathering(fresh);
  const created = await postJson(fresh.app, `/r/${slug}/actes/text.create`, { title: "Atelier" }, { cookie });
  const gathering = await fresh.storage.read(
    async ({ db, tables }) => (await db.select({ id: tables.gatherings.id }).from(tables.gatherings))[0]?.id ?? "",
  );
  return { slug, gathering, text: String(created.json().text) };
}

const drafter = (fresh: FreshApp, gathering: string, text: string, name: string): Promise<string> =>
  takeSeat(fresh.storage, fresh.key, { gathering, name, delegation: name, grants: [{ role: "drafter", text }] });

async function follow(fresh: FreshApp, slug: string, cookie: string, text: string): Promise<TestSocket> {
  const page = await openSocket(fresh.app, { slug, cookie });
  page.send({ type: "hello", protocol: protocolVersion, epoch: null, cursor: 0 });
  await page.of("welcome");
  page.send({ type: "open", text, version: null, writes: true });
  await page.of("snapshot");
  return page;
}

const told = (version: number, ...pages: readonly TestSocket[]) =>
  Promise.all(pages.map((page) => page.until(tells(version))));

const push = (text: string, base: number, sequence: number, words: string, client = "client-one"): ClientMessage => ({
  type: "push",
  text,
  base,
  client,
  sequence,
  steps: [{ stepType: "replace", from: 1, to: 1, slice: { content: [{ type: "text", text: words }] } }],
});
