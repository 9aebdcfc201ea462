import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from "node:crypto";

/**
 * A backup is one file: everything that a gathering needs elsewhere (the database, the key), under a passphrase.
 * Bytes: the mark, 16 of salt, 12 of nonce, 16 of tag, then AES-256-GCM over the packed files; the key is
 * scrypt(passphrase, salt) with N = 2^16, r = 8, p = 1 (RFC 7914), which costs whoever guesses 64 MiB a guess.
 */
const mark = Buffer.from("CAHIER-BACKUP-1\n", "latin1");
const saltBytes = 16;
const nonceBytes = 12;
const tagBytes = 16;
const scryptCost = { N: 2 ** 16, r: 8, p: 1, maxmem: 128 * 1024 * 1024 };

export type ArchiveFiles = ReadonlyMap<string, Uint8Array>;

/** Why a file cannot be opened as a backup. With AES-GCM a wrong passphrase and a damaged file look alike. */
export type ArchiveFault = "not-a-backup" | "wrong-passphrase-or-damaged";

export function sealArchive(files: ArchiveFiles, passphrase: string): Buffer {
  const salt = randomBytes(saltBytes);
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv("aes-256-gcm", keyOf(passphrase, salt), nonce);
  cipher.setAAD(mark);
  const sealed = Buffer.concat([cipher.update(pack(files)), cipher.final()]);
  return Buffer.concat([mark, salt, nonce, cipher.getAuthTag(), sealed]);
}

/** The files of a backup, or why there are none: nothing is given out before all of it was authenticated. */
export function openArchive(archive: Uint8Array, passphrase: string): ArchiveFiles | ArchiveFault {
  const bytes = Buffer.from(archive);
  const headerBytes = mark.length + saltBytes + nonceBytes + tagBytes;
  if (bytes.length < headerBytes || !bytes.subarray(0, mark.length).equals(mark)) return "not-a-backup";
  const salt = bytes.subarray(mark.length, mark.length + saltBytes);
  const nonce = bytes.subarray(mark.length + saltBytes, mark.length + saltBytes + nonceBytes);
  const decipher = createDecipheriv("aes-256-gcm", keyOf(passphrase, salt), nonce);
  decipher.setAAD(mark);
  decipher.setAuthTag(bytes.subarray(headerBytes - tagBytes, headerBytes));
  try {
    return unpack(Buffer.concat([decipher.update(bytes.subarray(headerBytes)), decipher.final()]));
  } catch {
    return "wrong-passphrase-or-damaged";
  }
}

/** One passphrase typed on two keyboards is one passphrase: composed letters, no blank around. */
const keyOf = (passphrase: string, salt: Uint8Array): Buffer =>
  scryptSync(passphrase.normalize("NFKC").trim(), salt, 32, scryptCost);

/** Four bytes (big-endian) of length, that much JSON `[[name, bytes], …]`, then the files one after the other. */
function pack(files: ArchiveFiles): Buffer {
  const index = Buffer.from(JSON.stringify([...files].map(([name, content]) => [name, content.length])), "utf8");
  const length = Buffer.alloc(4);
  length.writeUInt32BE(index.length);
  return Buffer.concat([length, index, ...files.values()]);
}

function unpack(packed: Buffer): ArchiveFiles {
  const indexEnd = 4 + packed.readUInt32BE(0);
  const index: unknown = JSON.parse(packed.toString("utf8", 4, indexEnd));
  if (!Array.isArray(index)) throw new Error("Not an index of files");
  const files = new Map<string, Uint8Array>();
  let at = indexEnd;
  for (const row of index) {
    const [name, length]: unknown[] = Array.isArray(row) ? row : [];
    if (typeof name !== "string" || typeof length !== "number") throw new Error("Not a row of the index");
    files.set(name, packed.subarray(at, at + length));
    at += length;
  }
  return files;
}
