import { and, eq, gt, lt, or } from 'drizzle-orm';
import { sessions, users } from '../db/schema/newsroom.ts';
import { refuse, ok, type Result } from '../result.ts';
import { isPassword } from './password.ts';
import { store, type Store } from './store.ts';
import { countAttempt, forgiveAttempts, type Attempt } from './throttle.ts';
import { hashToken, newToken } from './tokens.ts';
import { userColumns, type User } from './user.ts';

/** Milliseconds without a request after which a session ends, and after which it ends in any case. */
const IDLE = 12 * 3_600_000;
/** Also how long the browser keeps the cookie. */
export const LONGEST_SESSION = 7 * 86_400_000;
/** A session is noted as in use once in so many milliseconds, not at every request. */
const NOTE_EVERY = 60_000;

/**
 * Signs somebody in. One answer and one time whether the account is missing, disabled or has another
 * password; the session is always a new one.
 * @returns the token for the cookie
 */
export async function signIn(
  attempt: Attempt & { password: string },
  from: Store = store(),
): Promise<Result<{ token: string; user: User }, 'throttled' | 'wrong'>> {
  const { database } = from;
  if (!(await countAttempt(attempt, from))) return refuse('throttled');
  const [account] = await database
    .select({ user: userColumns, passwordHash: users.passwordHash })
    .from(users)
    .where(and(eq(users.email, attempt.email), eq(users.isDisabled, false)));
  if (!(await isPassword(attempt.password, account?.passwordHash ?? null)) || !account) {
    return refuse('wrong');
  }
  await forgiveAttempts(attempt, from);
  const { user } = account;
  return ok({ token: await beginSession(user.id, from), user });
}

/** Begins a session and clears away those that ended. */
export async function beginSession(userId: number, { database, clock }: Store): Promise<string> {
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
    .values({ tokenHash: hashToken(token), userId, createdAt: now, lastSeenAt: now });
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
      and(
        eq(sessions.tokenHash, hashToken(token)),
        gt(sessions.createdAt, before(now, LONGEST_SESSION)),
        gt(sessions.lastSeenAt, before(now, IDLE)),
        eq(users.isDisabled, false),
      ),
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

/** Ends every session of somebody. */
export async function endAllSessions(userId: number, { database }: Store = store()): Promise<void> {
  await database.delete(sessions).where(eq(sessions.userId, userId));
}

const before = (now: Date, span: number) => new Date(now.getTime() - span);
