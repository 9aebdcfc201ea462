import type pg from "pg";

/**
 * A transaction on a connection of its own: begun by `begin`, kept when `keep` says so of what `work` gave, undone when it
 * throws. A connection that could not even roll back is thrown away.
 */
export async function transaction<T>(
  pool: pg.Pool,
  begin: string,
  work: (client: pg.PoolClient) => Promise<T>,
  keep: (value: T) => boolean = () => true,
): Promise<T> {
  const client = await pool.connect();
  let broken = false;
  try {
    await client.query(begin);
    const value = await work(client);
    await client.query(keep(value) ? "COMMIT" : "ROLLBACK");
    return value;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {
      broken = true;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}
