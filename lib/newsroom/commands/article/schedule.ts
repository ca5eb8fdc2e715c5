import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { PUBLISH } from '../../../accounts/permissions.ts';
import { articles } from '../../../db/schema/articles.ts';
import { Refused } from '../../../refusal.ts';
import { demandVersion } from '../../change-article.ts';
import { articleCommand } from '../declare/article-command.ts';
import { moment, version } from '../declare/inputs.ts';

/** Milliseconds by which a schedule may lie in the past: filling in and sending a form takes a while. */
const LATE = 60_000;

/**
 * Schedules an article for publication; revisions saved until then are published with it.
 * `version` is the revision that the user saw: refused as `stale` when there is a newer one.
 */
export const command = articleCommand({
  input: z.strictObject({ version, at: moment }),
  permission: PUBLISH,
  statuses: ['draft', 'in_review', 'scheduled'],
  log: 'schedule',
  refusals: ['stale'],
  change: async ({ tx, article, now }, { version: seen, at }) => {
    demandVersion(article, seen);
    if (at.getTime() < now.getTime() - LATE) {
      throw new Refused('invalid', 'The moment is in the past.');
    }
    await tx
      .update(articles)
      .set({ status: 'scheduled', publishedAt: at })
      .where(eq(articles.id, article.id));
    return { value: null, note: at.toISOString() };
  },
});
