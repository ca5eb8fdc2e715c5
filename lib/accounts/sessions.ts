import { and, desc, eq, gt, lt, ne, or } from 'drizzle-orm';
import type { Database, Transaction } from '../db/client.ts';
import { sessions, users } from '../db/schema/newsroom.ts';
import { refuse, ok, type Result } from '../result.ts';
import { deviceKnownTo, knownDeviceFor } from './known-device.ts';
import { networkOf } from '../network.ts';
import { isPassword } from './password.ts';
import { store, type Store } from './store.ts';
import { passSecondFactor } from './second-factor.ts';
import { countTries, forgiveTries, type Try } from './throttle.ts';
import { hashToken, newToken } from './tokens.ts';
import { userColumns, type User } from './user.ts';

/** Milliseconds without a request after which a session ends, and after which it ends in any case. */
const IDLE = 12 * 3_600_000;
/** Also how long the browser keeps the cookie. */
export const LONGEST_SESSION = 7 * 86_400_000;
/** A session is noted as in use once in so many milliseconds, not at every request. */
const NOTE_EVERY = 60_000;

/** What somebody brings to the door. */
export interface Attempt {
  /** In small letters. */
  email: string;
  password: string;
  /** Of the second factor, or a recovery code. */
  code?: string | undefined;
  /** Of the network; as the door saw it. */
  address: string;
  /** What the browser's cookie says of earlier sign-ins. */
  known?: string | null;
  device?: string | null;
}

/**
 * Signs somebody in. One answer and one time whether the account is missing, disabled or has another
 * password; the session is always a new one. Only with the right password is a second factor spoken of.
 * @returns the token for the cookie, and what the browser is known by from now on
 */
export async function signIn(
  { email, password, code, address, known = null, device = null }: Attempt,
  from: Store = store(),
): Promise<
  Result<
    { token: string; known: string; user: User },
    'throttled' | 'wrong' | 'second_factor' | 'wrong_code'
  >
> {
  const tries = triesOf(email, networkOf(address), deviceKnownTo(email, known));
  if (!(await countTries(tries, from))) return refuse('throttled');
  const [row] = await from.database
    .select({ user: userColumns, passwordHash: users.passwordHash })
    .from(users)
    .where(and(eq(users.email, email), eq(users.isDisabled, false)));
  if (!(await isPassword(password, row?.passwordHash ?? null)) || !row) return refuse('wrong');
  const { user } = row;
  const passed = await passSecondFactor(user.id, code, from);
  if (passed !== 'passed') return refuse(passed);
  const own = tries.filter(({ kind }) => kind === 'pair' || kind === 'device');
  await forgiveTries(own, from);
  const token = await beginSession(user.id, device, from);
  return ok({ token, known: knownDeviceFor(email, known), user });
}

/** What a sign-in counts against: in a browser that its owner has used before, against that alone. */
const triesOf = (email: string, network: string, device: string | null): Try[] =>
  device !== null
    ? [{ kind: 'device', of: device }]
    : [
        { kind: 'address', of: network },
        { kind: 'pair', of: `${email} ${network}` },
        { kind: 'account', of: email },
      ];

/** Begins a session and clears away those that ended. */
export async function beginSession(
  userId: number,
  device: string | null,
  { database, clock }: Store,
): Promise<string> {
  const now = clock.now();
  const token = newToken();
  await database
    .delete(sessions)
    .where(
      or(
        lt(sessions.createdAt, before(now, LONGEST_SESSION)),
        lt(sessions.lastSeenAt, before(now, IDLE)),
      ),
    );
  await database
    .insert(sessions)
    .values({ tokenHash: hashToken(token), userId, createdAt: now, lastSeenAt: now, device });
  return token;
}

/** Who a cookie's token stands for; null when its session has ended or never was. */
export async function readSession(token: string, from: Store = store()): Promise<User | null> {
  const { database, clock } = from;
  const now = clock.now();
  const [row] = await database
    .select({ ...userColumns, lastSeenAt: sessions.lastSeenAt })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(
      and(eq(sessions.tokenHash, hashToken(token)), holdsAt(now), eq(users.isDisabled, false)),
    );
  if (!row) return null;
  const { lastSeenAt, ...user } = row;
  if (now.getTime() - lastSeenAt.getTime() > NOTE_EVERY) {
    await database
      .update(sessions)
      .set({ lastSeenAt: now })
      .where(eq(sessions.tokenHash, hashToken(token)));
  }
  return user;
}

/** Ends the session of one cookie. */
export async function endSession(token: string, { database }: Store = store()): Promise<void> {
  await database.delete(sessions).where(eq(sessions.tokenHash, hashToken(token)));
}

/** Where somebody is signed in, newest first; `isThis` is the one whose token is given. */
export async function listSessions(
  userId: number,
  token: string,
  { database, clock }: Store = store(),
) {
  const rows = await database
    .select()
    .from(sessions)
    .where(and(eq(sessions.userId, userId), holdsAt(clock.now())))
    .orderBy(desc(sessions.lastSeenAt), desc(sessions.id));
  return rows.map(({ id, device, createdAt, lastSeenAt, tokenHash }) => ({
    id,
    device,
    since: createdAt.toISOString(),
    lastSeen: lastSeenAt.toISOString(),
    isThis: tokenHash === hashToken(token),
  }));
}

/** Ends every session of somebody. */
export async function endAllSessions(
  userId: number,
  { database }: { database: Database | Transaction } = store(),
): Promise<void> {
  await database.delete(sessions).where(eq(sessions.userId, userId));
}

/** Ends every session of somebody but the one whose token is given. */
export async function endOtherSessions(
  userId: number,
  token: string,
  database: Database | Transaction,
): Promise<void> {
  await database
    .delete(sessions)
    .where(and(eq(sessions.userId, userId), ne(sessions.tokenHash, hashToken(token))));
}

const before = (now: Date, span: number) => new Date(now.getTime() - span);

/** Neither idle for too long nor too old however busy. */
const holdsAt = (now: Date) =>
  and(
    gt(sessions.createdAt, before(now, LONGEST_SESSION)),
    gt(sessions.lastSeenAt, before(now, IDLE)),
  );
