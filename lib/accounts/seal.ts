import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { syncFolder, writeDurably } from '../durable-file.ts';
import { environment } from '../env.ts';
import { CodedError } from '../errors.ts';

const CIPHER = 'aes-256-gcm';
const IV = 12;
const TAG = 16;

/**
 * Seals what the database must give back but whoever reads the database must not have.
 * @param about - what it belongs to: sealed for one account, it opens for no other
 */
export function seal(text: string, about: string): string {
  const iv = randomBytes(IV);
  const cipher = createCipheriv(CIPHER, key(), iv).setAAD(Buffer.from(about));
  const sealed = [cipher.update(text, 'utf8'), cipher.final()];
  return Buffer.concat([iv, cipher.getAuthTag(), ...sealed]).toString('base64url');
}

/**
 * Opens what {@link seal} made.
 * @throws CodedError `secret_key` when it was sealed with another key, for something else, or changed
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

/** A key of 32 bytes for one purpose, made of the portal's own: none tells anything of another. */
export function keyFor(purpose: string): Buffer {
  const known = derived.get(purpose);
  if (known) return known;
  const { SECRET_KEY, DATA_DIR } = environment();
  const key = Buffer.from(hkdfSync('sha256', SECRET_KEY ?? readKeyFile(DATA_DIR), '', purpose, 32));
  derived.set(purpose, key);
  return key;
}

const key = () => keyFor('second factors');

/** The key of a portal to which none was given: made once, for its owner's eyes, beside the data. */
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
    // Whole or not at all: of two processes that begin at once, both go on with the first one's.
    linkSync(mine, path);
    // What it seals is lost with it: it must be there after a power cut.
    syncFolder(folder);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause;
  } finally {
    rmSync(mine);
  }
  return readFileSync(path, 'utf8');
}
