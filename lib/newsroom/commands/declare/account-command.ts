import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { isPassword } from '../../../accounts/password.ts';
import { OWN_ACCOUNT } from '../../../accounts/permissions.ts';
import { countTries, forgiveTries } from '../../../accounts/throttle.ts';
import type { User } from '../../../accounts/user.ts';
import type { Transaction } from '../../../db/client.ts';
import { auditLog, users } from '../../../db/schema/newsroom.ts';
import { store, type Store } from '../../../db/store.ts';
import type { Refusal, RefusalCode } from '../../../refusal.ts';
import { refuse, type Result } from '../../../result.ts';
import { inTransaction } from '../../change-article.ts';
import { defineCommand, type Command } from './define-command.ts';

/** What a command on the user's own account works with. */
interface AccountWork {
  tx: Transaction;
  user: User;
  /** The token of the session that sends the command. */
  token: string;
  now: Date;
}

interface Declaration<Input extends z.ZodType, Value, Code extends RefusalCode> {
  input: Input;
  log: string;
  refusals: readonly Code[];
  change: (work: AccountWork, input: z.output<Input>) => Promise<Value>;
}

/** The user's own password, to be entered again. */
export const ownPassword = z.string().max(200);

/** Declares a command on the user's own account; it is run on the token of the session that sends it. */
export function accountCommand<Input extends z.ZodType, Value, const Code extends RefusalCode>({
  change,
  ...declared
}: Declaration<Input, Value, Code>): Command<string, Input, Value, Code> {
  return defineCommand({
    ...declared,
    permission: OWN_ACCOUNT,
    run: (user: User, token: string, input: z.output<Input>, from = store()) =>
      changeAccount(user, declared.log, from, (tx) =>
        change({ tx, user, token, now: from.clock.now() }, input),
      ),
  });
}

/** Declares one that is a guess at a code: the tries are counted. */
export function guessCommand<Input extends z.ZodType, Value, const Code extends RefusalCode>({
  change,
  refusals,
  ...declared
}: Declaration<Input, Value, Code>): Command<string, Input, Value, Code | 'throttled'> {
  return defineCommand({
    ...declared,
    permission: OWN_ACCOUNT,
    refusals: [...refusals, 'throttled'] as const,
    run: (user: User, token: string, input: z.output<Input>, from = store()) =>
      countingTries(user, from, () =>
        changeAccount(user, declared.log, from, (tx) =>
          change({ tx, user, token, now: from.clock.now() }, input),
        ),
      ),
  });
}

/** Declares one for which the user must enter their own password again: the tries are counted. */
export function passwordCommand<
  Input extends z.ZodType<{ ownPassword: string }>,
  Value,
  const Code extends RefusalCode,
>({
  change,
  refusals,
  ...declared
}: Declaration<Input, Value, Code>): Command<
  string,
  Input,
  Value,
  Code | 'throttled' | 'wrong_password'
> {
  return defineCommand({
    ...declared,
    permission: OWN_ACCOUNT,
    refusals: [...refusals, 'throttled', 'wrong_password'] as const,
    run: (user: User, token: string, input: z.output<Input>, from = store()) =>
      countingTries(user, from, async () =>
        (await isOwnPassword(user, input.ownPassword, from))
          ? changeAccount(user, declared.log, from, (tx) =>
              change({ tx, user, token, now: from.clock.now() }, input),
            )
          : refuse({ code: 'wrong_password', message: 'This is not your password.' }),
      ),
  });
}

/** Without a limit on attempts, a code or a password could be guessed. */
async function countingTries<Value>(
  user: User,
  from: Store,
  run: () => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal>> {
  const tries = [{ kind: 'password', of: user.id }] as const;
  if (!(await countTries(tries, from))) {
    return refuse({ code: 'throttled', message: 'Too many attempts: wait a quarter of an hour.' });
  }
  const result = await run();
  if (result.ok) await forgiveTries(tries, from);
  return result;
}

function changeAccount<Value>(
  user: User,
  verb: string,
  from: Store,
  change: (tx: Transaction) => Promise<Value>,
): Promise<Result<Value, Refusal>> {
  return inTransaction(from, async (tx) => {
    const value = await change(tx);
    await tx.insert(auditLog).values({ at: from.clock.now(), userId: user.id, verb });
    return value;
  });
}

async function isOwnPassword(user: User, password: string, { database }: Store): Promise<boolean> {
  const [row] = await database
    .select({ passwordHash: users.passwordHash })
    .from(users)
    .where(eq(users.id, user.id));
  return isPassword(password, row?.passwordHash ?? null);
}
