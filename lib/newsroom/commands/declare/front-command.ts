import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { CURATE } from '../../../accounts/permissions.ts';
import type { User } from '../../../accounts/user.ts';
import type { Transaction } from '../../../db/client.ts';
import { fronts } from '../../../db/schema/fronts.ts';
import { auditLog } from '../../../db/schema/newsroom.ts';
import { store } from '../../../db/store.ts';
import { append } from '../../../events/append.ts';
import type { PortalEvent } from '../../../events/events.ts';
import type { Locale } from '../../../i18n/locales.ts';
import { Refused } from '../../../refusal.ts';
import { inTransaction } from '../../change-article.ts';
import { defineCommand, type Command } from './define-command.ts';

/** What a command on a front changes: the data for the audit log. */
interface FrontDeed {
  note: string;
  articleId?: number | null;
}

/**
 * Declares a command on a locale's front: checks the permission and the version, runs `change`, increments
 * the version, writes the audit row and appends the event.
 * @param declared.input - has the `version` of the front that the user saw
 * @param declared.log - the verb under which the audit log names the command
 */
export function frontCommand<Input extends z.ZodType<{ version: number }>>({
  change,
  ...declared
}: {
  input: Input;
  log: string;
  event: Extract<PortalEvent, { locale: Locale }>['type'];
  change: (
    work: { tx: Transaction; locale: Locale; now: Date },
    input: z.output<Input>,
  ) => Promise<FrontDeed>;
}): Command<Locale, Input, { version: number }, 'stale'> {
  return defineCommand({
    ...declared,
    permission: CURATE,
    refusals: ['stale'],
    run: (user: User, locale: Locale, input: z.output<Input>, from = store()) =>
      inTransaction(from, async (tx) => {
        if (CURATE[user.role] === 'none')
          throw new Refused('forbidden', 'Your role does not allow changing the front.');
        const now = from.clock.now();
        await tx.insert(fronts).values({ locale }).onConflictDoNothing();
        const [front] = await tx
          .select()
          .from(fronts)
          .where(eq(fronts.locale, locale))
          .for('update');
        if (front?.version !== input.version) {
          throw new Refused('stale', 'Somebody changed this front meanwhile.', front?.version);
        }
        const { note, articleId = null } = await change({ tx, locale, now }, input);
        const version = input.version + 1;
        await tx.update(fronts).set({ version }).where(eq(fronts.locale, locale));
        const verb = declared.log;
        await tx.insert(auditLog).values({ at: now, userId: user.id, articleId, verb, note });
        await append(tx, { type: declared.event, locale });
        return { version };
      }),
  });
}
