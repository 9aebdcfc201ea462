/** `npm run backup -- FILE`: all of DATA_DIR in one file under a passphrase, while the server runs. */
import { BackupRefused, makeBackup } from "../server/backup/index.ts";
import { StorageRefused } from "../server/storage/index.ts";
import { askPassphrase } from "./passphrase.ts";
import { backupPlace } from "./backup-place.ts";

const place = backupPlace("backup");
const passphrase = place && (await askPassphrase(true));
if (place && passphrase) {
  try {
    const bytes = await makeBackup(place.dataDir, place.file, passphrase);
    console.log(`${place.file} holds everything of ${place.dataDir} (${Math.ceil(bytes / 1024)} KB).`);
    console.log("Without its passphrase nobody can open it, you neither.");
  } catch (error) {
    if (!(error instanceof BackupRefused || error instanceof StorageRefused)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
} else {
  process.exitCode = 1;
}
