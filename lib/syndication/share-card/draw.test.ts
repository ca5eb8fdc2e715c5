import { readdirSync, readFileSync } from 'node:fs';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { publication } from '../../../publication.config.ts';
import { LOCALES, type Locale } from '../../i18n/locales.ts';
import { articleCard, CARD_SIZE, cardPath, publicationCard } from './card.ts';
import { box, CARD_FONTS, drawCard, drawWords } from './draw.ts';

const cardOf = (locale: Locale, headline: string) =>
  articleCard({ id: 7, locale, kicker: null, category: { slug: 'world', name: '' }, headline });

/** What no font of ours has letters for. */
async function missingIn(locale: Locale, text: string): Promise<string[]> {
  const missing: string[] = [];
  await drawCard(cardOf(locale, text), (piece) => missing.push(piece));
  return missing;
}

const ALPHABETS = {
  en: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz 0123456789 “quoted” ‘so’ – — … € £ % & № ½',
  ru: 'АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ абвгдеёжзийклмнопрстуфхцчшщъыьэюя «ёлки» „лапки“ Ґ ґ Є є Ї ї І і Ў ў ₽',
  hy: 'ԱԲԳԴԵԶԷԸԹԺԻԼԽԾԿՀՁՂՃՄՅՆՇՈՉՊՋՌՍՎՏՐՑՒՓՔՕՖ աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ և ՙ ՚ ՛ ՜ ՝ ՞ ՟ ։ ֊ ․ ֏ « »',
  az: 'ABCÇDEƏFGĞHXIİJKQLMNOÖPRSŞTUÜVYZ abcçdeəfgğhxıijkqlmnoöprsştuüvyz ₼',
} as const satisfies Record<Locale, string>;

test.each(LOCALES)('every letter and sign of %s can be drawn', async (locale) => {
  expect(await missingIn(locale, ALPHABETS[locale])).toEqual([]);
  expect(await missingIn(locale, publication.descriptions[locale])).toEqual([]);
});

test('every headline of the edition can be drawn', async () => {
  const letters: Record<Locale, Set<string>> = {
    en: new Set(),
    ru: new Set(),
    hy: new Set(),
    az: new Set(),
  };
  for (const file of readdirSync('edition').filter((name) => name.endsWith('.md'))) {
    const locale = LOCALES.find((known) => file.endsWith(`.${known}.md`));
    const headline = /^headline: (.*)$/m.exec(readFileSync(`edition/${file}`, 'utf8'))?.[1] ?? '';
    if (locale) for (const letter of headline) letters[locale].add(letter);
  }
  for (const locale of LOCALES) {
    expect(letters[locale].size).toBeGreaterThan(30);
    expect(await missingIn(locale, [...letters[locale]].join(''))).toEqual([]);
  }
});

test.each([
  ['en', 'latin', 'A quiet day'],
  ['ru', 'cyrillic', 'Тихий день'],
  ['hy', 'armenian', 'Հանգիստ օր'],
  ['az', 'azerbaijani', 'Dəniz kənarında'],
] as const)('the letters of %s are missed where its font is not there', async (_, font, text) => {
  const missing: string[] = [];
  const words = box({ fontSize: 40, fontFamily: CARD_FONTS.join(', ') }, text);
  await drawWords(words, CARD_SIZE, (piece) => missing.push(piece), font);
  const letters = new Set(missing.join(''));
  expect(letters.size).toBeGreaterThan(0);
  // What the other fonts have too is not missed.
  for (const letter of letters) expect(text).toContain(letter);
});

test('a letter that no font has is told and left out', async () => {
  expect(await missingIn('en', 'Tea in 漢字')).toEqual(['漢字']);
});

test('a card is a picture of the size that links are shown in, however long its words', async () => {
  const drawn = await sharp(await drawCard(cardOf('hy', 'Նավահանգիստը '.repeat(60)))).metadata();
  expect(drawn).toMatchObject({ format: 'png', ...CARD_SIZE });
});

test('the longest words keep clear of the edges and of the name', async () => {
  for (const length of [45, 80, 130, 200, 400]) {
    const words = 'Մենշիկովագիծ '.repeat(40).slice(0, length).trim();
    const { data, info } = await sharp(await drawCard(cardOf('hy', words)))
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const isBlank = (left: number, top: number, width: number, height: number) => {
      for (let y = top; y < top + height; y++)
        for (let x = left; x < left + width; x++)
          if ((data[(y * info.width + x) * info.channels] ?? 0) < 240) return false;
      return true;
    };
    expect(isBlank(1140, 20, 60, 600), `${length} letters, right edge`).toBe(true);
    expect(isBlank(300, 500, 900, 120), `${length} letters, beside the name`).toBe(true);
  }
});

test('the address of a card changes with its words and with nothing else', () => {
  const path = cardPath(cardOf('en', 'One'));
  expect(path).toMatch(/^\/media\/cards\/7-[0-9a-f]{16}\.png$/);
  expect(cardPath(cardOf('en', 'One'))).toBe(path);
  expect(cardPath(cardOf('en', 'Two'))).not.toBe(path);
  expect(cardPath(publicationCard('az'))).toMatch(/^\/media\/cards\/az-/);
});
