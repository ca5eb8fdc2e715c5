import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { FRONT_POSITIONS } from '../../../content/desk/front.ts';
import { frontPins } from '../../../db/schema/fronts.ts';
import { frontCommand } from '../declare/front-command.ts';
import { demandEnd, demandShowable, frontVersion } from '../declare/front-parts.ts';
import { moment, rowId } from '../declare/inputs.ts';

const pin = z.strictObject({
  position: z
    .number()
    .int()
    .min(0)
    .max(FRONT_POSITIONS - 1),
  articleId: rowId,
  until: moment,
});

/**
 * Pins articles to positions at the top of a front; a position without a pin is filled by the automatic rule.
 */
export const command = frontCommand({
  input: z.strictObject({
    version: frontVersion,
    pins: z
      .array(pin)
      .max(FRONT_POSITIONS)
      .refine(
        (pins) =>
          new Set(pins.map(({ position }) => position)).size === pins.length &&
          new Set(pins.map(({ articleId }) => articleId)).size === pins.length,
        'Each place is given once, and each article once.',
      ),
  }),
  log: 'curate',
  event: 'front.curated',
  change: async ({ tx, locale, now }, { pins }) => {
    for (const { until } of pins) demandEnd(until, now);
    await demandShowable(
      tx,
      locale,
      pins.map(({ articleId }) => articleId),
    );
    await tx.delete(frontPins).where(eq(frontPins.locale, locale));
    if (pins.length > 0) await tx.insert(frontPins).values(pins.map((row) => ({ locale, ...row })));
    const note = pins
      .map(
        ({ position, articleId, until }) =>
          `${position + 1}: ${articleId} (${until.toISOString()})`,
      )
      .join(', ');
    return { note: `${locale} ${note}` };
  },
});
