import { randomBytes } from "node:crypto";

import pg from "pg";

import { limits } from "../../../shared/limits.ts";
import { openLocalBus, type Bus } from "../bus.ts";

const channel = "cahier";
const reconnectAfterMs = 500;

/**
 * The bus between processes: NOTIFY carries `[process, topic, id]`. This process hears its own announcements at once
 * and skips their echo. When the listening connection breaks it is made anew, and hearers are told what they may have
 * missed.
 */
export async function openPostgresBus(url: string, pool: pg.Pool): Promise<Bus & { close(): Promise<void> }> {
  const self = randomBytes(8).toString("hex");
  const local = openLocalBus();
  let listener: pg.Client | null = null;
  let again: NodeJS.Timeout | null = null;
  let closed = false;

  const connect = async (): Promise<void> => {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: limits.databaseConnectMs });
    client.on("error", () => {});
    client.on("end", () => {
      if (listener === client) reconnect();
    });
    client.on("notification", ({ payload }) => {
      const [process, topic, id] = parsePayload(payload);
      if (process !== self && topic !== undefined && id !== undefined) local.announce(topic, id);
    });
    try {
      await client.connect();
      await client.query(`LISTEN ${channel}`);
      listener = client;
    } finally {
      if (closed || listener !== client) await client.end();
    }
  };

  const reconnect = (): void => {
    listener = null;
    if (closed) return;
    again = setTimeout(() => {
      connect().then(() => local.missed(), reconnect);
    }, reconnectAfterMs);
  };

  await connect();
  return {
    announce(topic, id) {
      local.announce(topic, id);
      notifyOthers(pool, [self, topic, id]).catch(() => {
        // A hint that was lost: the others read on at the next one, or when they reconnect.
      });
    },
    listen: (hear, missed) => local.listen(hear, missed),
    async close() {
      closed = true;
      if (again) clearTimeout(again);
      const last = listener;
      listener = null;
      await last?.end();
    },
  };
}

/** Within a transaction: when it commits, and only then. */
export async function notifyOthers(
  client: pg.Pool | pg.ClientBase,
  payload: readonly [process: string, topic: string, id: string],
): Promise<void> {
  await client.query("SELECT pg_notify($1, $2)", [channel, JSON.stringify(payload)]);
}

function parsePayload(payload: string | undefined): readonly (string | undefined)[] {
  try {
    const parts: unknown = JSON.parse(payload ?? "");
    return Array.isArray(parts) ? parts.map((part: unknown) => (typeof part === "string" ? part : undefined)) : [];
  } catch {
    return [];
  }
}
