import type { PictureTexts } from './media.ts';

/** Letters without case and without marks, so that `İrəvan`, `irəvan` and `IRƏVAN` are found by one another. */
export const foldLetters = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('ı', 'i')
    .normalize('NFC');

/** What a picture is found by: its name, and its texts in every locale. */
export const wordsOfPicture = (name: string, texts: PictureTexts): string =>
  foldLetters(
    [name, ...Object.values(texts).flatMap(({ alt, caption, credit }) => [alt, caption, credit])]
      .filter(Boolean)
      .join('\n'),
  );
