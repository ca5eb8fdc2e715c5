import { z } from 'zod';
import { invite } from '../../../accounts/invitations.ts';
import { MANAGE_PEOPLE } from '../../../accounts/permissions.ts';
import type { User } from '../../../accounts/user.ts';
import { store } from '../../../db/store.ts';
import type { Locale } from '../../../i18n/locales.ts';
import { Refused } from '../../../refusal.ts';
import { ok } from '../../../result.ts';
import { deliverLink } from '../../deliver-link.ts';
import { defineCommand } from '../declare/define-command.ts';
import { locale } from '../declare/inputs.ts';
import { changePerson, managersFirst } from '../declare/person-command.ts';

/** Makes a new one-time link for an account, and delivers it: `mailLocale` is the letter's language. */
export const command = managersFirst(
  defineCommand({
    input: z.strictObject({ mailLocale: locale }),
    permission: MANAGE_PEOPLE,
    log: 'link',
    refusals: ['last_chief'],
    run: async (
      user: User,
      personId: number,
      { mailLocale }: { mailLocale: Locale },
      from = store(),
    ) => {
      const made = await changePerson(
        user,
        personId,
        { log: 'link' },
        from,
        async ({ tx, person, now }) => {
          if (person.isDisabled) throw new Refused('wrong_status', `${person.name} is blocked.`);
          const { id, email, name } = person;
          return { token: await invite(tx, id, now), email, name };
        },
      );
      return made.ok ? ok(await deliverLink(made.value, mailLocale)) : made;
    },
  }),
);
