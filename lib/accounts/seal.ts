import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { syncFolder, writeDurably } from '../db/durable-file.ts';
import { environment } from '../env.ts';
import { CodedError } from '../errors.ts';

const CIPHER = 'aes-256-gcm';
const IV = 12;
const TAG = 16;

/**
 * Encrypts a secret that is stored in the database, so that read access to the database does not reveal it.
 * @param about - its context: a secret sealed for one account cannot be opened for another
 */
export function seal(text: string, about: string): string {
  const iv = randomBytes(IV);
  const cipher = createCipheriv(CIPHER, key(), iv).setAAD(Buffer.from(about));
  const sealed = [cipher.update(text, 'utf8'), cipher.final()];
  return Buffer.concat([iv, cipher.getAuthTag(), ...sealed]).toString('base64url');
}

/**
 * Decrypts the result of {@link seal}.
 * @throws CodedError `secret_key` when it was sealed with another key or another `about`, or was changed
 */
export function unseal(sealed: string, about: string): string {
  const bytes = Buffer.from(sealed, 'base64url');
  try {
    const decipher = createDecipheriv(CIPHER, key(), bytes.subarray(0, IV))
      .setAAD(Buffer.from(about))
      .setAuthTag(bytes.subarray(IV, IV + TAG));
    const opened = [decipher.update(bytes.subarray(IV + TAG)), decipher.final()];
    return Buffer.concat(opened).toString('utf8');
  } catch (cause) {
    throw new CodedError(
      'secret_key',
      'A second factor was sealed with another key: every instance needs the same SECRET_KEY, or the DATA_DIR/secret.key of before.',
      { cause },
    );
  }
}

const derived = new Map<string, Buffer>();

/** A key of 32 bytes for one purpose, derived from the portal's key: no derived key reveals another. */
export function keyFor(purpose: string): Buffer {
  const known = derived.get(purpose);
  if (known) return known;
  const { SECRET_KEY, DATA_DIR } = environment();
  const key = Buffer.from(hkdfSync('sha256', SECRET_KEY ?? readKeyFile(DATA_DIR), '', purpose, 32));
  derived.set(purpose, key);
  return key;
}

const key = () => keyFor('second factors');

/**
 * The key of a portal without SECRET_KEY: generated once, in a file in the data folder that only its owner
 * may read.
 * @param folder - the data folder; created when it is missing
 * @throws the system's error where the file cannot be read or written
 */
export function readKeyFile(folder: string): string {
  const path = join(folder, 'secret.key');
  const mine = `${path}.${process.pid}`;
  mkdirSync(folder, { recursive: true });
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
  }
  writeDurably(mine, randomBytes(32).toString('base64url'));
  chmodSync(mine, 0o600);
  try {
    // The link is atomic: of two processes that start at the same time, both use the first one's key.
    linkSync(mine, path);
    // Without the key, the sealed secrets are lost: the file must survive a power cut.
    syncFolder(folder);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause;
  } finally {
    rmSync(mine);
  }
  return readFileSync(path, 'utf8');
}
