/** The second factor: a code from an app that shares a key with us (RFC 6238), or a recovery code. */
import { randomBytes } from 'node:crypto';
import { and, count, eq, isNotNull, isNull, lt } from 'drizzle-orm';
import { Secret, TOTP } from 'otpauth';
import { publication } from '../../publication.config.ts';
import type { Role } from '../content/desk/roles.ts';
import type { Database, Transaction } from '../db/client.ts';
import { recoveryCodes, secondFactors } from '../db/schema/newsroom.ts';
import { seal, unseal } from './seal.ts';
import { store, type Store } from '../db/store.ts';
import { countTries, forgiveTries } from './throttle.ts';
import { hashToken } from './tokens.ts';
import type { User } from './user.ts';

/** Seconds for which an app shows one code; the same in every app. */
const PERIOD = 30;
const RECOVERY_CODES = 10;
/**
 * Crockford's alphabet: no letter can be mistaken for a digit. It has 32 characters, one for five bits of a
 * byte.
 */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const totp = (key: string, label = '') =>
  new TOTP({ issuer: publication.name, label, secret: Secret.fromBase32(key), period: PERIOD });

const about = (userId: number) => `user ${userId}`;

/** The second factor of a user as the account page shows it; null when it is off. */
export async function readSecondFactor(userId: number, { database }: Store = store()) {
  const [factor] = await database
    .select({ since: secondFactors.confirmedAt })
    .from(secondFactors)
    .where(and(eq(secondFactors.userId, userId), isNotNull(secondFactors.confirmedAt)));
  if (!factor?.since) return null;
  const [left] = await database
    .select({ codes: count() })
    .from(recoveryCodes)
    .where(eq(recoveryCodes.userId, userId));
  return { since: factor.since, codesLeft: left?.codes ?? 0 };
}

/** Whether the publication's configuration demands a second factor for the user's role. */
export const isSecondFactorDemanded = (
  { role }: Pick<User, 'role'>,
  demanded: readonly Role[] = publication.newsroom.secondFactor,
): boolean => demanded.includes(role);

/** Whether a user must still set up a demanded second factor: until then they can do nothing else. */
export async function lacksSecondFactor(
  user: User,
  from: Store = store(),
  demanded?: readonly Role[],
): Promise<boolean> {
  return isSecondFactorDemanded(user, demanded) && !(await readSecondFactor(user.id, from));
}

/**
 * Makes a key and returns it for the only time; no code is demanded at sign-in before a code confirms the
 * key.
 * @returns the key in base32 and the address for the app; null when a second factor is on: turn it off first
 */
export async function beginSecondFactor(
  user: User,
  database: Database | Transaction,
): Promise<{ key: string; address: string } | null> {
  const key = new Secret({ size: 20 }).base32;
  const sealedKey = seal(key, about(user.id));
  const [row] = await database
    .insert(secondFactors)
    .values({ userId: user.id, sealedKey })
    .onConflictDoUpdate({
      target: secondFactors.userId,
      set: { sealedKey, lastStep: 0 },
      setWhere: isNull(secondFactors.confirmedAt),
    })
    .returning({ userId: secondFactors.userId });
  return row ? { key, address: totp(key, user.email).toString() } : null;
}

/**
 * Turns the second factor on if the app's code is right.
 * @returns the recovery codes; null when the code is wrong
 */
export async function confirmSecondFactor(
  userId: number,
  code: string,
  from: { database: Transaction; clock: Store['clock'] },
): Promise<string[] | null> {
  if (!(await isAppsCode(userId, code, 'begun', from))) return null;
  await from.database
    .update(secondFactors)
    .set({ confirmedAt: from.clock.now() })
    .where(eq(secondFactors.userId, userId));
  return renewRecoveryCodes(userId, from.database);
}

/** Makes ten recovery codes; earlier codes become invalid. Only their hashes are stored. */
export async function renewRecoveryCodes(
  userId: number,
  database: Database | Transaction,
): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
  await database.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  await database
    .insert(recoveryCodes)
    .values(codes.map((code) => ({ userId, codeHash: hashToken(plain(code)) })));
  return codes;
}

/** Turns the second factor off and deletes the recovery codes. */
export async function endSecondFactor(
  userId: number,
  database: Database | Transaction,
): Promise<void> {
  await database.delete(secondFactors).where(eq(secondFactors.userId, userId));
  await database.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
}

/**
 * Checks the second factor of a user whose password was right.
 * @param code - the app's, or a recovery code; undefined when none was entered yet
 */
export async function passSecondFactor(
  userId: number,
  code: string | undefined,
  from: Store,
): Promise<'passed' | 'second_factor' | 'wrong_code' | 'throttled'> {
  if (!(await readSecondFactor(userId, from))) return 'passed';
  if (code === undefined) return 'second_factor';
  const tries = [{ kind: 'code', of: userId }] as const;
  if (!(await countTries(tries, from))) return 'throttled';
  const isRight = /^\d{6}$/.test(plain(code))
    ? await isAppsCode(userId, plain(code), 'confirmed', from)
    : await useRecoveryCode(userId, plain(code), from);
  if (!isRight) return 'wrong_code';
  await forgiveTries(tries, from);
  return 'passed';
}

/** Whether the app shows this code now, or half a minute before or after; each code is accepted once. */
async function isAppsCode(
  userId: number,
  code: string,
  state: 'begun' | 'confirmed',
  { database, clock }: { database: Database | Transaction; clock: Store['clock'] },
): Promise<boolean> {
  const isState = state === 'begun' ? isNull : isNotNull;
  const [factor] = await database
    .select({ sealedKey: secondFactors.sealedKey })
    .from(secondFactors)
    .where(and(eq(secondFactors.userId, userId), isState(secondFactors.confirmedAt)));
  if (!factor) return false;
  const timestamp = clock.now().getTime();
  const key = unseal(factor.sealedKey, about(userId));
  const delta = totp(key).validate({ token: plain(code), timestamp, window: 1 });
  if (delta === null) return false;
  const step = Math.floor(timestamp / 1000 / PERIOD) + delta;
  // Of two requests with the same code at the same time, on any instances, only one changes the step.
  const used = await database
    .update(secondFactors)
    .set({ lastStep: step })
    .where(and(eq(secondFactors.userId, userId), lt(secondFactors.lastStep, step)))
    .returning({ userId: secondFactors.userId });
  return used.length > 0;
}

async function useRecoveryCode(userId: number, code: string, { database }: Store) {
  const used = await database
    .delete(recoveryCodes)
    .where(and(eq(recoveryCodes.userId, userId), eq(recoveryCodes.codeHash, hashToken(code))))
    .returning({ userId: recoveryCodes.userId });
  return used.length > 0;
}

/** Eighty random bits as four groups: their hash cannot be reversed by trying all codes. */
function newRecoveryCode(): string {
  const letters = [...randomBytes(16)].map((byte) => LETTERS[byte % 32]).join('');
  return letters.replace(/.{4}(?=.)/g, '$&-');
}

/** A code as it is compared: without spaces and hyphens, in capitals. */
const plain = (code: string) => code.replace(/[\s-]/g, '').toUpperCase();
