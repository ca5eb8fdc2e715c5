import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { WRITE } from '../../../accounts/permissions.ts';
import { articles } from '../../../db/schema/articles.ts';
import { Refused } from '../../../refusal.ts';
import { articleCommand } from '../declare/article-command.ts';
import { version } from '../declare/inputs.ts';

/**
 * Marks a translation as up to date with its original: it becomes stale again only when the original is
 * changed for readers after this.
 * `original` is the version of the original that the user compared: refused as `stale` when there is a newer
 * one; null: not checked.
 */
export const command = articleCommand({
  input: z.strictObject({ original: version.nullable().default(null) }),
  permission: WRITE,
  log: 'mark-current',
  refusals: ['stale'],
  change: async ({ tx, article }, { original }) => {
    if (article.translatedFrom === null) {
      throw new Refused('invalid', 'This article is no translation.');
    }
    const [row] = await tx
      .select({ version: articles.version, publishedVersion: articles.publishedVersion })
      .from(articles)
      .where(eq(articles.id, article.translatedFrom));
    if (!row) throw new Refused('missing', 'The original is missing.');
    const newest = row.publishedVersion ?? row.version;
    if (original !== null && original !== newest) {
      throw new Refused('stale', `The original is at revision ${newest} meanwhile.`, newest);
    }
    await tx.update(articles).set({ translatedVersion: newest }).where(eq(articles.id, article.id));
    return {
      value: { original: newest },
      note: `${article.translatedVersion} → ${newest}`,
    };
  },
});
