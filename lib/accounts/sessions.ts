import { and, desc, eq, gt, lt, ne, or } from 'drizzle-orm';
import type { Database, Transaction } from '../db/client.ts';
import { sessions, users } from '../db/schema/newsroom.ts';
import { refuse, ok, type Result } from '../result.ts';
import { deviceKnownTo, knownDeviceFor } from './known-device.ts';
import { networkOf } from '../network.ts';
import { isPassword } from './password.ts';
import { store, type Store } from '../db/store.ts';
import { passSecondFactor } from './second-factor.ts';
import { countTries, forgiveTries, type Try } from './throttle.ts';
import { hashToken, newToken } from './tokens.ts';
import { userColumns, type User } from './user.ts';

/** Milliseconds without a request after which a session ends. */
const IDLE = 12 * 3_600_000;
/** Milliseconds after which a session ends in any case, and for which the browser keeps the cookie. */
export const LONGEST_SESSION = 7 * 86_400_000;
/** Milliseconds between two updates of the time a session was last seen; not at every request. */
const NOTE_EVERY = 60_000;

/** The data of one sign-in attempt. */
export interface Attempt {
  /** In lower case. */
  email: string;
  password: string;
  /** A code of the second factor, or a recovery code. */
  code?: string | undefined;
  /** The client's IP address, as the server determined it. */
  address: string;
  /** The value of the browser's device cookie. */
  known?: string | null;
  device?: string | null;
}

/**
 * Signs a user in. The response and its time are the same whether the account is missing or disabled or the
 * password is wrong; the session is always a new one. A second factor is only mentioned after the right
 * password.
 * @returns the token for the session cookie, and the value of the device cookie
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

/**
 * The limits that a sign-in counts against: in a browser known for the account, only the limit of that
 * browser.
 */
const triesOf = (email: string, network: string, device: string | null): Try[] =>
  device !== null
    ? [{ kind: 'device', of: device }]
    : [
        { kind: 'address', of: network },
        { kind: 'pair', of: `${email} ${network}` },
        { kind: 'account', of: email },
      ];

/**
 * Begins a session and deletes the sessions that ended, of all users.
 * @param device - browser and system as of `deviceOf`, for the list of sessions
 * @returns the token for the cookie
 */
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

/** The user of a session token; null when the session has ended or never existed. */
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

/** The sessions of a user, the last used first; `isThis` marks the session of the given token. */
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

/** Ends all sessions of a user. */
export async function endAllSessions(
  userId: number,
  { database }: { database: Database | Transaction } = store(),
): Promise<void> {
  await database.delete(sessions).where(eq(sessions.userId, userId));
}

/** Ends all sessions of a user except that of the given token. */
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

/** The condition of a valid session: not idle for too long, and not too old even when it is in use. */
const holdsAt = (now: Date) =>
  and(
    gt(sessions.createdAt, before(now, LONGEST_SESSION)),
    gt(sessions.lastSeenAt, before(now, IDLE)),
  );
