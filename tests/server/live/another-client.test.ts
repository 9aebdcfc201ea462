import { setTimeout as sleep } from "node:timers/promises";

import { expect, test } from "vitest";

import { loadHistory } from "../../../server/texts/index.ts";
import { freshApp, openGathering, postJson, type FreshApp } from "../../support/app.ts";
import { randomFrom, seeds } from "../../support/runs.ts";
import { takeSeat } from "../../support/seats.ts";
import { ClientFromThePage } from "./from-the-page.ts";

test("LIVE-16 clients written from docs/protocol.md alone type together, are cut off and come back: all end equal, every word once", async () => {
  for (const seed of seeds([1])) {
    await using fresh = await freshApp();
    const { text, clients } = await openText(fresh);
    const random = randomFrom(seed);
    const typed: string[] = [];
    for (let turn = 0; turn < 60; turn++) {
      const client = clients[Math.floor(random() * clients.length)];
      if (!client) continue;
      if (random() < 0.2) client.cut();
      const word = ` mot${turn}x`;
      typed.push(word.trim());
      client.type(word);
      if (random() < 0.5) await sleep(random() * 8);
      if (random() < 0.3) client.cut();
      if (random() < 0.4) await client.connect();
      fresh.pass(100);
    }
    for (const client of clients) {
      client.cut();
      await client.connect();
    }
    while (!clients.every(({ isSaved }) => isSaved)) await sleep(5);
    const { doc } = await fresh.storage.read((tx) => loadHistory(tx, text));
    const words = doc.textBetween(0, doc.content.size, "\n");
    await expect.poll(() => clients.map((client) => client.words)).toEqual(clients.map(() => words));
    for (const word of typed) expect(words.split(word)).toHaveLength(2);
    expect(clients.map(({ refused }) => refused)).toEqual(clients.map(() => ""));
    expect(clients.map(({ loads }) => loads)).toEqual(clients.map(() => 1));
    for (const client of clients) client.cut();
  }
});

/** A draft, and three who write it with such a client. */
async function openText(
  fresh: FreshApp,
): Promise<{ readonly text: string; readonly clients: readonly ClientFromThePage[] }> {
  const { slug, cookie } = await openGathering(fresh);
  const created = await postJson(fresh.app, `/r/${slug}/actes/text.create`, { title: "Atelier" }, { cookie });
  const text = String(created.json().text);
  const gathering = await fresh.storage.read(
    async ({ db, tables }) => (await db.select({ id: tables.gatherings.id }).from(tables.gatherings))[0]?.id ?? "",
  );
  await fresh.app.listen({ port: 0, host: "127.0.0.1" });
  const address = fresh.app.server.address();
  if (address === null || typeof address === "string") throw new Error("No port");
  const at = `127.0.0.1:${address.port}`;
  const clients: ClientFromThePage[] = [];
  for (const name of ["Anne", "Boris", "Chloé"]) {
    const seat = await takeSeat(fresh.storage, fresh.key, { gathering, name, grants: [{ role: "drafter", text }] });
    const where = { url: `ws://${at}/r/${slug}/direct`, origin: `http://${at}`, cookie: seat, text };
    const client = new ClientFromThePage(where);
    await client.connect();
    while (client.loads === 0) await sleep(1);
    clients.push(client);
  }
  return { text, clients };
}
