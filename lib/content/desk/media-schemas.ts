/** Validation of the media library's input; apart from `media.ts`, so that no browser loads the validator. */
import { z } from 'zod';
import { LOCALES } from '../../i18n/locales.ts';
import { MEDIA_USES, type MediaQuery } from './media.ts';

const text = (longest: number) => z.string().trim().max(longest);
const pictureTextSchema = z.strictObject({
  alt: text(1000),
  caption: text(2000),
  credit: text(500),
});
export const pictureTextsSchema = z.partialRecord(z.enum(LOCALES), pictureTextSchema);

export const mediaQuerySchema: z.ZodType<MediaQuery> = z.object({
  q: z.string().max(200).default(''),
  credit: z.string().max(200).default(''),
  use: z.enum(MEDIA_USES).default('any'),
  mine: z.enum(['0', '1']).default('0'),
  after: z
    .string()
    .regex(/^\d{1,16}\.[0-9a-f]{32}$/)
    .optional(),
});
