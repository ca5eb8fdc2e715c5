import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { LONGEST_BREAKING } from '../../../content/desk/front.ts';
import { fronts } from '../../../db/schema/fronts.ts';
import { frontCommand } from '../declare/front-command.ts';
import { demandEnd, demandShowable, frontVersion } from '../declare/front-parts.ts';
import { moment, rowId } from '../declare/inputs.ts';

/** Shows a breaking-news line on a locale's pages until its end. */
export const command = frontCommand({
  input: z.strictObject({
    version: frontVersion,
    text: z.string().trim().min(1).max(LONGEST_BREAKING),
    articleId: rowId.nullable(),
    until: moment,
  }),
  log: 'break',
  event: 'breaking.set',
  change: async ({ tx, locale, now }, { text, articleId, until }) => {
    demandEnd(until, now);
    if (articleId !== null) await demandShowable(tx, locale, [articleId]);
    await tx
      .update(fronts)
      .set({ breakingText: text, breakingArticleId: articleId, breakingUntil: until })
      .where(eq(fronts.locale, locale));
    const note = `${locale} ${text} (${until.toISOString()})`;
    return { note, articleId };
  },
});
