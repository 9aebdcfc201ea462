/** `npm run restore -- FILE`: opens a backup into the empty folder DATA_DIR, or the empty database of DATABASE_URL. */
import { BackupRefused, nameOf, restoreBackup } from "../server/backup/index.ts";
import { StorageRefused } from "../server/storage/index.ts";
import { askPassphrase } from "./passphrase.ts";
import { backupPlace } from "./backup-place.ts";

const asked = backupPlace("restore");
const passphrase = asked && (await askPassphrase(false));
if (asked && passphrase) {
  const { file, place } = asked;
  try {
    const { slugs } = await restoreBackup(place, file, passphrase, Date.now());
    console.log(`What was in ${file} is in ${nameOf(place)} now: ${slugs.join(", ") || "no gathering yet"}.`);
    console.log("npm start opens it again; the same codes open the same seats.");
  } catch (error) {
    if (!(error instanceof BackupRefused || error instanceof StorageRefused)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
} else {
  process.exitCode = 1;
}
