/** `npm run backup -- FILE`: the whole installation in one file under a passphrase, while the server runs. */
import { BackupRefused, makeBackup, nameOf } from "../server/backup/index.ts";
import { StorageRefused } from "../server/storage/index.ts";
import { askPassphrase } from "./passphrase.ts";
import { backupPlace } from "./backup-place.ts";

const asked = backupPlace("backup");
const passphrase = asked && (await askPassphrase(true));
if (asked && passphrase) {
  const { file, place } = asked;
  try {
    const bytes = await makeBackup(place, file, passphrase);
    console.log(`${file} holds everything of ${nameOf(place)}, and its key (${Math.ceil(bytes / 1024)} KB).`);
    console.log("Without its passphrase nobody can open it, you neither.");
  } catch (error) {
    if (!(error instanceof BackupRefused || error instanceof StorageRefused)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
} else {
  process.exitCode = 1;
}
