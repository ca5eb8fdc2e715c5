import type { z } from 'zod';
import { personSchema, type Person } from '../../../accounts/accounts.ts';
import { invite } from '../../../accounts/invitations.ts';
import { MANAGE_PEOPLE } from '../../../accounts/permissions.ts';
import type { User } from '../../../accounts/user.ts';
import { auditLog, users } from '../../../db/schema/newsroom.ts';
import { store, type Store } from '../../../db/store.ts';
import { Refused } from '../../../refusal.ts';
import { ok } from '../../../result.ts';
import { inTransaction } from '../../change-article.ts';
import { deliverLink } from '../../deliver-link.ts';
import { defineCommand } from '../declare/define-command.ts';
import { locale } from '../declare/inputs.ts';
import { demandManager } from '../declare/person-command.ts';

const input = personSchema.extend({ mailLocale: locale });

/**
 * Adds an account, makes its one-time link and delivers it: `mailLocale` is the letter's language. An existing
 * account is refused: it is changed in the list.
 */
export const command = defineCommand({
  input,
  permission: MANAGE_PEOPLE,
  log: 'invite',
  refusals: ['person_exists'],
  run: async (
    user: User,
    _: null,
    { mailLocale, ...person }: z.output<typeof input>,
    from = store(),
  ) => {
    const made = await addPerson(user, person, from);
    return made.ok ? ok(await deliverLink(made.value, mailLocale)) : made;
  },
});

const addPerson = (user: User, person: Person, from: Store) =>
  inTransaction(from, async (tx) => {
    demandManager(user);
    const { email, name, role } = person;
    const [row] = await tx
      .insert(users)
      .values(person)
      .onConflictDoNothing()
      .returning({ id: users.id });
    if (!row) throw new Refused('person_exists', `${email} has an account already.`);
    const now = from.clock.now();
    await tx
      .insert(auditLog)
      .values({ at: now, userId: user.id, verb: 'invite', note: `${email} · ${role}` });
    return { token: await invite(tx, row.id, now), email, name };
  });
