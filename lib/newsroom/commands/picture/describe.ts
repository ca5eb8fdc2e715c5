import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { DESCRIBE_PICTURE } from '../../../accounts/media-permissions.ts';
import { pictureTextsSchema } from '../../../content/desk/media-schemas.ts';
import { wordsOfPicture } from '../../../content/desk/picture-words.ts';
import { images } from '../../../db/schema/images.ts';
import { pictureCommand } from '../declare/picture-command.ts';

/** Changes the texts of a picture in some languages; a language without a text loses its entry. */
export const command = pictureCommand({
  input: z.strictObject({ texts: pictureTextsSchema }),
  permission: DESCRIBE_PICTURE,
  log: 'picture-describe',
  refusals: [],
  change: async ({ tx, image }, { texts }) => {
    const all = { ...image.texts, ...texts };
    for (const [locale, { alt, caption, credit }] of Object.entries(all))
      if (!(alt || caption || credit)) delete all[locale as keyof typeof all];
    const words = wordsOfPicture(image.sourceName, all);
    await tx.update(images).set({ texts: all, words }).where(eq(images.id, image.id));
    return { value: null, note: Object.keys(texts).join(' ') };
  },
});
