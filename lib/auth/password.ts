import { hash, verify } from '@node-rs/argon2';
import { z } from 'zod';

/** Argon2id with 19 MiB and two passes, as OWASP's cheat sheet asks; the library's own choice is the same. */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Long enough not to be guessed, short enough not to be a burden on the hash. */
export const passwordSchema = z.string().min(12).max(200);

/** The hash of no password, made once: an account that is missing takes the time of one that is there. */
let decoy: Promise<string> | undefined;

export const hashPassword = (password: string): Promise<string> => hash(password, OPTIONS);

/**
 * Whether a password is the one that was hashed; takes as long when there is no hash.
 * @param passwordHash - null where the account is missing or has no password yet
 */
export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  decoy ??= hash('', OPTIONS);
  const isRight = await verify(passwordHash ?? (await decoy), password);
  return isRight && passwordHash !== null;
}
