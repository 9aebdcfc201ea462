/** A backup or a restore that was not done; `message` is for the terminal. Nothing was written. */
export class BackupRefused extends Error {
  override readonly name = "BackupRefused";
}
