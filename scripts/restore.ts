/** `npm run restore -- FILE`: opens a backup into the empty folder DATA_DIR. */
import { BackupRefused, restoreBackup } from "../server/backup/index.ts";
import { StorageRefused } from "../server/storage/index.ts";
import { askPassphrase } from "./passphrase.ts";
import { backupPlace } from "./backup-place.ts";

const place = backupPlace("restore");
const passphrase = place && (await askPassphrase(false));
if (place && passphrase) {
  try {
    const { slugs } = await restoreBackup(place.dataDir, place.file, passphrase, Date.now());
    console.log(`${place.dataDir} holds what was in ${place.file}: ${slugs.join(", ") || "no gathering yet"}.`);
    console.log("npm start opens it again; the same codes open the same seats.");
  } catch (error) {
    if (!(error instanceof BackupRefused || error instanceof StorageRefused)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
} else {
  process.exitCode = 1;
}
