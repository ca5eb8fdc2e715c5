import { eq } from 'drizzle-orm';
import { images } from '../../db/schema/images.ts';
import { store, type Store } from '../../db/store.ts';

/** The data that the files of a picture depend on; null for a picture that is not in the library. */
export async function getStoredPicture(imageId: string, { database }: Store = store()) {
  const [row] = await database
    .select({
      imageId: images.id,
      originalFormat: images.originalFormat,
      widths: images.widths,
      focalX: images.focalX,
      focalY: images.focalY,
    })
    .from(images)
    .where(eq(images.id, imageId));
  return row ?? null;
}
