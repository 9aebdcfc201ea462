import { resolve } from "node:path";

import type { BackupPlace } from "../server/backup/index.ts";
import { readPlace } from "../server/environment.ts";

/** The file that the command names, and the installation; null, said in words, when it names none. */
export function backupPlace(
  command: "backup" | "restore",
): { readonly file: string; readonly place: BackupPlace } | null {
  const file = process.argv[2];
  if (!file) {
    console.error(`Say which file: npm run ${command} -- FILE`);
    return null;
  }
  return { file: resolve(file), place: readPlace(process.env) };
}
