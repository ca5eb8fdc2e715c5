import type { LibraryPicture } from '@/lib/content/desk/media';
import { pictureAddress } from '@/lib/content/body/picture';

/** Width in pixels of a picture in a panel, on a high-density screen. */
const PANEL = 800;

/** The URL of an uncropped picture for the newsroom's panels. */
export const screenAddress = (picture: LibraryPicture): string =>
  pictureAddress(
    picture,
    picture.widths.find((width) => width >= PANEL) ?? picture.widths.at(-1) ?? picture.width,
    'webp',
  );
