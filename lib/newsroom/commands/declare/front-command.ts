import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { CURATE } from '../../../accounts/permissions.ts';
import type { User } from '../../../accounts/user.ts';
import type { Transaction } from '../../../db/client.ts';
import { appendOutbox } from '../../../db/outbox.ts';
import { fronts } from '../../../db/schema/fronts.ts';
import { auditLog } from '../../../db/schema/newsroom.ts';
import { store } from '../../../db/store.ts';
import type { Locale } from '../../../i18n/locales.ts';
import { Refused } from '../../../refusal.ts';
import { inTransaction } from '../../change-article.ts';
import { defineCommand, type Command } from './define-command.ts';

/** What a command on a front changes: the data for the audit log and the outbox. */
interface FrontDeed {
  note: string;
  articleId?: number | null;
  /** Cache tags of the pages that show a difference. */
  tags: string[];
}

/**
 * Declares a command on a locale's front: checks the permission and the version, runs `change`, increments
 * the version, and writes the audit and outbox rows.
 * @param declared.input - has the `version` of the front that the user saw
 * @param declared.log - the verb under which the audit log and the outbox name the command
 */
export function frontCommand<Input extends z.ZodType<{ version: number }>>({
  change,
  ...declared
}: {
  input: Input;
  log: string;
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
          throw new Refused('forbidden', 'Your role does not reach to the front.');
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
        const { note, articleId = null, tags } = await change({ tx, locale, now }, input);
        const version = input.version + 1;
        await tx.update(fronts).set({ version }).where(eq(fronts.locale, locale));
        const verb = declared.log;
        await tx.insert(auditLog).values({ at: now, userId: user.id, articleId, verb, note });
        await appendOutbox(tx, { event: verb, tags });
        return { version };
      }),
  });
}
