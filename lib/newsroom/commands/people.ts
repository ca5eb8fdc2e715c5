import { and, eq, isNotNull } from 'drizzle-orm';
import { z } from 'zod';
import { listUsers, postSchema, shutOut, type Person, type Post } from '../../accounts/accounts.ts';
import { invite } from '../../accounts/invitations.ts';
import { mayManagePeople } from '../../accounts/permissions.ts';
import { endSecondFactor } from '../../accounts/second-factor.ts';
import { store, type Store } from '../../accounts/store.ts';
import type { User } from '../../accounts/user.ts';
import type { Transaction } from '../../db/client.ts';
import { auditLog, users } from '../../db/schema/newsroom.ts';
import type { Result } from '../../result.ts';
import { inTransaction } from '../change-article.ts';
import { Refused, type Refusal } from '../../refusal.ts';

/** The token of a new one-time link, and the person it is for. */
export interface MadeLink {
  token: string;
  email: string;
  name: string;
}

/** All accounts, for an editor-in-chief. */
export function listPeople(user: User, from: Store = store()) {
  return inTransaction(from, (tx) => {
    demandChief(user);
    return listUsers(tx);
  });
}

/**
 * Adds an account and makes its one-time link.
 * @returns `person_exists` for an existing account: it is changed in the list
 */
export function invitePerson(user: User, person: Person, from: Store = store()) {
  return inTransaction(from, async (tx): Promise<MadeLink> => {
    demandChief(user);
    const [row] = await tx
      .insert(users)
      .values(person)
      .onConflictDoNothing()
      .returning({ id: users.id });
    if (!row) throw new Refused('person_exists', `${person.email} has an account already.`);
    await note(tx, user, from, 'invite', `${person.email} · ${person.role}`);
    const token = await invite(tx, row.id, from.clock.now());
    return { token, email: person.email, name: person.name };
  });
}

type Work<Wish, Value> = (work: {
  tx: Transaction;
  person: { id: number; email: string; name: string; isDisabled: boolean };
  wish: Wish;
  user: User;
  from: Store;
}) => Promise<Value>;

interface Command {
  schema: z.ZodType;
  run: Work<never, unknown>;
}

const command = <Schema extends z.ZodType, Value>(
  schema: Schema,
  run: Work<z.output<Schema>, Value>,
) => ({ schema, run });

const nothing = z.strictObject({});

/** The commands of an editor-in-chief on an account, by the names that they have in addresses. */
export const PEOPLE_COMMANDS = {
  change: command(postSchema, async ({ tx, person, wish }) => {
    await tx.update(users).set(wish).where(eq(users.id, person.id));
    return null;
  }),
  disable: command(nothing, async ({ tx, person, user, from }) => {
    if (person.id === user.id) {
      throw new Refused('own_account', 'You cannot disable your own account.');
    }
    await shutOut(tx, person.id, from.clock.now());
    return null;
  }),
  enable: command(nothing, async ({ tx, person }) => {
    await tx.update(users).set({ isDisabled: false }).where(eq(users.id, person.id));
    return null;
  }),
  link: command(nothing, async ({ tx, person, from }): Promise<MadeLink> => {
    if (person.isDisabled) throw new Refused('wrong_status', `${person.name} is blocked.`);
    const { id, email, name } = person;
    return { token: await invite(tx, id, from.clock.now()), email, name };
  }),
  'remove-second-factor': command(nothing, async ({ tx, person }) => {
    await endSecondFactor(person.id, tx);
    return null;
  }),
} as const satisfies Record<string, Command>;
export type PeopleCommandName = keyof typeof PEOPLE_COMMANDS;

/** Whether a name in an address is a command on an account. */
export const isPeopleCommand = (name: string): name is PeopleCommandName =>
  Object.hasOwn(PEOPLE_COMMANDS, name);

/**
 * Validates the input of a command and runs it. Afterwards at least one editor-in-chief must be able to sign
 * in, to manage the other accounts.
 * @param wish - the input as it was received, not validated
 */
export function changePerson(
  name: PeopleCommandName,
  user: User,
  personId: number,
  wish: unknown,
  from: Store = store(),
): Promise<Result<unknown, Refusal>> {
  const { schema, run } = PEOPLE_COMMANDS[name] as Command;
  return inTransaction(from, async (tx) => {
    demandChief(user);
    // When two editors-in-chief disable each other at the same time, the second is the last one and is
    // refused.
    await lockChiefs(tx);
    const parsed = schema.safeParse(wish);
    if (!parsed.success) throw new Refused('invalid', z.prettifyError(parsed.error));
    const [person] = await tx
      .select({ id: users.id, email: users.email, name: users.name, isDisabled: users.isDisabled })
      .from(users)
      .where(eq(users.id, personId))
      .for('update');
    if (!person) throw new Refused('missing', 'There is no such person.');
    const value = await run({ tx, person, wish: parsed.data as never, user, from });
    if ((await lockChiefs(tx)) === 0) {
      throw new Refused('last_chief', 'No editor-in-chief who can sign in would be left.');
    }
    const { role } = parsed.data as Partial<Post>;
    await note(tx, user, from, name, [person.email, role].filter(Boolean).join(' · '));
    return value;
  });
}

function demandChief(user: User): void {
  if (!mayManagePeople(user)) {
    throw new Refused('forbidden', 'Only an editor-in-chief manages people.');
  }
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

const note = (tx: Transaction, user: User, { clock }: Store, verb: string, about: string) =>
  tx.insert(auditLog).values({ at: clock.now(), userId: user.id, verb, note: about });
