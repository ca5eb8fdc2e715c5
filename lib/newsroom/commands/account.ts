/** The commands of a user on their own account, by the names that they have in addresses. */
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { postSchema } from '../../accounts/accounts.ts';
import { hashPassword, isGuessable, isPassword, passwordSchema } from '../../accounts/password.ts';
import {
  beginSecondFactor,
  confirmSecondFactor,
  endSecondFactor,
  isSecondFactorDemanded,
  renewRecoveryCodes,
} from '../../accounts/second-factor.ts';
import { endAllSessions, endOtherSessions } from '../../accounts/sessions.ts';
import { store, type Store } from '../../accounts/store.ts';
import { countTries, forgiveTries } from '../../accounts/throttle.ts';
import type { User } from '../../accounts/user.ts';
import type { Transaction } from '../../db/client.ts';
import { auditLog, invitations, secondFactors, sessions, users } from '../../db/schema/newsroom.ts';
import { refuse, type Result } from '../../result.ts';
import { inTransaction } from '../change-article.ts';
import { Refused, type Refusal } from '../../refusal.ts';

interface Context {
  tx: Transaction;
  user: User;
  /** The token of the session that sends the command. */
  token: string;
  from: Store;
}

interface Command {
  schema: z.ZodType;
  /** Whether the user must enter their own password again. */
  asksPassword: boolean;
  run: (wish: never, context: Context) => Promise<unknown>;
}

const command = <Schema extends z.ZodType>(
  schema: Schema,
  run: (wish: z.output<Schema>, context: Context) => Promise<unknown>,
) => ({ schema, run, asksPassword: false });

const behindPassword = <Shape extends z.ZodRawShape>(
  shape: Shape,
  run: (wish: z.output<z.ZodObject<Shape>>, context: Context) => Promise<unknown>,
) => ({
  schema: z.strictObject({ ...shape, ownPassword: z.string().max(200) }),
  run,
  asksPassword: true,
});

const code = z.string().trim().min(1).max(40);

export const ACCOUNT_COMMANDS = {
  rename: command(postSchema.pick({ name: true }), async ({ name }, { tx, user }) => {
    await tx.update(users).set({ name }).where(eq(users.id, user.id));
    return null;
  }),
  'change-password': behindPassword(
    { password: passwordSchema },
    async ({ password }, { tx, user, token }) => {
      if (await isGuessable(password, [user.email, user.name]))
        throw new Refused('common_password', 'This password is among the first that guessers try.');
      const passwordHash = await hashPassword(password);
      await tx.update(users).set({ passwordHash }).where(eq(users.id, user.id));
      await endOtherSessions(user.id, token, tx);
      // An open one-time link becomes invalid too: another person may have requested it.
      await tx.delete(invitations).where(eq(invitations.userId, user.id));
      return null;
    },
  ),
  'begin-second-factor': behindPassword({}, async (_, { tx, user }) => {
    const begun = await beginSecondFactor(user, tx);
    if (!begun) throw new Refused('wrong_status', 'A second factor is on: turn it off first.');
    return begun;
  }),
  'confirm-second-factor': command(z.strictObject({ code }), async (wish, { tx, user, from }) => {
    const own = { database: tx, clock: from.clock };
    const codes = await confirmSecondFactor(user.id, wish.code, own);
    if (!codes) throw new Refused('wrong_code', 'This is not the code that the app shows now.');
    return { codes };
  }),
  'renew-recovery-codes': behindPassword({}, async (_, { tx, user }) => {
    const [factor] = await tx
      .select({ since: secondFactors.confirmedAt })
      .from(secondFactors)
      .where(eq(secondFactors.userId, user.id));
    if (!factor?.since) throw new Refused('wrong_status', 'No second factor is on.');
    return { codes: await renewRecoveryCodes(user.id, tx) };
  }),
  'end-second-factor': behindPassword({}, async (_, { tx, user }) => {
    if (isSecondFactorDemanded(user))
      throw new Refused('forbidden', 'This portal demands a second factor of your role.');
    await endSecondFactor(user.id, tx);
    return null;
  }),
  'end-session': command(
    z.strictObject({ sessionId: z.number().int().min(1) }),
    async ({ sessionId }, { tx, user }) => {
      const ended = await tx
        .delete(sessions)
        .where(and(eq(sessions.id, sessionId), eq(sessions.userId, user.id)))
        .returning({ id: sessions.id });
      if (ended.length === 0) throw new Refused('missing', 'There is no such session.');
      return null;
    },
  ),
  'sign-out-everywhere': command(z.strictObject({}), async (_, { tx, user }) => {
    await endAllSessions(user.id, { database: tx });
    return null;
  }),
} as const satisfies Record<string, Command>;
export type AccountCommandName = keyof typeof ACCOUNT_COMMANDS;

/** Whether a name in an address is an account command. */
export const isAccountCommand = (name: string): name is AccountCommandName =>
  Object.hasOwn(ACCOUNT_COMMANDS, name);

/**
 * Validates the input of a command, checks the user's own password where the command demands it, and runs
 * the command.
 * @param wish - the input as it was received, not validated
 * @param token - of the session that sends the command
 */
export async function changeAccount(
  name: AccountCommandName,
  user: User,
  wish: unknown,
  token: string,
  from: Store = store(),
): Promise<Result<unknown, Refusal>> {
  const { schema, run, asksPassword } = ACCOUNT_COMMANDS[name] as Command;
  const parsed = schema.safeParse(wish);
  if (!parsed.success) {
    return refuse({ code: 'invalid', message: z.prettifyError(parsed.error) });
  }
  // Without a limit on attempts, a code or a password could be guessed.
  const isTry = asksPassword || name === 'confirm-second-factor';
  const tries = [{ kind: 'password', of: user.id }] as const;
  if (isTry && !(await countTries(tries, from))) {
    return refuse({ code: 'throttled', message: 'Too many attempts: wait a quarter of an hour.' });
  }
  const { ownPassword } = parsed.data as { ownPassword?: string };
  if (asksPassword && !(await isOwnPassword(user, ownPassword ?? '', from))) {
    return refuse({ code: 'wrong_password', message: 'This is not your password.' });
  }
  const result = await inTransaction(from, async (tx) => {
    const value = await run(parsed.data as never, { tx, user, token, from });
    await tx.insert(auditLog).values({ at: from.clock.now(), userId: user.id, verb: name });
    return value;
  });
  if (isTry && result.ok) await forgiveTries(tries, from);
  return result;
}

async function isOwnPassword(user: User, password: string, { database }: Store): Promise<boolean> {
  const [row] = await database
    .select({ passwordHash: users.passwordHash })
    .from(users)
    .where(eq(users.id, user.id));
  return isPassword(password, row?.passwordHash ?? null);
}
