import type { LibraryPicture } from '@/lib/content/desk/media';
import { pictureAddress } from '@/lib/content/body/picture';

/** Pixels: a picture at the size of a panel, on a fine screen. */
const PANEL = 800;

/** The address of a whole picture as the newsroom's panels show it. */
export const screenAddress = (picture: LibraryPicture): string =>
  pictureAddress(
    picture,
    picture.widths.find((width) => width >= PANEL) ?? picture.widths.at(-1) ?? picture.width,
    'webp',
  );
