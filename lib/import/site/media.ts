import { stat } from 'node:fs/promises';
import { pictureInFolder } from '../read-folder.ts';

/** How a site names its resized copies of a picture: `a-300x200.jpg`, `a-scaled.jpg`, `/size/w600/`. */
const CUT = /(-\d{2,5}x\d{2,5}|-scaled|-rotated|-e\d{13})(?=\.\w+$)/;
const SIZE = /\/size\/w\d+(?:h\d+)?(?:\/format\/\w+)?(?=\/)/;

/**
 * Finds the file of a picture by its old address: the folder may hold the site's whole tree or only the end
 * of it, `wp-content/uploads/2020/01/a.jpg` or `2020/01/a.jpg`; the original has priority over a resized
 * copy. Nothing is downloaded.
 * @returns the file's path and its size in bytes; null if the folder does not hold it
 */
export async function mediaFile(
  folder: string,
  address: string,
): Promise<{ path: string; size: number } | null> {
  const url = URL.parse(address, 'https://site.invalid/');
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  const plain = url.pathname.replace(SIZE, '');
  const names = [plain.replace(CUT, ''), plain.replace(CUT, '-scaled'), plain];
  for (const name of new Set(names)) {
    const parts = name.split('/').filter(Boolean);
    for (let from = 0; from < parts.length; from++) {
      const path = await pictureInFolder(folder, parts.slice(from).join('/'));
      if (path) return { path, size: (await stat(path)).size };
    }
  }
  return null;
}
