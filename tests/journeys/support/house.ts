import { dataFolder, serve, type Served } from "../../support/served.ts";

/** The server as people run it: a process of its own on a folder of its own. Nothing of it is imported. */
export interface House {
  /** The same all along, also after a fall. */
  readonly url: string;
  readonly folder: string;
  /** The one-time link that the terminal showed at the last start. */
  organiserLink(): string;
  /** The server falls in the middle of whatever it does (SIGKILL). Resolves once it is gone. */
  kill(): Promise<void>;
  /** Once more on the same folder and the same port. */
  start(): Promise<void>;
  /** All that the server has said since its last start. */
  said(): string;
  /** Ends in order and removes the folder, if it was made here. */
  close(): Promise<void>;
}

export interface HouseFacts {
  /** A data folder that is there already; without one, an empty folder is made. */
  readonly folder?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export async function openHouse({ folder, env = {} }: HouseFacts = {}): Promise<House> {
  const made = folder === undefined ? dataFolder() : null;
  const path = folder ?? made?.path ?? "";
  const run = (port: string): Promise<Served> => serve({ env: { ...env, DATA_DIR: path, PORT: port } });
  let served = await run("0");
  const { url } = served;
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    served.process.kill(signal);
    await served.ended;
  };
  return {
    url,
    folder: path,
    organiserLink: () => served.organiser,
    kill: () => end("SIGKILL"),
    start: async () => {
      served = await run(new URL(url).port);
    },
    said: () => served.output(),
    close: async () => {
      await end("SIGTERM");
      made?.remove();
    },
  };
}
