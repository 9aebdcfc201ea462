import { spawn, type ChildProcess } from "node:child_process";
import { join } from "node:path";

const root = join(import.meta.dirname, "../../..");

/** A server in a process of its own, once it has said `Organiser: http…`; it is ended by `end`. */
export interface BenchServer {
  readonly port: number;
  readonly process: ChildProcess;
  end(signal?: "SIGTERM" | "SIGKILL"): Promise<void>;
}

export async function startServer(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<BenchServer> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, HOST: "127.0.0.1", PORT: "0", DATABASE_URL: "", ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<void>((gone) => child.once("exit", () => gone()));
  const port = await new Promise<number>((found, failed) => {
    let said = "";
    child.once("exit", (status) => failed(new Error(`The server ended with ${status}: ${said}`)));
    child.stdout.on("data", (bytes: Buffer) => {
      said += bytes.toString("utf8");
      const address = /^Organiser: (http\S+)$/mu.exec(said)?.[1];
      if (address !== undefined) found(Number(new URL(address).port));
    });
  });
  return {
    port,
    process: child,
    end: (signal = "SIGTERM") => {
      child.kill(signal);
      return ended;
    },
  };
}
