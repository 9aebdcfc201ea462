import { resolve } from "node:path";

/** The file that the command names and the data folder; null, said in words, when it cannot be done. */
export function backupPlace(command: "backup" | "restore"): { readonly file: string; readonly dataDir: string } | null {
  const file = process.argv[2];
  if (process.env["DATABASE_URL"]) {
    console.error(
      `npm run ${command} is for the embedded database only. With PostgreSQL (DATABASE_URL) Cahier has no backup of its own yet: use pg_dump, and keep the file key of DATA_DIR beside it.`,
    );
    return null;
  }
  if (!file) {
    console.error(`Say which file: npm run ${command} -- FILE`);
    return null;
  }
  return { file: resolve(file), dataDir: resolve(process.env["DATA_DIR"]?.trim() || "data") };
}
