import type { PictureTexts } from './media.ts';

/**
 * Letters without case and diacritics, so that a search for one of `İrəvan`, `irəvan` and `IRƏVAN` finds all
 * of them.
 */
export const foldLetters = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('ı', 'i')
    .normalize('NFC');

/** The searchable words of a picture: its name, and its texts in every locale. */
export const wordsOfPicture = (name: string, texts: PictureTexts): string =>
  foldLetters(
    [name, ...Object.values(texts).flatMap(({ alt, caption, credit }) => [alt, caption, credit])]
      .filter(Boolean)
      .join('\n'),
  );
