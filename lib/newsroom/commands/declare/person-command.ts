import { and, eq, isNotNull } from 'drizzle-orm';
import type { z } from 'zod';
import { MANAGE_PEOPLE, mayManagePeople } from '../../../accounts/permissions.ts';
import type { User } from '../../../accounts/user.ts';
import type { Transaction } from '../../../db/client.ts';
import { auditLog, users } from '../../../db/schema/newsroom.ts';
import { store, type Store } from '../../../db/store.ts';
import { Refused, type Refusal, type RefusalCode } from '../../../refusal.ts';
import { refuse, type Result } from '../../../result.ts';
import { inTransaction } from '../../change-article.ts';
import { defineCommand, type Command } from './define-command.ts';

/** What a command on an account works with. */
interface PersonWork {
  tx: Transaction;
  person: { id: number; email: string; name: string; isDisabled: boolean };
  user: User;
  now: Date;
}

/** Declares a command of an editor-in-chief on an account, with what the audit log notes besides its address. */
export function personCommand<Input extends z.ZodType, Value, const Code extends RefusalCode>({
  about = () => null,
  change,
  refusals,
  ...declared
}: {
  input: Input;
  log: string;
  refusals: readonly Code[];
  about?: (input: z.output<Input>) => string | null;
  change: (work: PersonWork, input: z.output<Input>) => Promise<Value>;
}): Command<number, Input, Value, Code | 'last_chief'> {
  return managersFirst(
    defineCommand({
      ...declared,
      permission: MANAGE_PEOPLE,
      refusals: [...refusals, 'last_chief'] as const,
      run: (user: User, personId: number, input: z.output<Input>, from = store()) =>
        changePerson(user, personId, { log: declared.log, about: about(input) }, from, (work) =>
          change(work, input),
        ),
    }),
  );
}

/** A command whose input is looked at only for those who manage people: others are refused first. */
export const managersFirst = <Input extends z.ZodType, Value, Code extends RefusalCode>(
  command: Command<number, Input, Value, Code>,
): Command<number, Input, Value, Code> => ({
  ...command,
  receive: async (user, personId, body, from) =>
    mayManagePeople(user)
      ? command.receive(user, personId, body, from)
      : refuse({ code: 'forbidden', message: NOT_MANAGER }),
});

/**
 * One command on one account. Afterwards at least one editor-in-chief must be able to sign in, to manage the
 * other accounts.
 * @param noted.about - what the audit log notes besides the account's e-mail address
 */
export function changePerson<Value>(
  user: User,
  personId: number,
  { log, about = null }: { log: string; about?: string | null },
  from: Store,
  work: (work: PersonWork) => Promise<Value>,
): Promise<Result<Value, Refusal>> {
  return inTransaction(from, async (tx) => {
    demandManager(user);
    // When two editors-in-chief disable each other at the same time, the second is the last one and is
    // refused.
    await lockChiefs(tx);
    const person = await lockPerson(tx, personId);
    const now = from.clock.now();
    const value = await work({ tx, person, user, now });
    if ((await lockChiefs(tx)) === 0) {
      throw new Refused('last_chief', 'No editor-in-chief who can sign in would be left.');
    }
    const note = [person.email, about].filter(Boolean).join(' · ');
    await tx.insert(auditLog).values({ at: now, userId: user.id, verb: log, note });
    return value;
  });
}

const NOT_MANAGER = 'Only an editor-in-chief manages people.';

/**
 * Refuses a user who does not manage people.
 * @throws Refused `forbidden`
 */
export function demandManager(user: User): void {
  if (!mayManagePeople(user)) throw new Refused('forbidden', NOT_MANAGER);
}

async function lockPerson(tx: Transaction, id: number): Promise<PersonWork['person']> {
  const [person] = await tx
    .select({ id: users.id, email: users.email, name: users.name, isDisabled: users.isDisabled })
    .from(users)
    .where(eq(users.id, id))
    .for('update');
  if (!person) throw new Refused('missing', 'There is no such person.');
  return person;
}

/**
 * Locks the rows of all editors-in-chief who can sign in until the transaction ends; returns their number.
 */
async function lockChiefs(tx: Transaction): Promise<number> {
  const chiefs = await tx
    .select({ id: users.id })
    .from(users)
    .where(
      and(
        eq(users.role, 'editor-in-chief'),
        eq(users.isDisabled, false),
        isNotNull(users.passwordHash),
      ),
    )
    .orderBy(users.id)
    .for('update');
  return chiefs.length;
}
