export { nameOf, type BackupPlace } from "./place.ts";
export { BackupRefused } from "./refused.ts";
export { makeBackup } from "./make.ts";
export { restoreBackup } from "./restore.ts";
