"use strict";
/**
 * `node scripts/bootstrap.cjs scripts/NAME.ts [arguments]`: installs what is missing, then runs that script with the
 * Node that npm brought (node_modules/.bin/node). Plain JavaScript for any Node from 18 on, no dependency.
 *
 * The script's exit status is passed on, and SIGTERM, SIGINT and SIGHUP are passed to it. A node_modules that is a
 * symbolic link (a second work tree of one developer) is used as it stands, never changed.
 */
const { spawn, spawnSync } = require("node:child_process");
const { createHash } = require("node:crypto");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");

const root = path.resolve(__dirname, "..");
const modules = path.join(root, "node_modules");
const ownNode = path.join(modules, "node", "bin", process.platform === "win32" ? "node.exe" : "node");
/** Without the warnings that packages want a newer Node: they get one. */
const quietly = ["--no-audit", "--no-fund", "--loglevel=error"];
const stampFile = path.join(modules, ".cahier-install");
const lockFile = path.join(root, ".cache", "installing");

main();

function main() {
  const [script, ...rest] = process.argv.slice(2);
  if (!script) fail("Say which script to run: node scripts/bootstrap.cjs scripts/start.ts");
  const major = Number(process.versions.node.split(".")[0]);
  if (major < 18)
    fail(`Cahier is started by Node 18 or newer; this is Node ${process.versions.node} (${process.execPath}).`);
  if (!isLink(modules)) install();
  if (!runs(ownNode)) fail(`${path.relative(root, ownNode)} does not run. Remove node_modules and try again.`);
  run(script, rest);
}

/**
 * Makes node_modules agree with the lockfile; does nothing when it does. No package's install script runs by itself
 * (npm's rules for them differ from one release to the next, and npm ci would compile better-sqlite3, which brings its
 * binaries): those that package.json allows are run by name afterwards.
 */
function install() {
  const lock = fs.readFileSync(path.join(root, "package-lock.json"));
  const wanted = createHash("sha256").update(lock).update(`${process.platform} ${process.arch}`).digest("hex");
  if (read(stampFile) === wanted && runs(ownNode)) return;
  if (!takeLock()) return install();
  process.on("exit", releaseLock);
  if (!isInstalled(JSON.parse(lock.toString()))) {
    say("Installing what is missing (npm ci). The first time this takes a minute or two.");
    npm(["ci", "--include=dev", "--ignore-scripts", ...quietly], "Installing failed: npm ci ended with");
  }
  npm(["rebuild", ...allowed(), "--ignore-scripts=false", ...quietly], "Installing failed: npm rebuild ended with");
  if (runs(ownNode)) fs.writeFileSync(stampFile, wanted);
  releaseLock();
}

/** False after another command has ended its installing, or died over it: then look again. */
function takeLock() {
  const own = `${lockFile}.${process.pid}`;
  try {
    fs.mkdirSync(path.dirname(lockFile), { recursive: true });
    fs.writeFileSync(own, String(process.pid));
    fs.linkSync(own, lockFile);
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") fail(`${lockFile} cannot be written: ${error.message}`);
  } finally {
    fs.rmSync(own, { force: true });
  }
  const other = Number(read(lockFile));
  if (isAlive(other)) say("Another command is installing what is missing; waiting for it.");
  while (isAlive(other) && fs.existsSync(lockFile)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
  if (Number(read(lockFile)) === other) fs.rmSync(lockFile, { force: true });
  return false;
}

function releaseLock() {
  if (read(lockFile) === String(process.pid)) fs.rmSync(lockFile);
}

function isAlive(pid) {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** The packages whose install scripts package.json allows and that lie there on this platform. */
function allowed() {
  const { allowScripts } = JSON.parse(fs.readFileSync(path.join(root, "package.json"), "utf8"));
  return Object.keys(allowScripts).filter((name) => allowScripts[name] && fs.existsSync(path.join(modules, name)));
}

/** Whether every package that the lockfile asks for on every platform lies there in its version (somebody ran npm by hand). */
function isInstalled(lock) {
  const laid = read(path.join(modules, ".package-lock.json"));
  if (!laid) return false;
  const present = JSON.parse(laid).packages;
  return Object.entries(lock.packages).every(
    ([place, wanted]) =>
      place === "" ||
      wanted.optional ||
      wanted.devOptional ||
      wanted.peer ||
      present[place]?.version === wanted.version,
  );
}

/** npm's own output goes to standard error: standard output belongs to the script. */
function npm(args, onFailure) {
  const [command, first] = npmCommand();
  const done = spawnSync(command, [...first, ...args], {
    cwd: root,
    env: withoutOwnModules(process.env),
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32" && first.length === 0,
  });
  if (done.error) fail(`npm could not be started: ${done.error.message}. Is npm on the PATH?`);
  if (done.status !== 0) {
    fail(
      `${onFailure} ${done.signal ?? `status ${done.status}`}. Its words are above; is the network there, is ${root} writable?`,
    );
  }
}

/** The npm that called us and the Node under it, so that the machine's own are used and not the ones being replaced. */
function npmCommand() {
  const script = process.env.npm_execpath;
  const node = process.env.npm_node_execpath;
  if (!script || !/npm-cli\.c?js$/.test(script)) return ["npm", []];
  return [node && !node.startsWith(modules) && runs(node) ? node : "node", [script]];
}

/** npm puts node_modules/.bin first on the PATH; an install replaces what lies there while it runs. */
function withoutOwnModules(env) {
  const key = Object.keys(env).find((name) => name.toUpperCase() === "PATH") ?? "PATH";
  const kept = (env[key] ?? "").split(path.delimiter).filter((folder) => !folder.startsWith(modules));
  return { ...env, [key]: kept.join(path.delimiter) };
}

function run(script, args) {
  const key = Object.keys(process.env).find((name) => name.toUpperCase() === "PATH") ?? "PATH";
  const rest = withoutOwnModules(process.env)[key];
  const child = spawn(ownNode, [path.resolve(root, script), ...args], {
    stdio: "inherit",
    env: { ...process.env, [key]: [path.join(modules, ".bin"), rest].join(path.delimiter) },
  });
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) {
    process.on(signal, () => {
      // A terminal has sent ^C to the whole group already.
      if (!(signal === "SIGINT" && process.stdin.isTTY)) child.kill(signal);
    });
  }
  endWithParent(child);
  child.on("error", (error) => fail(`${script} could not be started: ${error.message}`));
  child.on("exit", (status, signal) => process.exit(status ?? 128 + (os.constants.signals[signal] ?? 0)));
}

/**
 * npm sends a signal to the shell between it and us, and some shells end without passing it on. Under npm, a parent that
 * is gone therefore means SIGTERM. (package.json says `exec` where the exit status matters too; Windows has no exec.)
 */
function endWithParent(child) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) child.kill("SIGTERM");
  }, 500).unref();
}

function runs(node) {
  return fs.existsSync(node) && spawnSync(node, ["--version"], { stdio: "ignore" }).status === 0;
}

function isLink(file) {
  try {
    return fs.lstatSync(file).isSymbolicLink();
  } catch {
    return false;
  }
}

function read(file) {
  try {
    return fs.readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

function say(words) {
  process.stderr.write(`${words}\n`);
}

function fail(words) {
  say(words);
  process.exit(1);
}
