import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { CHANGE_PICTURE } from '../../../accounts/media-permissions.ts';
import type { User } from '../../../accounts/user.ts';
import { images } from '../../../db/schema/images.ts';
import { cutFocus } from '../../../media/ingest.ts';
import { refuse } from '../../../result.ts';
import { inTransaction } from '../../change-article.ts';
import { changePicture, demandPicture, appearancesWith } from '../../pictures/change-picture.ts';
import { mediaStore, type MediaStore } from '../../pictures/media-store.ts';
import { defineCommand } from '../declare/define-command.ts';

const part = z.number().min(0).max(1);
const input = z.strictObject({ x: part, y: part });
const rule = {
  permission: CHANGE_PICTURE,
  log: 'picture-focus',
  event: 'picture.refocused',
} as const;

/**
 * Moves the focal point of a picture's crops. They are cut again before the new point is stored: no page ever
 * names a file that does not exist yet.
 */
export const command = defineCommand({
  ...rule,
  input,
  refusals: ['not_taken'],
  run: async (
    user: User,
    imageId: string,
    focal: z.output<typeof input>,
    from: MediaStore = mediaStore(),
  ) => {
    const allowed = await inTransaction(from, (tx) =>
      demandPicture(tx, user, rule.permission, imageId),
    );
    if (!allowed.ok) return allowed;
    const rounded = { x: Math.round(focal.x * 100) / 100, y: Math.round(focal.y * 100) / 100 };
    const cut = await cutFocus({ imageId, ...allowed.value }, rounded, from.places);
    if (!cut.ok) {
      const { code, reason } = cut.refusal;
      return refuse({ code: 'not_taken', message: `It could not be cut: ${reason}.`, why: code });
    }
    return changePicture(user, rule, imageId, from, async ({ tx }) => {
      await tx
        .update(images)
        .set({ focalX: rounded.x, focalY: rounded.y })
        .where(eq(images.id, imageId));
      const appearances = await appearancesWith(tx, imageId);
      return { value: rounded, note: `${rounded.x} ${rounded.y}`, appearances };
    });
  },
});
