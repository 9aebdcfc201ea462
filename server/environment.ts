import { readFileSync } from "node:fs";
import { resolve } from "node:path";

import { SettingRefused } from "./start-failures.ts";
import type { StoragePlace } from "./storage/index.ts";

/** How an installation is configured: by these variables and nothing else. */
export interface Environment {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly storage: StoragePlace;
  readonly tls: { readonly cert: string; readonly key: string } | null;
  /** Further origins that may post, when a proxy stands before the server. */
  readonly origins: readonly string[];
}

type Variables = Readonly<Record<string, string | undefined>>;

/** Reads PORT, HOST, DATA_DIR, DATABASE_URL, TLS_CERT, TLS_KEY and ORIGINS. Throws `SettingRefused`. */
export function readEnvironment(variables: Variables): Environment {
  return {
    port: readPort(said(variables, "PORT") ?? "3000"),
    host: said(variables, "HOST") ?? "0.0.0.0",
    ...readPlace(variables),
    tls: readTls(said(variables, "TLS_CERT"), said(variables, "TLS_KEY")),
    origins: (said(variables, "ORIGINS") ?? "").split(",").filter((origin) => origin !== ""),
  };
}

/** Where everything is kept: DATA_DIR and DATABASE_URL. */
export function readPlace(variables: Variables): Pick<Environment, "dataDir" | "storage"> {
  const dataDir = resolve(said(variables, "DATA_DIR") ?? "data");
  const databaseUrl = said(variables, "DATABASE_URL");
  return { dataDir, storage: databaseUrl === null ? { dataDir } : { databaseUrl } };
}

/** An empty variable is one that was not said. */
const said = (variables: Variables, name: string): string | null => variables[name]?.trim() || null;

function readPort(port: string): number {
  const number = Number(port);
  if (/^\d{1,5}$/u.test(port) && number <= 65_535) return number;
  throw new SettingRefused(`PORT is ${port}: it must be a number from 0 to 65535.`);
}

function readTls(certFile: string | null, keyFile: string | null): Environment["tls"] {
  if (certFile === null && keyFile === null) return null;
  if (certFile === null || keyFile === null) {
    throw new SettingRefused("TLS_CERT and TLS_KEY go together: name both files, or neither.");
  }
  return { cert: readPem("TLS_CERT", certFile), key: readPem("TLS_KEY", keyFile) };
}

function readPem(name: string, file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new SettingRefused(`${name} names ${file}, which cannot be read.`);
  }
}
