import { z } from 'zod';
import { CHANGE_PICTURE } from '../../../accounts/media-permissions.ts';
import { appearancesWith } from '../../pictures/change-picture.ts';
import { pictureCommand } from '../declare/picture-command.ts';
import { replacePicture } from '../../pictures/replace-picture.ts';

/** Replaces the picture by another one of the library. */
export const command = pictureCommand({
  input: z.strictObject({ by: z.string().regex(/^[0-9a-f]{32}$/) }),
  permission: CHANGE_PICTURE,
  log: 'picture-replace',
  event: 'picture.replaced',
  refusals: [],
  change: async ({ tx, image, user, now }, { by }) => {
    // The same articles show the picture before and after.
    const appearances = await appearancesWith(tx, image.id);
    const ids = await replacePicture({ tx, user, now, image, by });
    return { value: { articles: ids.length }, note: `→ ${by}`, appearances };
  },
});
