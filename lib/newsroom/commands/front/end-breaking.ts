import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { fronts } from '../../../db/schema/fronts.ts';
import { frontCommand } from '../declare/front-command.ts';
import { frontVersion } from '../declare/front-parts.ts';

/** Removes the breaking-news line at once. */
export const command = frontCommand({
  input: z.strictObject({ version: frontVersion }),
  log: 'end-breaking',
  event: 'breaking.ended',
  change: async ({ tx, locale }) => {
    await tx
      .update(fronts)
      .set({ breakingText: null, breakingArticleId: null, breakingUntil: null })
      .where(eq(fronts.locale, locale));
    return { note: locale };
  },
});
