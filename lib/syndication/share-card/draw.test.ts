import sharp from 'sharp';
import { expect, test } from 'vitest';
import { publication } from '../../../publication.config.ts';
import { declarationOf } from '../../i18n/declaration-of.ts';
import { LOCALES, type Locale } from '../../i18n/locales.ts';
import { articleCard, CARD_SIZE, cardPath, publicationCard } from './card.ts';
import { drawCard } from './draw.ts';
import { fontsFor } from './fonts.ts';

const cardOf = (locale: Locale, headline: string) =>
  articleCard({ id: 7, locale, kicker: null, category: { slug: 'world', name: '' }, headline });

/** What no font of ours has letters for. */
async function missingIn(text: string): Promise<string> {
  const { settable } = await fontsFor(text);
  return [...text].filter((letter) => !settable.includes(letter)).join('');
}

/** Where a card is inked between two columns, as shares of each of its rows' pixels are dark. */
async function inkOf(headline: string) {
  const { data, info } = await sharp(await drawCard(cardOf('en', headline)))
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return (left: number, top: number, width: number, height: number): number => {
    let dark = 0;
    for (let y = top; y < top + height; y++)
      for (let x = left; x < left + width; x++)
        if ((data[(y * info.width + x) * info.channels] ?? 255) < 128) dark++;
    return dark;
  };
}

const ALPHABETS: Partial<Record<Locale, string>> = {
  en: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz 0123456789 “quoted” ‘so’ – — … € £ % & № ½',
  ru: 'АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ абвгдеёжзийклмнопрстуфхцчшщъыьэюя «ёлки» „лапки“ Ґ ґ Є є Ї ї І і Ў ў ₽',
  hy: 'ԱԲԳԴԵԶԷԸԹԺԻԼԽԾԿՀՁՂՃՄՅՆՇՈՉՊՋՌՍՎՏՐՑՒՓՔՕՖ աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ և ՙ ՚ ՛ ՜ ՝ ՞ ՟ ։ ֊ ․ ֏ « »',
  az: 'ABCÇDEƏFGĞHXIİJKQLMNOÖPRSŞTUÜVYZ abcçdeəfgğhxıijkqlmnoöprsştuüvyz ₼',
};

test.each(LOCALES)('every letter and sign of %s can be drawn', async (locale) => {
  const { months, sampleWords } = declarationOf(locale);
  expect(await missingIn(ALPHABETS[locale] ?? months + sampleWords.common)).toBe('');
  expect(await missingIn(publication.descriptions[locale])).toBe('');
});

const ELSEWHERE = [
  ['Arabic', 'رئيس الوزراء يفتتح الميناء'],
  ['Hebrew', 'ראש העיר פתח את הנמל'],
  ['Chinese', '港口疏浚工程将于春季开始'],
  ['Japanese', '港の工事がはじまる'],
  ['Korean', '항구 준설 공사 시작'],
  ['Georgian', 'საქართველოს პრეზიდენტი'],
  ['Greek', 'Η κυβέρνηση ανακοίνωσε'],
  ['Hindi', 'बंदरगाह का उद्घाटन'],
  ['Thai', 'ท่าเรือใหม่เปิดแล้ว'],
  ['Amharic', 'አዲሱ ወደብ ተከፈተ'],
  ['Bengali', 'নতুন বন্দর খুলল'],
  ['Tamil', 'புதிய துறைமுகம்'],
  ['Telugu', 'కొత్త ఓడరేవు'],
  ['Khmer', 'កំពង់ផែថ្មី'],
  ['Gujarati', 'નવું બંદર ખુલ્યું'],
  ['Punjabi', 'ਨਵੀਂ ਬੰਦਰਗਾਹ'],
  ['Kannada', 'ಹೊಸ ಬಂದರು'],
  ['Malayalam', 'പുതിയ തുറമുഖം'],
  ['Odia', 'ନୂଆ ବନ୍ଦର'],
  ['Sinhala', 'නව වරාය'],
  ['Lao', 'ທ່າເຮືອໃໝ່'],
  ['Tibetan', 'གྲུ་ཁ་གསར་པ'],
  ['Burmese', 'ဆိပ်ကမ်းအသစ်'],
  ['Javanese', 'ꦥꦼꦭꦧꦸꦲꦤ꧀'],
  ['Mongolian', 'ᠰᠢᠨ᠎ᠡ ᠪᠣᠭᠣᠮᠲᠠ'],
  ['Syriac', 'ܠܡܐܢܐ ܚܕܬܐ'],
  ['Dhivehi', 'އާ ބަނދަރު'],
  ['Fula', '𞤀𞤁𞤂𞤃'],
  ['N’Ko', 'ߒߞߏ ߞߎߘߊ'],
  ['Tamazight', 'ⴰⵎⴰⵢⵏⵓ'],
  ['Cherokee', 'ᎢᏤ ᎦᎳᏫ'],
  ['Inuktitut', 'ᓄᑖᖅ ᑐᓚᒃᑕᕐᕕᒃ'],
  ['signs', '‰ → ≈ ✪'],
  ['emoji', '🎉🚢'],
] as const;

test.each(ELSEWHERE)('a headline in %s is drawn whole', async (_, headline) => {
  expect(await missingIn(headline)).toBe('');
  const ink = await inkOf(headline);
  expect(ink(72, 100, 1056, 390)).toBeGreaterThan(500);
});

test('Arabic begins at the right', async () => {
  const ink = await inkOf('ميناء');
  expect(ink(600, 80, 540, 300)).toBeGreaterThan(100);
  expect(ink(0, 80, 600, 300)).toBe(0);
});

test('Arabic letters are joined: the word is narrower than its letters one by one', async () => {
  const widthOf = async (text: string) => {
    const ink = await inkOf(text);
    let first = 0;
    while (first < 1200 && ink(first, 80, 1, 300) === 0) first++;
    return 1128 - first;
  };
  expect(await widthOf('ببببب')).toBeLessThan(0.8 * (await widthOf('ب ب ب ب ب')));
});

test('a letter that no font has is left out, and the rest stays', async () => {
  expect(await missingIn('Tea \u{10ffff}in \ue000 Baku')).toBe('\u{10ffff}\ue000');
  expect(
    (await drawCard(cardOf('en', 'Tea \ue000in'))).equals(await drawCard(cardOf('en', 'Tea in'))),
  ).toBe(true);
});

test('a headline of which no font has a letter gives the publication’s card, never a blank one', async () => {
  const drawn = await drawCard(cardOf('en', '\ue000\ue001'));
  expect(drawn.equals(await drawCard(cardOf('en', publication.descriptions.en)))).toBe(true);
});

test('signs of mark-up in a headline are drawn as they are', async () => {
  const ink = await inkOf('A < B & <b>C</b>');
  expect(ink(72, 80, 1056, 390)).toBeGreaterThan(500);
});

test('a card is a picture of the size that links are shown in, however long its words', async () => {
  const drawn = await sharp(await drawCard(cardOf('hy', 'Նավահանգիստը '.repeat(60)))).metadata();
  expect(drawn).toMatchObject({ format: 'png', ...CARD_SIZE });
});

test.each(['Մենշիկովագիծ '.repeat(40), 'Donaudampfschifffahrts'.repeat(20), '港口'.repeat(150)])(
  'the longest words are broken and keep clear of the edges and of the name: %s',
  async (words) => {
    for (const length of [45, 130, 400]) {
      const ink = await inkOf(words.slice(0, length).trim());
      expect(ink(1136, 20, 64, 600), `${length} letters, right edge`).toBe(0);
      expect(ink(300, 500, 900, 120), `${length} letters, beside the name`).toBe(0);
      expect(ink(72, 80, 1056, 400)).toBeGreaterThan(500);
    }
  },
);

test('the address of a card changes with its words and with nothing else', () => {
  const path = cardPath(cardOf('en', 'One'));
  expect(path).toMatch(/^\/media\/cards\/7-[0-9a-f]{16}\.png$/);
  expect(cardPath(cardOf('en', 'One'))).toBe(path);
  expect(cardPath(cardOf('en', 'Two'))).not.toBe(path);
  expect(cardPath(publicationCard('az'))).toMatch(/^\/media\/cards\/az-/);
});
